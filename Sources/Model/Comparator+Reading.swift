extension Comparator {
  /// How comparators are written, longer ones before those that they contain.
  ///
  /// The signs are the cleaned ones: look-alikes are folded before anything is read.
  private static let spellings: [(bytes: [UInt8], comparator: Comparator)] = words.map {
    (Array($0.word.utf8), $0.comparator)
  }

  private static let words: [(word: String, comparator: Comparator)] = [
    ("≥", .greaterOrEqual), ("≤", .lessOrEqual), (">=", .greaterOrEqual), ("<=", .lessOrEqual),
    ("=", .equal), (">", .greater), ("<", .less),
    ("大于或等于", .greaterOrEqual), ("小于或等于", .lessOrEqual),
    ("大于等于", .greaterOrEqual), ("小于等于", .lessOrEqual),
    ("不低于", .greaterOrEqual), ("不少于", .greaterOrEqual), ("不小于", .greaterOrEqual),
    ("不得低于", .greaterOrEqual), ("至少", .greaterOrEqual),
    ("不超过", .lessOrEqual), ("不高于", .lessOrEqual), ("不大于", .lessOrEqual),
    ("不多于", .lessOrEqual), ("不得超过", .lessOrEqual), ("至多", .lessOrEqual),
    ("控制在", .lessOrEqual), ("大于", .greater), ("超过", .greater), ("高于", .greater),
    ("小于", .less), ("低于", .less), ("少于", .less), ("等于", .equal),
  ]

  /// The lead bytes of all spellings, so that a scan may skip everything else.
  private static let leads: [Bool] = {
    var leads = Array(repeating: false, count: 256)
    for spelling in spellings { leads[Int(spelling.bytes[0])] = true }
    return leads
  }()

  /// The first characters of the spellings in words: Han lead bytes alone tell too little.
  private static let firsts: [UInt32] = {
    var firsts: [UInt32] = []
    for spelling in spellings where spelling.bytes[0] >= 0xE0 {
      let first = packed(spelling.bytes, 0)
      if !firsts.contains(first) { firsts.append(first) }
    }
    return firsts
  }()

  private static func packed(_ text: [UInt8], _ index: Int) -> UInt32 {
    UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }

  private static func mayBegin(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] >= 0xE0 else { return true }
    return range.count >= 3 && firsts.contains(packed(text, range.lowerBound))
  }

  /// Reads the comparator at the start of a range; `nil` where none stands there.
  public static func read(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (comparator: Comparator, end: Int)? {
    guard !range.isEmpty, leads[Int(text[range.lowerBound])], mayBegin(text, range) else {
      return nil
    }
    for spelling in spellings {
      let end = range.lowerBound + spelling.bytes.count
      guard end <= range.upperBound else { continue }
      if text[range.lowerBound..<end].elementsEqual(spelling.bytes) {
        return (spelling.comparator, end)
      }
    }
    return nil
  }

  /// The comparator that a slice is, nothing before or after it; `nil` where it is none.
  public static func whole(_ text: [UInt8], _ slice: Slice) -> Comparator? {
    guard let (comparator, end) = read(text, slice.range), end == slice.range.upperBound else {
      return nil
    }
    return comparator
  }

  /// The last comparator in a range that stands directly before a number.
  ///
  /// The last, because what an indicator is named after may itself compare:
  /// `超过60岁人员占比≤5%`.
  public static func last(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (comparator: Comparator, range: Range<Int>)? {
    var found: (Comparator, Range<Int>)?
    var index = range.lowerBound
    while index < range.upperBound {
      if leads[Int(text[index])], let (comparator, end) = read(text, index..<range.upperBound) {
        var next = end
        while next < range.upperBound, text[next].isBlankASCII { next += 1 }
        if Quantity.read(text, next..<range.upperBound) != nil {
          found = (comparator, index..<end)
        }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }
}
