internal import TieoutModel

extension RandomAccessCollection<UInt8> {
  /// The columns that the one character of these bytes takes where all are equally wide.
  var columns: Int {
    guard let first, first >= 0xC0 else { return CharacterWidth.columns(0) }
    let lead = UInt32(first) & (0x7F >> UInt32(count))
    return CharacterWidth.columns(dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) })
  }
}
