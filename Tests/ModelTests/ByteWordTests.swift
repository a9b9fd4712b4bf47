import Testing
import TieoutModel

@Suite("Eight bytes at once")
struct ByteWordTests {
  /// The bytes at which a question is answered with yes, asked of each byte among others.
  private func bytes(_ question: (ByteWord) -> UInt64) -> [UInt8] {
    (0...255).map { UInt8($0) }.filter { byte in
      let among: [UInt8] = [0x00, 0xFF, 0x80, byte, 0x7F, 0x01, 0x20, 0xE4]
      let answer = question(among.span.word(at: 0))
      #expect(answer & 0x7F7F_7F7F_7F7F_7F7F == 0, "only the highest bit of a byte answers")
      return answer >> 24 & 0x80 != 0
    }
  }

  @Test("controls are the bytes below a space")
  func controls() { #expect(bytes { $0.controls } == (0..<0x20).map { UInt8($0) }) }

  @Test("digits are digits")
  func digits() { #expect(bytes { $0.digits } == Array("0123456789".utf8)) }

  @Test("common are digits, their signs, and what Han characters are made of")
  func uncommon() {
    let common = Set(bytes { ~$0.uncommon & 0x8080_8080_8080_8080 })
    let signs = Set("+,-./0123456789".utf8)
    #expect(common == signs.union(0x80...0xBF).union(0xE4...0xE9))
  }

  @Test("a byte is found wherever it stands, and no other is")
  func places() {
    #expect(bytes { $0.places(of: 0x24) } == [0x24])
    let word = Array("$a$$bc$$".utf8).span.word(at: 0)
    #expect(word.places(of: 0x24) == 0x8080_0000_8080_0080)
  }

  @Test("a part of a word is read up to the end of the text", arguments: 0...8)
  func part(_ count: Int) {
    let text: [UInt8] = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0xFF]
    for start in 0...text.count - count {
      let bits = text.span.word(start..<start + count).bits
      let expected = text[start..<start + count].reversed().reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      #expect(bits == expected)
    }
  }

  @Test("a range is common where each of its bytes is, whatever stands around it")
  func common() {
    let text = Array("甲（12,345.00万元）乙".utf8)
    func isCommon(_ range: Range<Int>) -> Bool { text.span.isCommon(range) }
    #expect(isCommon(6..<text.count - 6))
    #expect(!isCommon(6..<text.count - 3))
    #expect(!isCommon(3..<text.count - 6))
    #expect(isCommon(4..<4))
  }

  @Test("the first byte that is not common is found wherever it stands, and none behind the range")
  func firstUncommon() {
    for place in 0..<20 {
      var text = [UInt8](repeating: 0x31, count: 24)
      text[place] = 0x28
      text[20] = 0x28
      #expect(text.span.uncommon(in: 0..<20) == place)
      #expect(text.span.uncommon(in: place + 1..<20) == 20)
    }
  }

  @Test("the first of two bytes is found wherever it stands, and none behind the range")
  func next() {
    for place in [0, 3, 8, 63, 64, 70, 128, 131] {
      var text = [UInt8](repeating: 0x31, count: 140)
      text[place] = 0x5C
      text[135] = 0x24
      #expect(text.span.next(0x24, or: 0x5C, in: 0..<133) == place)
      #expect(text.span.next(0x24, or: 0x5C, in: place + 1..<133) == 133)
      #expect(text.span.next(0x24, or: 0x5C, in: place + 1..<140) == 135)
    }
  }

  @Test("one of two bytes is found in a range and nowhere else")
  func either() {
    let text = Array("$一二三四五六七八\\".utf8)
    func holds(_ range: Range<Int>) -> Bool { text.span.holds(0x24, or: 0x5C, in: range) }
    #expect(holds(0..<4))
    #expect(!holds(1..<text.count - 1))
    #expect(holds(1..<text.count))
  }
}
