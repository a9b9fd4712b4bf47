internal import TieoutModel

/// Tells plain UTF-8, eight bytes a step: characters of one to three bytes, as nearly all text has.
///
/// What it denies may be UTF-8 all the same: leads after which not every continuation is allowed
/// (0xE0, 0xED, 0xF0 and above) need a closer look.
struct PlainUTF8 {
  /// Whether all bytes so far are plain; what is open at the end is open still.
  var isPlain: Bool { strange & Self.highest == 0 }
  /// The continuations that the next bytes must be, for what has begun.
  private var open: UInt64 = 0
  private var strange: UInt64 = 0

  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// Looks at the next eight bytes, the first one lowest.
  mutating func take(_ word: ByteWord) {
    let bytes = word.bits
    let leads = bytes & (bytes << 1) & Self.highest
    let continuations = bytes & ~(bytes << 1) & Self.highest
    let leadsOfThree = leads & (bytes << 2)
    let leadsOfFour = leadsOfThree & (bytes << 3)
    // Each lead expects a continuation behind it, one from 0xE0 on a second one.
    let expected = leads << 8 | leadsOfThree << 16 | open
    open = leads >> 56 | leadsOfThree >> 48
    strange |= (expected ^ continuations) | leadsOfFour
    strange |= word.places(of: 0xE0) | word.places(of: 0xED)
    // 0xC0 and 0xC1 begin no character.
    strange |= ByteWord(bits: bytes & 0xFEFE_FEFE_FEFE_FEFE).places(of: 0xC0)
  }
}
