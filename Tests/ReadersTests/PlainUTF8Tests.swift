import Testing
import TieoutModel

@testable import TieoutReaders

@Suite("Telling plain UTF-8")
struct PlainUTF8Tests {
  private func isPlain(_ bytes: [UInt8]) -> Bool {
    var plain = PlainUTF8()
    let padded = bytes + Array(repeating: 0x20, count: 8 - bytes.count % 8)
    for index in stride(from: 0, to: padded.count, by: 8) {
      plain.take(padded.span.word(at: index))
    }
    return plain.isPlain
  }

  @Test("characters of one to three bytes are plain, save after the leads E0 and ED")
  func characters() {
    for value in stride(from: 0, to: 0x11_0000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isSimple = bytes.count < 4 && bytes[0] != 0xE0 && bytes[0] != 0xED
      for start in 5...8 {
        #expect(isPlain(Array(repeating: 0x61, count: start) + bytes) == isSimple)
      }
    }
  }

  @Test("what is plain is UTF-8: all sequences of two bytes, and of three around their borders")
  func sequences() {
    let borders: [UInt8] = [
      0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE1, 0xED, 0xF4, 0xFF,
    ]
    for first in 0...255 {
      for second in 0...255 {
        let bytes: [UInt8] = [UInt8(first), UInt8(second)]
        if isPlain(bytes) { #expect(String(validating: bytes, as: UTF8.self) != nil) }
        for third in borders {
          // Across the border of two words as well.
          let longer = Array(repeating: 0x61, count: 6) + bytes + [third]
          if isPlain(longer) { #expect(String(validating: longer, as: UTF8.self) != nil) }
        }
      }
    }
  }

  @Test("what is no UTF-8 is found in a long text", arguments: [0, 1, 5, 6, 7, 8, 9, 100])
  func damage(_ place: Int) {
    var bytes = Array(String(repeating: "甲乙a丙", count: 20).utf8)
    #expect(TextBytes(bytes).invalid == nil)
    bytes[place] = 0xFF
    #expect(TextBytes(bytes).invalid?.first ?? .max <= place)
    bytes.removeLast()
    #expect(TextBytes(bytes).invalid != nil)
  }
}
