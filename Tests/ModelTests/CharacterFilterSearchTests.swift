import Testing
import TieoutModel

@Suite("Where a character of a set may stand")
struct CharacterFilterSearchTests {
  private let text = Array("把A千万拾元".utf8)

  private func filter(_ characters: String...) -> CharacterFilter {
    var filter = CharacterFilter()
    for character in characters { filter.insert(Array(character.utf8), 0) }
    return filter
  }

  private func next(_ filter: CharacterFilter, _ range: Range<Int>) -> Int {
    filter.next(in: text.span, range)
  }

  @Test("the first one is found, whatever stands before it")
  func found() {
    #expect(next(filter("拾", "A"), 0..<16) == 3)
    #expect(next(filter("拾"), 0..<16) == 10)
    #expect(next(filter("拾"), 10..<16) == 10)
  }

  @Test("characters of another filter are found, too")
  func joined() {
    var both = filter("A")
    both.formUnion(filter("千"))
    #expect(next(both, 4..<16) == 4)
  }

  @Test("where none stands it is the end of the range, even where a character goes on behind it")
  func end() {
    #expect(next(filter("佰"), 0..<16) == 16)
    #expect(next(filter("拾"), 0..<10) == 10)
    #expect(next(filter("佰"), 4..<5) == 5)
    #expect(next(filter("拾"), 7..<7) == 7)
  }
}
