/// A page with places to fill, written in a part of the language of Mustache.
///
/// `{{name}}` stands for a text, escaped, `{{{name}}}` for one that is written as it is.
/// `{{#name}}…{{/name}}` is written for each entry of a list, in which names are looked up first; once
/// for a text, whose name in there is a dot; and not at all where nothing has the name. A dot in a
/// name is a letter like others. A line that holds nothing but the tag of a section is left out.
struct PageTemplate: Sendable {
  /// What stands for each name.
  typealias Values = [String: Value]

  /// What stands for a name.
  enum Value {
    /// A text.
    case text(String)
    /// The entries of a list.
    case list([Values])
    /// What somebody else writes.
    case written((inout ByteBuffer) -> Void)
  }

  fileprivate enum Part: Sendable {
    case literal(Range<Int>)
    case value(String, isEscaped: Bool)
    case section(String, [Part])
  }

  private let bytes: [UInt8]
  private let parts: [Part]

  /// Reads a template.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var parser = TemplateParser(bytes: bytes)
    parts = parser.parts()
  }

  /// Appends the page, filled with values.
  func fill(_ values: Values, into output: inout ByteBuffer) {
    fill(parts, [values], into: &output)
  }

  private func fill(
    _ parts: [Part], _ scopes: [Values], into output: inout ByteBuffer
  ) {
    for part in parts {
      switch part {
      case .literal(let range):
        output.raw(bytes.span.extracting(range))
      case .value(let name, let isEscaped):
        switch scopes.last(where: { $0[name] != nil })?[name] {
        case .text(let text) where isEscaped: output.escaped(text, as: XMLAttributeEscaping.self)
        case .text(let text): output.escaped(text, as: NoEscaping.self)
        case .written(let write): write(&output)
        case .list, nil: break
        }
      case .section(let name, let parts):
        switch scopes.last(where: { $0[name] != nil })?[name] {
        case .list(let entries):
          for entry in entries { fill(parts, scopes + [entry], into: &output) }
        case .text(let text): fill(parts, scopes + [[".": .text(text)]], into: &output)
        case .written, nil: break
        }
      }
    }
  }
}

/// Reads a template from its start to its end.
private struct TemplateParser {
  let bytes: [UInt8]
  var place = 0

  /// The parts up to the end of the section that is open, or of the template.
  mutating func parts() -> [PageTemplate.Part] {
    var parts: [PageTemplate.Part] = []
    while let tag = next(0x7B, from: place) {
      let kind = bytes[min(tag + 2, bytes.count - 1)]
      let isWhole = kind == 0x7B
      let isSection = kind == 0x23 || kind == 0x2F
      let start = isWhole || isSection ? tag + 3 : tag + 2
      guard let end = next(0x7D, from: start) else { break }
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      var (before, after) = (tag, isWhole ? end + 3 : end + 2)
      if isSection, let line = lineOfItsOwn(before, after) { (before, after) = line }
      if place < before { parts.append(.literal(place..<before)) }
      place = after
      switch kind {
      case 0x23: parts.append(.section(name, self.parts()))
      case 0x2F: return parts
      default: parts.append(.value(name, isEscaped: !isWhole))
      }
    }
    if place < bytes.count { parts.append(.literal(place..<bytes.count)) }
    place = bytes.count
    return parts
  }

  /// Where a byte next stands twice.
  private func next(_ byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == byte, bytes[place + 1] == byte { return place }
      place += 1
    }
    return nil
  }

  /// The line of a tag that stands alone in it, its end included.
  private func lineOfItsOwn(_ start: Int, _ end: Int) -> (Int, Int)? {
    guard end < bytes.count, bytes[end] == 0x0A, start == 0 || bytes[start - 1] == 0x0A else {
      return nil
    }
    return (start, end + 1)
  }
}
