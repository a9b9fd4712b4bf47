/// How a word begins, as far as it tells at a glance whether the word may stand somewhere.
///
/// A line has few places at which a label may begin, and a profile many labels: nearly all of them
/// begin otherwise, and this is one number to compare.
struct WordHead {
  /// The first character where it has three bytes, else its first byte without case.
  private let sign: UInt32

  /// Takes the head of what begins at an offset.
  init(_ text: [UInt8], _ index: Int, _ end: Int) {
    let lead = text[index]
    if lead >= 0xE0, index + 2 < end {
      sign = UInt32(lead) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
    } else {
      sign = UInt32(lead | 0x20)
    }
  }

  /// Whether a word that begins so may stand where a text has another head; a blank of the word may
  /// be left out there.
  func mayStand(at text: WordHead) -> Bool { sign == text.sign || sign == 0x20 }
}
