extension Comparator {
  /// How comparators are written, longer ones before those that they contain.
  ///
  /// The signs are the cleaned ones: look-alikes are folded before anything is read.
  private static let spellings: [(bytes: [UInt8], comparator: Comparator)] = words.map {
    (Array($0.word.utf8), $0.comparator)
  }

  /// Where each of them may stand: most begin otherwise than what is read.
  private static let heads = WordHeads(spellings.map(\.bytes))

  private static let words: [(word: String, comparator: Comparator)] = [
    ("≥", .greaterOrEqual), ("≤", .lessOrEqual), (">=", .greaterOrEqual), ("<=", .lessOrEqual),
    ("=", .equal), (">", .greater), ("<", .less),
    ("大于或等于", .greaterOrEqual), ("小于或等于", .lessOrEqual),
    ("大于等于", .greaterOrEqual), ("小于等于", .lessOrEqual),
    ("不低于", .greaterOrEqual), ("不少于", .greaterOrEqual), ("不小于", .greaterOrEqual),
    ("不得低于", .greaterOrEqual), ("至少", .greaterOrEqual), ("达到", .greaterOrEqual),
    ("不超过", .lessOrEqual), ("不高于", .lessOrEqual), ("不大于", .lessOrEqual),
    ("不多于", .lessOrEqual), ("不得超过", .lessOrEqual), ("至多", .lessOrEqual),
    ("控制在", .lessOrEqual), ("大于", .greater), ("超过", .greater), ("高于", .greater),
    ("小于", .less), ("低于", .less), ("少于", .less), ("等于", .equal),
    ("at least", .greaterOrEqual), ("At least", .greaterOrEqual),
    ("no less than", .greaterOrEqual), ("not less than", .greaterOrEqual),
    ("no fewer than", .greaterOrEqual), ("at most", .lessOrEqual), ("At most", .lessOrEqual),
    ("no more than", .lessOrEqual), ("not more than", .lessOrEqual),
    ("No more than", .lessOrEqual), ("up to", .lessOrEqual), ("Up to", .lessOrEqual),
    ("more than", .greater), ("less than", .less), ("fewer than", .less),
  ]

  /// The first characters of all spellings, so that a scan may skip everything else.
  public static let leads: CharacterFilter = {
    var leads = CharacterFilter()
    for spelling in spellings { leads.insert(spelling.bytes, 0) }
    return leads
  }()

  /// Reads the comparator at the start of a range; `nil` where none stands there.
  public static func read(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (comparator: Comparator, end: Int)? {
    // A number begins most cells that may begin with a comparator.
    guard !range.isEmpty, !text[range.lowerBound].isDigitASCII,
      leads.mayHold(text, range.lowerBound)
    else { return nil }
    if let sign = sign(text, range) { return (sign, range.lowerBound + 3) }
    return heads.first(at: range.lowerBound, of: text, range.upperBound) { place in
      guard spellings[place].bytes.stand(in: text, range) else { return nil }
      return (spellings[place].comparator, range.lowerBound + spellings[place].bytes.count)
    }
  }

  /// The sign `≥` or `≤` at the start of a range, as which nearly all comparators are written.
  private static func sign(_ text: [UInt8], _ range: Range<Int>) -> Comparator? {
    let start = range.lowerBound
    guard range.count >= 3, text[start] == 0xE2, text[start + 1] == 0x89 else { return nil }
    switch text[start + 2] {
    case 0xA5: return .greaterOrEqual
    case 0xA4: return .lessOrEqual
    default: return nil
    }
  }

  /// The comparator behind a number and its unit, `人次以上`, and where it begins; `nil` for none.
  public static func behind(
    _ text: [UInt8], _ slice: Slice
  ) -> (comparator: Comparator, printed: Slice)? {
    guard !slice.isEmpty, lastBytes.mayHold(text[Int(slice.end) - 1]) else { return nil }
    let found = endings.first { text[slice.range].suffix($0.bytes.count).elementsEqual($0.bytes) }
    return found.map { ($0.comparator, Slice(Int(slice.end) - $0.bytes.count..<Int(slice.end))) }
  }

  private static let endings: [(bytes: [UInt8], comparator: Comparator)] = limits.map {
    (Array($0.word.utf8), $0.comparator)
  }

  /// Their last bytes: most units end otherwise.
  private static let lastBytes: CharacterFilter = {
    var last = CharacterFilter()
    for ending in endings { last.insert(Array(ending.bytes.suffix(1)), 0) }
    return last
  }()

  private static let limits: [(word: String, comparator: Comparator)] = [
    ("及以上", .greaterOrEqual), ("以上", .greaterOrEqual), ("及以下", .lessOrEqual),
    ("以下", .lessOrEqual), ("以内", .lessOrEqual), ("or more", .greaterOrEqual),
    ("or less", .lessOrEqual), ("or fewer", .lessOrEqual),
  ]

  /// The comparator that a slice is, nothing before or after it; `nil` where it is none.
  public static func whole(_ text: [UInt8], _ slice: Slice) -> Comparator? {
    guard let (comparator, end) = read(text, slice.range), end == slice.range.upperBound else {
      return nil
    }
    return comparator
  }

  /// Whether a slice says, where a comparator may stand, that nothing is measured: `定性`.
  public static func isQualitative(_ text: [UInt8], _ slice: Slice) -> Bool {
    qualitative.contains { text[slice.range].elementsEqual($0) }
  }

  private static let qualitative = ["定性", "定性指标", "qualitative", "Qualitative"].map {
    Array($0.utf8)
  }

  /// The last comparator in a range that stands directly before a number, and that number.
  ///
  /// The last, because what an indicator is named after may itself compare:
  /// `超过60岁人员占比≤5%`.
  public static func last(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (comparator: Comparator, range: Range<Int>, number: Quantity, printed: Range<Int>)? {
    // No spelling holds a sign but as its beginning: what stands before the last one is seldom asked.
    if let (comparator, start) = lastSign(text, range) {
      var next = start + 3
      while next < range.upperBound, text[next].isBlankASCII { next += 1 }
      if let (number, end) = Quantity.read(text, next..<range.upperBound) {
        // Behind the number stands a unit, hardly ever words that compare again, and often a single
        // byte, in which no comparator with a number has room.
        let other =
          end + 1 < range.upperBound ? last(text, end..<range.upperBound, from: leads) : nil
        return other ?? (comparator, start..<start + 3, number, next..<end)
      }
      if let found = last(text, start + 3..<range.upperBound, from: leads) { return found }
    }
    return Slice(range).hasDigit(in: text) ? last(text, range, from: leads) : nil
  }

  /// The last `≥` or `≤` of a range, and where it begins; `nil` for none.
  private static func lastSign(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (comparator: Comparator, start: Int)? {
    let bytes = text.span
    var end = range.upperBound
    // Eight bytes at a step: what they begin with is E2.
    while end > range.lowerBound {
      let start = max(range.lowerBound, end &- 8)
      var places = bytes.word(start..<end).places(of: 0xE2)
      while places != 0 {
        let bit = 63 &- places.leadingZeroBitCount
        let place = start &+ bit / 8
        if let sign = sign(text, place..<range.upperBound) { return (sign, place) }
        places &= ~(1 &<< UInt64(bit))
      }
      end = start
    }
    return nil
  }

  private static func last(
    _ text: [UInt8], _ range: Range<Int>, from leads: CharacterFilter
  ) -> (comparator: Comparator, range: Range<Int>, number: Quantity, printed: Range<Int>)? {
    var found: (Comparator, Range<Int>, Quantity, Range<Int>)?
    var index = range.lowerBound
    while true {
      index = leads.next(in: text.span, index..<range.upperBound)
      guard index < range.upperBound else { return found }
      guard let (comparator, end) = read(text, index..<range.upperBound) else {
        index += 1
        continue
      }
      var next = end
      while next < range.upperBound, text[next].isBlankASCII { next += 1 }
      if let number = Quantity.read(text, next..<range.upperBound) {
        found = (comparator, index..<end, number.quantity, next..<number.end)
      }
      index = end
    }
  }
}

extension [UInt8] {
  /// Whether these bytes stand at the start of a range of a text.
  func stand(in text: [UInt8], _ range: Range<Int>) -> Bool {
    guard count <= range.count else { return false }
    for place in indices where text[range.lowerBound + place] != self[place] { return false }
    return true
  }
}
