extension MarkupEvents {
  /// Puts back what libxml2 leaves out of the values of the last element: references that nobody
  /// defined, and whole values that hold one.
  mutating func restoreValues() {
    guard let event = events.last, event.kind == .start, bytes[event.range].contains(0x26) else {
      return
    }
    var scanner = TagScanner(bytes, event.range)
    while let (name, value) = scanner.next() {
      guard let characters = References.keepingUnknown(bytes[value]) else { continue }
      keepReference(at: value.lowerBound)
      let first = UInt32(values.count)
      values += characters
      set(String(decoding: bytes[name], as: UTF8.self), first..<UInt32(values.count))
    }
  }

  /// Sets the value of one of the last element's attributes, which are the last of all.
  private mutating func set(_ name: String, _ value: Range<UInt32>) {
    let first = Int(events[events.count - 1].first)
    if let place = attributes[first...].firstIndex(where: { names[Int($0.name)] == name }) {
      attributes[place].start = value.lowerBound
      attributes[place].end = value.upperBound
      return
    }
    guard names.count < Int(UInt16.max) else { return }
    let id = names.firstIndex(of: name) ?? names.count
    if id == names.count { names.append(name) }
    attributes.append(
      Attribute(name: UInt16(id), start: value.lowerBound, end: value.upperBound))
    events[events.count - 1].attributeCount += 1
  }
}

extension References {
  /// Characters with the references in them decoded and those to what nobody defined kept; `nil`
  /// where all are defined.
  static func keepingUnknown(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var isUnknown = false
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      let end = rest.first == 0x26 ? rest.prefix(32).firstIndex(of: 0x3B).map { $0 + 1 } : nil
      if let end, let characters = characters(text[index..<end]) {
        output += characters
        index = end
        continue
      }
      isUnknown = isUnknown || text[index] == 0x26
      output.append(text[index])
      index += 1
    }
    return isUnknown ? output : nil
  }

  /// What a reference that XML itself defines stands for; `nil` for any other.
  private static func characters(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    if let sign = meaning(reference) { return [sign] }
    guard reference.starts(with: "&#".utf8) else { return nil }
    let digits = String(decoding: reference.dropFirst(2).dropLast(), as: UTF8.self)
    let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { Array(String($0).utf8) }
  }
}
