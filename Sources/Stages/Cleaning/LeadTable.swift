internal import TieoutModel

/// For each byte, the cleaning rules that look where it stands.
struct LeadTable {
  /// The mark of white space.
  static let blank: UInt16 = 0x8000
  /// The table of `Cleaner.rules`.
  static let shared = LeadTable(Cleaner.rules)

  /// The rules as a bit each.
  private let rules: [UInt16]

  private init(_ list: [any CleaningRule.Type]) {
    var rules = [UInt16](repeating: 0, count: 256)
    for (place, rule) in list.enumerated() {
      for lead in rule.leads { rules[Int(lead)] |= 1 << UInt16(place) }
    }
    for blank in [0x20, 0x09, 0x0B] { rules[blank] |= Self.blank }
    self.rules = rules
  }

  /// The rules that look at a byte.
  subscript(byte: UInt8) -> UInt16 { rules[Int(byte)] }

  /// Whether some rule has a look at a place.
  @inline(__always)
  private func stops(_ text: borrowing Span<UInt8>, at index: Int, _ end: Int) -> Bool {
    self[text[index]] != 0 && !isKept(text, at: index, end)
  }

  /// Whether a sign stands at a place that shares its lead byte with others, but that no rule
  /// changes: `≥ ≤ “ ”` and the punctuation of Chinese, save the ideographic space.
  private func isKept(_ text: borrowing Span<UInt8>, at index: Int, _ end: Int) -> Bool {
    guard text[index] == 0xE2 || text[index] == 0xE3, index &+ 2 < end else { return false }
    let (middle, last) = (text[index &+ 1], text[index &+ 2])
    if text[index] == 0xE3 { return middle == 0x80 && last > 0x80 }
    return middle == 0x89 && (last == 0xA4 || last == 0xA5)
      || middle == 0x80 && (last == 0x9C || last == 0x9D)
  }

  /// The first offset in a range at which some rule looks; the range's end where none does.
  ///
  /// Eight bytes of common characters, at which none does, are passed over in one step.
  func next(in text: [UInt8], _ range: Range<Int>) -> Int {
    let text = text.span
    let end = range.upperBound
    var index = range.lowerBound
    while index < end {
      guard index &+ 8 <= text.count else {
        if stops(text, at: index, end) { return index }
        index &+= 1
        continue
      }
      var marks = text.word(at: index).uncommon
      while marks != 0 {
        let place = index &+ marks.trailingZeroBitCount / 8
        if place >= end { return end }
        if stops(text, at: place, end) { return place }
        marks &= marks &- 1
      }
      index &+= 8
    }
    return end
  }
}
