/// The labels of a profile, looked up by what is printed.
///
/// The look-up ignores what OCR engines vary without meaning: white space, widths, colons,
/// asterisks and a trailing unit in brackets. One hash of the normalised bytes answers for a cell;
/// a hit is confirmed byte by byte.
public struct LabelTable: Sendable {
  /// The labels' words as the profile writes them, by number less one.
  public private(set) var words: [String] = []
  private var table = KeyTable()
  /// The length of the longest normalised label, in bytes.
  public private(set) var longest = 0

  /// Creates an empty table.
  public init() {}

  /// The number of labels.
  public var count: Int { words.count }

  /// The word of a label.
  public func word(_ label: LabelID) -> String {
    label == .none ? "" : words[Int(label.rawValue) - 1]
  }

  /// The normalised bytes of a label.
  public func key(_ label: LabelID) -> [UInt8] {
    label == .none ? [] : table.keys[Int(label.rawValue) - 1]
  }

  /// Adds a label and gives its number; a label that is there already keeps its own.
  public mutating func add(_ word: String) -> LabelID {
    let key = Self.normalised(word.utf8)
    if let known = find(key) { return known }
    words.append(word)
    longest = max(longest, key.count)
    return LabelID(rawValue: UInt16(table.add(key)))
  }

  /// The label that a slice of a text spells, or `LabelID.none`.
  public func label(_ slice: Slice, in text: [UInt8]) -> LabelID {
    // Widths and spaces can make a printed label longer than its key, hardly more than threefold.
    guard !slice.isEmpty, Int(slice.count) <= 3 * longest + 24 else { return .none }
    return find(Self.normalised(text[slice.range])) ?? .none
  }

  /// The label with given normalised bytes.
  public func find(_ key: [UInt8]) -> LabelID? {
    table.find(key).map { LabelID(rawValue: UInt16($0)) }
  }

  /// The bytes by which labels are compared.
  public static func normalised(_ printed: some Collection<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(printed.count)
    var index = printed.startIndex
    while index != printed.endIndex {
      let byte = printed[index]
      if byte < 0x80 {
        index = printed.index(after: index)
        // White space, colon, asterisk: no part of a label.
        if byte.isBlankASCII || byte == 0x3A || byte == 0x2A { continue }
        key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = printed.index(index, offsetBy: length, limitedBy: printed.endIndex)
      let scalar = printed[index..<(end ?? printed.endIndex)]
      index = end ?? printed.endIndex
      if let folded = folded(scalar) {
        if folded.isBlankASCII || folded == 0x3A || folded == 0x2A { continue }
        key.append(folded >= 0x41 && folded <= 0x5A ? folded | 0x20 : folded)
      } else {
        key.append(contentsOf: scalar)
      }
    }
    stripUnit(&key)
    return key
  }

  /// The ASCII byte that a full-width form stands for.
  private static func folded(_ scalar: some Collection<UInt8>) -> UInt8? {
    guard scalar.count == 3, scalar.first == 0xEF || scalar.first == 0xE3 else { return nil }
    let bytes = Array(scalar)
    if bytes[0] == 0xE3 { return bytes[1] == 0x80 && bytes[2] == 0x80 ? 0x20 : nil }
    if bytes[1] == 0xBC, bytes[2] >= 0x81 { return bytes[2] - 0x60 }
    if bytes[1] == 0xBD, bytes[2] <= 0x9E { return bytes[2] - 0x20 }
    return nil
  }

  /// Takes a short trailing bracket off, as in `资金来源(万元)`, unless nothing would be left.
  private static func stripUnit(_ key: inout [UInt8]) {
    guard key.last == 0x29, let open = key.lastIndex(of: 0x28), open > 0, key.count - open <= 16
    else { return }
    key.removeSubrange(open...)
  }
}
