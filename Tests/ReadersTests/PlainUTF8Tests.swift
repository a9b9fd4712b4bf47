import Testing
import TieoutModel

@testable import TieoutReaders

@Suite("Telling plain UTF-8")
struct PlainUTF8Tests {
  private func isPlain(_ bytes: [UInt8]) -> Bool {
    // At the end of a short text, and inside one that is looked at in one go.
    let long = Array(repeating: 0x61, count: 50) + bytes + Array(repeating: UInt8(0x61), count: 90)
    let isPlain = PlainUTF8.holds(bytes.span)
    if PlainUTF8.holds(long.span) != isPlain { Issue.record("not alike: \(bytes)") }
    return isPlain
  }

  @Test("characters of one to three bytes are plain, save after the leads E0 and ED")
  func characters() {
    for value in stride(from: 0, to: 0x11_0000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isBinary = value < 0x08 || 0x0E..<0x1B ~= value
      let isSimple = bytes.count < 4 && bytes[0] != 0xE0 && bytes[0] != 0xED && !isBinary
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

  @Test("what is no UTF-8 is found in a long text", arguments: [0, 1, 7, 8, 64, 65, 66, 67, 100])
  func damage(_ place: Int) {
    var bytes = Array(String(repeating: "甲乙a丙", count: 20).utf8)
    #expect(TextBytes(bytes).invalid == nil)
    bytes[place] = 0xFF
    #expect(TextBytes(bytes).invalid?.first ?? .max <= place)
    bytes.removeLast()
    #expect(TextBytes(bytes).invalid != nil)
  }
}
