/// The labels of a profile, looked up by what is printed.
///
/// The look-up ignores what OCR engines vary without meaning: white space, widths, colons,
/// asterisks and a trailing unit in brackets. One hash of the normalised bytes answers for a cell;
/// a hit is confirmed byte by byte.
public struct LabelTable: Sendable {
  /// The labels' words as the profile writes them, by number less one.
  public private(set) var words: [String] = []
  private var table = KeyTable()
  /// Whether some label begins with two Han characters, by what both of them hash to.
  private var pairs = Array(repeating: false, count: 1024)
  /// Whether each normalised label is the label that it spells itself.
  private var isStable = true
  /// The length of the longest normalised label, in bytes.
  public private(set) var longest = 0 {
    didSet { longestPrinted = UInt32(clamping: 3 * longest + 24) }
  }
  /// The length of the longest text that may spell a label: widths and spaces can make it longer than
  /// the label's key, hardly more than threefold.
  private var longestPrinted: UInt32 = 24

  /// Creates an empty table.
  public init() {}

  /// The number of labels.
  public var count: Int { words.count }

  /// The word of a label.
  public func word(_ label: LabelID) -> String {
    label == .none ? "" : words[Int(label.rawValue) - 1]
  }

  /// The word of a label without the bracket at its end that look-ups pass over: `金额` of `金额（元）`.
  public func withoutUnit(_ label: LabelID) -> Substring {
    let word = word(label)
    guard key(label).last != 0x29, word.last == ")" || word.last == "）",
      let open = word.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return word[...] }
    return word[..<open]
  }

  /// The normalised bytes of a label.
  public func key(_ label: LabelID) -> [UInt8] {
    label == .none ? [] : table.key(Int(label.rawValue))
  }

  /// Adds a label and gives its number; a label that is there already keeps its own.
  public mutating func add(_ word: String) -> LabelID {
    let key = Self.normalised(word.utf8)
    if let known = find(key) { return known }
    words.append(word)
    longest = max(longest, key.count)
    if let pair = Self.pair(key.span, key.indices) { pairs[pair] = true }
    if Self.normalised(key) != key { isStable = false }
    return LabelID(rawValue: UInt16(table.add(key)))
  }

  /// The label that a slice of a text spells, or `LabelID.none`.
  public func label(_ slice: Slice, in text: [UInt8]) -> LabelID {
    var key: [UInt8] = []
    return label(slice, in: text, &key)
  }

  /// The label that a slice of a text spells, or `LabelID.none`, for callers that ask often.
  ///
  /// `key` is a buffer that the caller keeps, so that a document costs one allocation.
  public func label(_ slice: Slice, in text: [UInt8], _ key: inout [UInt8]) -> LabelID {
    spelt(slice, in: text, &key)
  }

  /// The label that a slice of a text spells, behind a numeral that only counts or without one.
  public func enumeratedLabel(
    _ slice: Slice, in text: [UInt8], _ key: inout [UInt8]
  ) -> LabelID {
    let label = spelt(slice, in: text, &key)
    guard label == .none, slice.mayBeginWithEnumerator(text.span) else { return label }
    let rest = slice.withoutEnumerator(in: text)
    return rest == slice ? .none : self.label(rest, in: text, &key)
  }

  /// Tells at a glance of nearly all that is asked for: it is spelt like a label, or begins like none.
  @inline(__always)
  private func spelt(_ slice: Slice, in text: [UInt8], _ key: inout [UInt8]) -> LabelID {
    guard !slice.isEmpty, slice.count <= longestPrinted else { return .none }
    let span = text.span
    let lengths = table.lengths(at: Int(slice.start), of: span)
    // Most labels are spelt as they are compared.
    if isStable, let number = table.find(in: span, slice.range, lengths) {
      return LabelID(rawValue: UInt16(truncatingIfNeeded: number))
    }
    return mayBegin(span, slice, lengths) ? folded(slice, text, &key) : .none
  }

  /// The label that a slice spells where letters are folded, or `LabelID.none`.
  @inline(never)
  private func folded(_ slice: Slice, _ text: [UInt8], _ key: inout [UInt8]) -> LabelID {
    // Of names that share a label's first character nearly all differ in the second one.
    if let pair = Self.pair(text.span, slice.range), !pairs[pair] { return .none }
    if text.span.isCommon(slice.range) {
      return isStable ? .none : find(in: text, slice.range) ?? .none
    }
    key.removeAll(keepingCapacity: true)
    Self.fold(text, slice.range, into: &key)
    if let label = inWords(key) { return label }
    Self.stripUnit(&key)
    return find(key) ?? .none
  }

  /// The label that is spelt where a bracket says that its number is, and the profile tells it from the
  /// number: `合同金额(大写)` is `合同金额大写`.
  private func inWords(_ key: [UInt8]) -> LabelID? {
    guard key.last == 0x29, key.dropLast().suffix(7).elementsEqual(Self.inWords) else { return nil }
    return find(key.dropLast(8) + Self.inWords[1...])
  }

  private static let inWords = Array("(大写".utf8)

  /// What the two Han characters hash to with which some bytes begin, and which look-ups leave as they
  /// are; `nil` where they begin with others.
  @inline(__always)
  private static func pair(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard range.count >= 6, text[start].beginsHan, text[start &+ 3].beginsHan else { return nil }
    let hash = text.word(start..<start &+ 6).bits &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash &>> 54)
  }

  /// Whether the first character of a slice begins a label, or is one that look-ups pass over.
  @inline(__always)
  private func mayBegin(
    _ text: borrowing Span<UInt8>, _ slice: Slice, _ lengths: UInt32
  ) -> Bool {
    let index = Int(slice.start)
    let first = text[index]
    guard first < 0x80 || first == 0xEF || first == 0xE3 else { return lengths != 0 }
    let end = min(index + (first < 0x80 ? 1 : 3), Int(slice.end))
    guard let folded = first < 0x80 ? first : Self.folded(text, index, end) else {
      return lengths != 0
    }
    if Self.isPassedOver(folded) { return true }
    return table.lengths(from: folded.isLetterASCII ? folded | 0x20 : folded) != 0
  }

  /// The label with given normalised bytes.
  public func find(_ key: [UInt8]) -> LabelID? { find(in: key, key.indices) }

  private func find(in text: [UInt8], _ range: Range<Int>) -> LabelID? {
    table.find(in: text.span, range).map { LabelID(rawValue: UInt16($0)) }
  }

  /// The bytes by which labels are compared.
  public static func normalised(_ printed: some Collection<UInt8>) -> [UInt8] {
    let text = Array(printed)
    var key: [UInt8] = []
    normalise(text, 0..<text.count, into: &key)
    return key
  }

  private static func normalise(_ text: [UInt8], _ range: Range<Int>, into key: inout [UInt8]) {
    fold(text, range, into: &key)
    stripUnit(&key)
  }

  private static func fold(_ text: [UInt8], _ range: Range<Int>, into key: inout [UInt8]) {
    // No key is longer than what is printed.
    key.append(addingCapacity: range.count) { fold(text.span, range, into: &$0) }
  }

  private static func fold(
    _ text: Span<UInt8>, _ range: Range<Int>, into bytes: inout OutputSpan<UInt8>
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte.beginsHan, index &+ 3 <= range.upperBound {
        bytes.append(byte)
        bytes.append(text[index &+ 1])
        bytes.append(text[index &+ 2])
        index &+= 3
        continue
      }
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, range.upperBound)
      if let folded = length == 1 ? byte : folded(text, index, end) {
        if !isPassedOver(folded) {
          bytes.append(folded >= 0x41 && folded <= 0x5A ? folded | 0x20 : folded)
        }
      } else {
        for place in index..<end { bytes.append(text[place]) }
      }
      index = end
    }
  }

  /// Whether a byte is no part of a label: white space, a colon, an asterisk.
  private static func isPassedOver(_ byte: UInt8) -> Bool {
    byte.isBlankASCII || byte == 0x3A || byte == 0x2A
  }

  /// The ASCII byte that a full-width form stands for.
  private static func folded(_ text: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> UInt8? {
    guard end - index == 3 else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xE3, 0x80): return text[index + 2] == 0x80 ? 0x20 : nil
    case (0xEF, 0xBC): return text[index + 2] >= 0x81 ? text[index + 2] - 0x60 : nil
    case (0xEF, 0xBD): return text[index + 2] <= 0x9E ? text[index + 2] - 0x20 : nil
    default: return nil
    }
  }

  /// Takes a short trailing bracket off, as in `资金来源(万元)`, `金额(单位:人民币万元)` and
  /// `实施期目标(2024年—2026年)`, unless
  /// nothing would be left.
  private static func stripUnit(_ key: inout [UInt8]) {
    guard key.last == 0x29, let open = key.lastIndex(of: 0x28), open > 0 else { return }
    let length = key.count - open
    // 元
    let isMoney = key.dropLast().suffix(3).elementsEqual([0xE5, 0x85, 0x83])
    guard length <= 16 || length <= 32 && (key[open + 1].isDigitASCII || isMoney) else { return }
    key.removeSubrange(open...)
  }
}
