internal import TieoutModel

/// How many columns characters take on a terminal, and what of them a terminal may see.
public enum Display {
  /// The columns of a text: East Asian wide characters take two, combining ones none.
  public static func width(_ text: String) -> Int { width(text.utf8Span.span) }

  /// The columns of UTF-8.
  static func width(_ text: borrowing Span<UInt8>) -> Int {
    var width = 0
    var index = 0
    while index < text.count {
      let glyph = Glyph(text, index)
      width &+= glyph.columns
      index &+= glyph.length
    }
    return width
  }

  /// The columns of the longest piece that stays on one line: a word, or one wide character.
  static func longestWord(_ text: String) -> Int {
    var (longest, word) = (0, 0)
    for scalar in text.unicodeScalars {
      let columns = CharacterWidth.columns(scalar.value)
      word = scalar == " " || scalar == "\n" || columns > 1 ? 0 : word + columns
      longest = max(longest, word, columns)
    }
    return longest
  }

  /// The text with everything that could command a terminal made visible.
  ///
  /// - before: `ESC [31m`, a bell, a bidirectional override
  /// - after: `␛[31m`, `␇`, `�`
  /// - leaves alone: everything printable; a tab becomes one space
  public static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginCommand) else { return text }
    var shown = ByteBuffer()
    shown.escaped(text, as: DisplayEscaping.self)
    return String(decoding: shown.array, as: UTF8.self)
  }

  /// Whether a byte is the first of some character that a terminal would act on.
  private static func mayBeginCommand(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }
}

/// One character of UTF-8: its bytes, its number, its columns.
struct Glyph {
  /// The number of its bytes.
  let length: Int
  /// The Unicode scalar; U+FFFD where the bytes are none.
  let scalar: UInt32
  /// The columns that it takes.
  let columns: Int

  /// Reads the character that begins at an offset.
  @inline(__always)
  init(_ text: borrowing Span<UInt8>, _ index: Int) {
    let first = text[index]
    if first < 0x80 {
      (length, scalar, columns) = (1, UInt32(first), 1)
      return
    }
    let sequence = UTF8Scalar(text, index, text.count)
    length = sequence.length
    // Nearly all of Chinese is here.
    if sequence.isValid, first >= 0xE5, first <= 0xE9 {
      scalar =
        UInt32(first & 15) << 12 | UInt32(text[index + 1] & 63) << 6 | UInt32(text[index + 2] & 63)
      columns = 2
      return
    }
    scalar = sequence.value(text, index)
    columns = CharacterWidth.columns(scalar)
  }
}

/// What a terminal must not see as it is: control characters, line and paragraph separators, and
/// what reverses the direction of writing.
enum DisplayEscaping: Escaping {
  typealias Scan = FullScan

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }

  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    switch byte {
    case 0x09...0x0D: output.byte(0x20)
    case 0x7F: output.literal("\u{2421}")
    default:
      // The pictures of control characters begin at U+2400.
      output.byte(0xE2)
      output.byte(0x90)
      output.byte(0x80 + byte)
    }
  }
}
