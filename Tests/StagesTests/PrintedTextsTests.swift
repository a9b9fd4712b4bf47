import Testing
import TieoutModel

@testable import TieoutStages

@Suite("Remembering what is printed")
struct PrintedTextsTests {
  /// What is remembered of texts that are looked up one after the other in few places, each with a
  /// number of its own: the numbers that they are known by.
  private func recall(_ printed: [String], places: Int) -> [String?] {
    let text = Array(printed.joined(separator: "\t").utf8)
    var texts = PrintedTexts(places: places)
    var known = [String?](repeating: nil, count: places)
    var start = 0
    return printed.map { word in
      let slice = Slice(start..<start + word.utf8.count)
      start += word.utf8.count + 1
      let (place, isKnown) = texts.find(slice, in: text.span)
      if isKnown { return known[place] }
      texts.keep(slice, at: place)
      known[place] = word
      return nil
    }
  }

  private static let words = [
    "%", "人", "9", "90", "95", "万元", "1234567", "12345678", "123456789", "数量指标", "质量指标",
    "经济效益指标", "社会效益指标", "服务对象满意度指标", "甲乙丙丁戊己庚辛", "甲乙丙戊丁己庚辛", "甲乙丙丁戊己庚辛壬",
  ]

  @Test("a text is known by its own characters and no others", arguments: [2, 16, 256])
  func same(_ places: Int) {
    let printed = Self.words + Self.words.reversed() + Self.words
    for (word, known) in zip(printed, recall(printed, places: places)) {
      #expect(known == nil || known == word)
    }
  }

  @Test("a text that is printed twice in a row is known the second time")
  func again() {
    let printed = Self.words.flatMap { [$0, $0] }
    let known = recall(printed, places: 16)
    #expect(stride(from: 1, to: printed.count, by: 2).allSatisfy { known[$0] == printed[$0] })
  }

  @Test("texts differ by one character wherever it stands")
  func differing() {
    let word = Array("甲乙丙丁戊己庚辛壬癸1234567")
    for place in word.indices {
      var other = word
      other[place] = "子"
      #expect(recall([String(word), String(other)], places: 2)[1] == nil)
    }
  }
}
