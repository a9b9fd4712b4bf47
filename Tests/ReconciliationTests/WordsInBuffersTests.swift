import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Wordings that are put together in buffers")
struct WordsInBuffersTests {
  @Test("Words, numbers and quantities stand where they are put")
  func interpolated() {
    let quantity = Quantity(digits: 193_780, scale: 2)
    let phrase: Phrase = "第\(12)张：\(quantity) \("万元")" + "。"
    #expect(phrase.text == "第12张：1937.80 万元。")
    #expect((Phrase(stringLiteral: "") + "").text.isEmpty)
    let message = Message.worded(zh: "第\(-3)行", en: "line \(-3)")
    #expect(message == Message(zh: "第-3行", en: "line -3"))
  }

  @Test("A text grows as long as it must, whatever it is put together from")
  func grows() {
    var text = TextBuffer(room: 1)
    var expected = ""
    for number in -60...60 {
      let quantity = Quantity(digits: Int64(number), scale: Int8(number / 10))
      text.append("第")
      text.append(quantity)
      text.append("一笔：比十五个字节更长的文字；".utf8Span.span)
      text.append("")
      expected += "第\(quantity)一笔：比十五个字节更长的文字；"
    }
    #expect(text.string == expected)
    #expect(TextBuffer(room: 0).string.isEmpty)
  }

  @Test("Words of the code and numbers in hexadecimal stand beside others, until all is taken out")
  func literals() {
    for number: UInt32 in [0, 1, 15, 16, 0xBEEF, 0x1000_0000, .max] {
      var text = TextBuffer(room: 1)
      text.append(literal: "一笔：比十五个字节更长的文字；")
      text.append(literal: "")
      text.append(literal: "-")
      text.append(hexadecimal: number)
      #expect(text.string == "一笔：比十五个字节更长的文字；-" + String(number, radix: 16))
      text.clear()
      text.append("é")
      #expect(text.string == "é")
    }
  }

  @Test(
    "A record is named as its paper does",
    arguments: [
      ("summary/total", "汇总表合计", "The summary's total"),
      ("summary/6b", "汇总表第6项（同号第2行）", "Summary item 6 (row 2 of that number)"),
      ("detail/31", "第31张明细表", "Form 31"), ("letter", "来文", "The letter"),
      ("summary", "汇总表", "The summary"), ("", "", ""),
    ])
  func names(record: String, zh: String, en: String) {
    var sentence = Sentence()
    sentence.addName(of: record, isOpening: true)
    #expect(sentence.message == Message(zh: zh, en: en))
  }

  @Test("What was put together is gone once a sentence is cleared")
  func cleared() {
    var document = Document()
    document.text = Array("一二".utf8)
    document.isWellFormed = true
    var sentence = Sentence()
    sentence.say("第", "the ")
    sentence.clear()
    sentence.add(Slice(3..<6), of: document)
    #expect(sentence.message == Message(zh: "二", en: "二"))
  }

  @Test("Where nothing is printed no line is named")
  func places() {
    var document = Document()
    document.bytes = Array("一\n二\n三".utf8)
    document.text = document.bytes
    document.lineStarts = [0, 4, 8]
    var sentence = Sentence()
    sentence.addPlace(of: Slice.none, document)
    sentence.addPlace(of: nil, document)
    sentence.addPlace(of: Slice(8..<11), document)
    #expect(sentence.message == Message(zh: "（第3行）", en: " (line 3)"))
    #expect(document.line(of: Slice(4..<7)) == document.location(of: Slice(4..<7)).line)
  }

  @Test(
    "Decimals of any size",
    arguments: [
      (Int128(0), 0, 0, "0"), (0, 2, 0, "0"), (0, 2, 2, "0.00"), (5, 1, 0, "0.5"),
      (-5, 3, 0, "-0.005"), (235, 1, 2, "23.50"), (23_500, 2, 0, "235"), (23_500, 2, 1, "235.0"),
      (12, -3, 0, "12000"), (0, -3, 2, "0.00"), (12, -3, 1, "12000.0"),
      (Int128(10_000_000_000_000_000) * 10_000_000_000, 20, 0, "1000000"),
      (-170_141_183_460_469_231_731, 2, 0, "-1701411834604692317.31"),
    ])
  func decimals(value: Int128, scale: Int, least: Int, text: String) {
    #expect(DecimalText.text(value, scale: scale, least: least) == text)
  }
}

@Suite("Words that are looked for all at once")
struct WordListTests {
  private func finds(_ words: [String], _ text: String) -> Bool {
    let bytes = Array("率\(text)率".utf8)
    return WordList(words).isIn(3..<(bytes.count - 3), of: bytes)
  }

  @Test("A word is found wherever it begins, and in its range alone")
  func found() {
    #expect(finds(["率", "满意度"], "群众满意度"))
    #expect(finds(["率"], "a率"))
    #expect(finds(["%"], "不低于95%"))
    #expect(finds(["é"], "cafés"))
    #expect(!finds(["率"], "合格"))
    #expect(!finds(["满意度"], "满意"))
    #expect(!finds([], "满意"))
    #expect(!finds([""], "满意"))
    #expect(!finds(["率"], ""))
  }

  @Test("Bytes that are no text hide no word")
  func malformed() {
    let bytes: [UInt8] = [0xE7, 0xE7, 0x8E, 0x87, 0xE7, 0x8E]
    #expect(WordList(["率"]).isIn(0..<6, of: bytes))
    #expect(!WordList(["率"]).isIn(4..<6, of: bytes))
  }
}

@Suite("Mandatory fields, all at once")
struct MandatoryFieldsTests {
  private func field(_ name: Int) -> Field {
    Field(name: FieldName(rawValue: UInt16(name)), printed: .none, value: .text(.none))
  }

  private func fields(_ names: some Sequence<Int>) -> TieoutReconciliation.MandatoryFields {
    TieoutReconciliation.MandatoryFields(
      names.map { MandatorySpec(ColumnSpec(name: FieldName(rawValue: UInt16($0)))) })
  }

  private func areFilled(
    _ mandatory: TieoutReconciliation.MandatoryFields, _ fields: [Field]
  ) -> Bool {
    mandatory.areFilled(in: fields.span)
  }

  @Test("Filled where each is there, whatever else is and however often")
  func filled() {
    let mandatory = fields([3, 70])
    #expect(areFilled(mandatory, [field(1), field(70), field(3), field(200)]))
    #expect(!areFilled(mandatory, [field(3), field(3)]))
    #expect(!areFilled(mandatory, []))
    #expect(areFilled(fields([]), []))
  }

  @Test("Of more than 64 nothing is sure")
  func many() {
    #expect(areFilled(fields(0..<64), (0..<64).map(field)))
    #expect(!areFilled(fields(0..<65), (0..<65).map(field)))
  }
}
