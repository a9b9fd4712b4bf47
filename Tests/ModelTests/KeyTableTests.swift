import Testing
import TieoutModel

@Suite("Numbers for byte strings")
struct KeyTableTests {
  @Test("a key is found wherever it stands in a text, and no part of it is")
  func find() {
    var table = KeyTable()
    func find(_ range: Range<Int>, _ text: [UInt8]) -> Int? { table.find(in: text.span, range) }
    let keys = (1...40).map { count in (0..<count).map { UInt8(0x30 + $0 % 10) } }
    let numbers = keys.map { table.add($0) }
    #expect(numbers == Array(1...40))
    for (key, number) in zip(keys, numbers) {
      let text = Array("甲".utf8) + key + Array("乙".utf8)
      #expect(find(3..<3 + key.count, text) == number)
      #expect(find(2..<3 + key.count, text) == nil)
      #expect(table.key(number) == key)
    }
    #expect(find(0..<0, keys[0]) == nil)
  }

  @Test("keys of one length that begin and end alike are told apart by what is between")
  func middle() {
    var table = KeyTable()
    let keys = (0..<20).map { Array("the first \($0 + 10) of the last".utf8) }
    let numbers = keys.map { table.add($0) }
    #expect(Set(numbers).count == keys.count)
    for (key, number) in zip(keys, numbers) {
      #expect(table.find(in: key.span, key.indices) == number)
    }
    let other = Array("the first 99 of the last".utf8)
    #expect(table.find(in: other.span, other.indices) == nil)
  }
}

@Suite("Filters of characters")
struct CharacterFilterTests {
  @Test("what was inserted is held, alone at the end of a text too")
  func held() {
    var filter = CharacterFilter()
    let text = Array("甲a≥".utf8)
    for index in text.indices where text[index].isScalarStart { filter.insert(text, index) }
    for word in ["甲", "a", "≥", "一甲", "一a", "一≥"] {
      let bytes = Array(word.utf8)
      let last = bytes.lastIndex { $0.isScalarStart } ?? 0
      #expect(filter.mayHold(bytes, last))
    }
  }

  @Test("a search stops at the first character of the filter, behind broken bytes too")
  func search() {
    var filter = CharacterFilter()
    filter.insert(Array(">".utf8), 0)
    filter.insert(Array("甲".utf8), 0)
    let before = Array("乙é𠀀".utf8) + [0xE7, 0x41, 0xE7, 0x94]
    for word in [">", "甲"] {
      let text = before + Array(word.utf8) + Array("乙甲".utf8)
      #expect(filter.next(in: text.span, 0..<text.count) == before.count)
    }
    #expect(filter.next(in: before.span, 0..<before.count) == before.count)
  }

  @Test("most characters are denied")
  func denied() {
    var filter = CharacterFilter()
    filter.insert(Array("甲".utf8), 0)
    let han = (0x4E00...0x9FFF).compactMap { Unicode.Scalar($0) }.map { Array(String($0).utf8) }
    #expect(han.count { filter.mayHold($0, 0) } * 100 < han.count)
  }
}
