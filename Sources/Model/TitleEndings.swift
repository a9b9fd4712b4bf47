/// Tells titles of the summary and of forms by how they end; a year or a number may stand behind.
public struct TitleEndings: Sendable {
  private let endings: [(bytes: [UInt8], kind: Document.Region.Kind)]
  /// A title is a line, not a sentence: at most 60 Han characters.
  private static let longest = 180

  /// Takes the endings that a profile knows.
  public init(_ profile: Profile) {
    endings =
      profile.summary.titleEndings.map { (Array($0.utf8), .summary) }
      + profile.detail.titleEndings.map { (Array($0.utf8), .form) }
  }

  /// What a line is the title of; `nil` where it is none.
  public func kind(_ line: Slice, _ text: [UInt8]) -> Document.Region.Kind? {
    guard line.count <= Self.longest else { return nil }
    let whole = ContinuedTitle.without(line, text)
    let kind = kind(unmarked: whole, text)
    // A summary goes on without its title as well.
    return kind == .summary && whole != line ? nil : kind
  }

  private func kind(unmarked line: Slice, _ text: [UInt8]) -> Document.Region.Kind? {
    let line = Self.withoutNumber(line, text)
    guard mayEnd(line, text) else { return nil }
    let printed = text[line.range]
    let text =
      printed.contains(where: \.isBlankASCII)
      ? ArraySlice(printed.filter { !$0.isBlankASCII }) : printed
    for ending in endings where text.count >= ending.bytes.count {
      if text.suffix(ending.bytes.count).elementsEqual(ending.bytes),
        !isSentence(text.dropLast(ending.bytes.count))
      {
        return ending.kind
      }
    }
    return nil
  }

  /// What a line is the title of behind the word and the number of an attachment, with a colon:
  /// `附：…一览表`, `附件1：…`, `Annex 2: …`; `nil` where it has none, or is no title.
  public func kind(attached line: Slice, _ text: [UInt8]) -> Document.Region.Kind? {
    Self.attachedTitle(line, text).flatMap { kind($0, text) }
  }

  private static func attachedTitle(_ line: Slice, _ text: [UInt8]) -> Slice? {
    guard line.count <= longest,
      let word = attachments.first(where: { text[line.range].starts(with: $0) })
    else { return nil }
    let rest = Slice(Int(line.start) + word.count..<Int(line.end))
    for colon in colons {
      guard let place = text.first(of: colon, in: rest.range) else { continue }
      let number = Slice(Int(rest.start)..<place.lowerBound).trimmed(in: text)
      let title = Slice(place.upperBound..<Int(line.end)).trimmed(in: text)
      if number.isEmpty || isNumber(number, text), !title.isEmpty { return title }
    }
    return nil
  }

  private static let attachments = ["附件", "附表", "附", "Annex", "Appendix", "Attachment", "Schedule"]
    .map { Array($0.utf8) }
  private static let colons = ["：", ":"].map { Array($0.utf8) }

  /// A line without what dates or counts it at its end: `绩效目标表（2024年度）`, `绩效目标表（一）`,
  /// `Bid sheet C01`, `Application form no. 3`.
  private static func withoutNumber(_ line: Slice, _ text: [UInt8]) -> Slice {
    for (open, close) in brackets where text[line.range].suffix(close.count).elementsEqual(close) {
      let end = Int(line.end) - close.count
      guard let start = text[Int(line.start)..<end].lastIndex(of: open[0]), start > line.start,
        text[start..<end].starts(with: open)
      else { continue }
      let inside = Slice(start + open.count..<end).trimmed(in: text)
      guard inside.isYear(in: text) || isNumber(inside, text) else { continue }
      return Slice(Int(line.start)..<start).trimmed(in: text)
    }
    guard text[line.range].last?.isDigitASCII == true,
      let before = text[line.range].lastIndex(where: { !isOfNumber($0) }),
      Int(line.end) - before <= longestNumber
    else { return line }
    let title = Slice(Int(line.start)..<before + 1).trimmed(in: text)
    guard let word = words.first(where: { text[title.range].suffix($0.count).elementsEqual($0) })
    else { return title }
    return Slice(title.range.dropLast(word.count)).trimmed(in: text)
  }

  /// Whether all of a text is a number: `3`, `G-01`, `十二`.
  private static func isNumber(_ slice: Slice, _ text: [UInt8]) -> Bool {
    guard !slice.isEmpty, slice.count <= longestNumber else { return false }
    if text[slice.range].allSatisfy(isOfNumber) { return slice.hasDigit(in: text) }
    return Numeral.read(text, slice.range)?.end == slice.range.upperBound
  }

  /// Whether a byte may stand in a form's number: `C01`, `G-01`, `2025/26`.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isDigitASCII || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2D || byte == 0x2F
  }

  private static let longestNumber = 12
  /// What may stand before a number.
  private static let words = [" no.", " No.", " no", " No", " number", "#", "–", "-", ":", "："].map
  {
    Array($0.utf8)
  }

  private static let brackets = [("（", "）"), ("(", ")")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// Whether a title may end as a line does: most end with another byte.
  private func mayEnd(_ line: Slice, _ text: [UInt8]) -> Bool {
    guard let last = line.range.last(where: { !text[$0].isBlankASCII }) else { return false }
    return endings.contains { $0.bytes.last == text[last] }
  }

  /// Whether what stands before a title's ending has the punctuation of a sentence: a full stop, a
  /// comma, a colon; but for one colon right before the ending: `Grants 2025/26: Summary of bids`.
  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { place in
      text[place] == 0x3A && place + 1 < text.endIndex
        || Self.leads.contains(text[place])
          && Self.signs.contains { text[place...].starts(with: $0) }
    }
  }

  /// The bytes with which the signs begin; Han characters begin with others.
  private static let leads: [UInt8] = [0xE3, 0xEF]
  private static let signs: [[UInt8]] = ["。", "，", "：", "；"].map { Array($0.utf8) }
}
