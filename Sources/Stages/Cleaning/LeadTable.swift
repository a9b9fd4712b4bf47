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

  /// The first offset in a range at which some rule looks; the range's end where none does.
  ///
  /// Eight bytes of common characters, at which none does, are passed over in one step.
  func next(in text: [UInt8], _ range: Range<Int>) -> Int {
    let text = text.span
    let end = range.upperBound
    var index = range.lowerBound
    while index < end {
      guard index &+ 8 <= text.count else {
        if self[text[index]] != 0 { return index }
        index &+= 1
        continue
      }
      var marks = text.word(at: index).uncommon
      while marks != 0 {
        let place = index &+ marks.trailingZeroBitCount / 8
        if place >= end { return end }
        if self[text[place]] != 0 { return place }
        marks &= marks &- 1
      }
      index &+= 8
    }
    return end
  }
}
