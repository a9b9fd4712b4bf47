import Testing
import TieoutModel

@testable import TieoutWriters

/// The one place of the writers that the compiler does not watch.
@Suite("The bytes that are written")
struct ByteBufferTests {
  /// What stands for a character in JSON, by the book.
  private static func json(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\u{8}": "\\b"
    case "\t": "\\t"
    case "\n": "\\n"
    case "\u{C}": "\\f"
    case "\r": "\\r"
    case "\0"..<" ":
      "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }

  /// What stands for a character in XML text, by the book.
  private static func xml(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\t": "&#9;"
    case "\n": "&#10;"
    case "\r": "&#13;"
    case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(scalar)
    }
  }

  private func escaped<E: Escaping>(_ text: String, as escaping: E.Type) -> String {
    var buffer = ByteBuffer()
    buffer.escaped(text, as: E.self)
    return String(decoding: buffer.array, as: UTF8.self)
  }

  private static let signs: [Unicode.Scalar] =
    (0..<0x80).map { Unicode.Scalar($0) } + [
      "\u{80}", "é", "\u{A0}", "\u{7FF}", "\u{800}", "表", "，", "\u{F8FF}", "\u{FEFF}", "\u{FFBF}",
      "\u{FFFC}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10000}", "😀", "\u{10FFFF}", "\u{3FFF}",
      "\u{BFFF}", "\u{FBFF}",
    ]

  @Test("Every sign is escaped in every place of texts of every length", arguments: 0...34)
  func everyPlace(_ length: Int) {
    for sign in Self.signs {
      for place in Set([0, 1, 3, 4, 6, 7, 8, 9, 14, 15, 16, length / 2, length - 1, length]) {
        guard place >= 0, place <= length else { continue }
        for filler in ["x", "表", "é", "\u{FFFD}"] {
          let before = String(repeating: filler, count: place)
          let after = String(repeating: filler, count: length - place)
          let text = before + String(sign) + after
          let isRight =
            escaped(text, as: JSONEscaping.self) == before + Self.json(sign) + after
            && escaped(text, as: XMLEscaping.self) == before + Self.xml(sign) + after
            && escaped(text, as: XMLAttributeEscaping.self) == before
              + (sign == "\"" ? "&quot;" : Self.xml(sign)) + after
            && escaped(text, as: NoEscaping.self) == text
          #expect(isRight, "\(sign.value) at \(place) of \(length)")
        }
      }
    }
  }

  @Test("A piece of a document is what looking at each of its characters makes of it")
  func pieces() {
    let text = Array("表1\t内\"容&\n😀é<值>，\u{FFFE}\u{3000}x\\y\u{1}".utf8)
    for start in 0...text.count {
      for end in start...text.count {
        var maker = Document()
        maker.text = text
        var quick = ByteBuffer()
        quick.characters(
          Slice(start..<end), of: maker, isWellFormed: true, as: JSONEscaping.self)
        quick.characters(
          Slice(start..<end), of: maker, isWellFormed: true, then: 0x22, as: XMLEscaping.self)
        var close = ByteBuffer()
        close.inspect(
          text.span.extracting(start..<end), withoutSeams: true, as: JSONEscaping.self)
        close.inspect(
          text.span.extracting(start..<end), withoutSeams: true, as: XMLEscaping.self)
        close.byte(0x22)
        let isSame = quick.array == close.array
        #expect(isSame, "\(start)..<\(end)")
        #expect(String(validating: quick.array, as: UTF8.self) != nil)
      }
    }
  }

  @Test("What is appended stands behind what was there, however often the memory is outgrown")
  func growth() {
    var buffer = ByteBuffer()
    var expected: [UInt8] = []
    for step in 0..<3000 {
      let piece = [UInt8](repeating: UInt8(truncatingIfNeeded: step), count: step % 97)
      buffer.raw(piece.span)
      expected += piece
      buffer.byte(0x2C)
      buffer.literal("literal")
      buffer.bytes(0x6867_6665_6463_6261, step % 9)
      buffer.fill(0x20, step % 5)
      expected += Array(",literal".utf8) + Array("abcdefgh".utf8.prefix(step % 9))
      expected += [UInt8](repeating: 0x20, count: step % 5)
    }
    #expect(buffer.array == expected)
    #expect(buffer.count == expected.count)
    #expect(buffer.last == expected.last)
  }

  @Test("What is forgotten is gone, and the rest stands")
  func forgetting() {
    var buffer = ByteBuffer()
    #expect(buffer.last == nil)
    #expect(buffer.array == [])
    buffer.literal("table and chair")
    buffer.cut(to: 5)
    buffer.cut(to: 50)
    #expect(String(decoding: buffer.array, as: UTF8.self) == "table")
    var other = ByteBuffer()
    other.raw(buffer, 1..<4)
    other.raw(buffer, 5..<5)
    #expect(String(decoding: other.array, as: UTF8.self) == "abl")
    other.set(0x65, at: 0)
    #expect(String(decoding: other.array, as: UTF8.self) == "ebl")
    other.clear()
    other.bytes(SIMD4(0x64_6363_6261, 0, 0, 0), 3)
    other.bytes(SIMD4(0x64_6363_6261, 0, 0, 0), 0)
    #expect(String(decoding: other.array, as: UTF8.self) == "abc")
    buffer.clear()
    #expect(buffer.count == 0)
    #expect(buffer.read { $0.count } == 0)
    buffer.raw([UInt8]().span)
    #expect(buffer.array == [])
  }

  @Test("Numbers are written as Swift writes them")
  func numbers() {
    let magnitudes: [Int64] = [
      0, 1, 9, 10, 99, 100, 9_999, 10_000, 9_999_999, 10_000_000, 12_345_678, 99_999_999,
      100_000_000, 100_000_001, 123_456_789_012, 10_000_000_000_000_000, .max,
    ]
    for digits in magnitudes.flatMap({ [$0, -$0] }) + [.min] {
      var buffer = ByteBuffer()
      buffer.integer(Int(digits))
      #expect(String(decoding: buffer.array, as: UTF8.self) == String(digits))
      for scale: Int8 in [-3, 0, 1, 2, 6, 7, 8, 9, 18, 19, 20, 30] {
        let quantity = Quantity(digits: digits, scale: scale)
        buffer.clear()
        buffer.quantity(quantity)
        #expect(String(decoding: buffer.array, as: UTF8.self) == quantity.description)
      }
    }
  }

  @Test("Numbers of places are written as Swift writes them")
  func places() {
    for number: UInt32 in [0, 7, 10, 9_999, 10_000, 99_999_999, 100_000_000, .max] {
      var buffer = ByteBuffer()
      buffer.small(number)
      buffer.byte(0x20)
      buffer.offset(number)
      #expect(String(decoding: buffer.array, as: UTF8.self) == "\(number) \(number)")
    }
  }

  @Test("Hundredths are decimals with one decimal or two")
  func hundredths() {
    let expected = [
      (0, "0.0"), (5, "0.05"), (97, "0.97"), (100, "1.0"), (400, "4.0"), (920, "9.2"),
      (985, "9.85"), (1000, "10.0"), (9_999, "99.99"), (10_000, "100.0"), (-40, "-0.4"),
      (123_456, "1234.56"),
    ]
    for (number, text) in expected {
      var buffer = ByteBuffer()
      buffer.hundredths(number)
      #expect(String(decoding: buffer.array, as: UTF8.self) == text)
    }
  }

  @Test("Dates are written as Swift writes them")
  func dates() {
    for (year, month, day) in [(2024, 3, 12), (2024, 11, 0), (987, 0, 5), (0, 3, 4), (0, 0, 0)] {
      let date = PartialDate(year: Int16(year), month: Int8(month), day: Int8(day))
      var buffer = ByteBuffer()
      buffer.date(date)
      #expect(String(decoding: buffer.array, as: UTF8.self) == date.description)
    }
  }

  @Test("Packed words are what they were, the short ones and the long ones", arguments: 0...3)
  func packedWords(_ turn: Int) {
    let lengths = [0, 1, 7, 8, 9, 31, 32, 33, 90]
    let words = lengths.map { String(repeating: "ab", count: $0 / 2) + ($0 % 2 > 0 ? "c" : "") }
    let turned = Array(words[(2 * turn)...] + words[..<(2 * turn)])
    let packed = PackedWords(turned) { $1.escaped($0, as: NoEscaping.self) }
    for (number, word) in turned.enumerated() {
      var buffer = ByteBuffer()
      packed.append(number, to: &buffer)
      #expect(String(decoding: buffer.array, as: UTF8.self) == word)
    }
  }
}
