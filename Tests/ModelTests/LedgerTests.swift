import Testing
import TieoutModel
import TieoutTestSupport

/// What became of each character.
@Suite struct LedgerTests {
  @Test(
    "each character is in one account: removed ones in markup, replaced ones with their replacement"
  )
  func accounts() {
    var maker = DocumentMaker()
    maker.source("a") { maker in
      maker.copy("合计\t")
      maker.replace("<b>", with: "", by: "html")
      maker.replace("１２ ３", with: "123", by: "fold")
      maker.replace("</b>", with: "", by: "html")
      maker.copy("　\u{A0}页脚 甲\n")
    }
    var submission = Submission(
      document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    submission.ledger.book(maker.slice("合计"), .label)
    submission.ledger.book(maker.slice("123"), .value)
    submission.ledger.book(maker.slice("甲"), .boilerplate)
    let totals = submission.ledgerTotals()
    #expect(totals.labels == 2)
    #expect(totals.values == 3)
    #expect(totals.markup == 7)
    #expect(totals.boilerplate == 1)
    #expect(totals.unplaced == 2)
    #expect(totals.scalars == 15)
  }

  @Test(
    "white space is no character, other signs without ink are",
    arguments: [
      (" \t\r\n\u{B}\u{C}", 0), ("\u{3000}\u{A0}\u{85}\u{2003}\u{2028}\u{205F}\u{1680}", 0),
      ("\u{1}\u{7F}", 2), ("\u{200B}\u{FEFF}", 2), ("、。", 2), ("表", 1), ("😀é", 2),
    ])
  func blanks(_ text: String, _ count: Int) {
    var maker = DocumentMaker()
    maker.source("a") { $0.copy(text) }
    let submission = Submission(
      document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    #expect(submission.ledgerTotals().scalars == count)
    #expect(submission.ledgerTotals().unplaced == count)
  }

  @Test("a source map that loses characters shows as a ledger out of balance")
  func unbalanced() {
    var maker = DocumentMaker()
    maker.source("a") { $0.copy("甲乙丙") }
    var document = maker.document
    document.rules = ["rule"]
    // The text is shorter than the map says: 乙 is gone without an edit.
    document.text = Array("甲丙".utf8)
    document.map = SourceMap(entries: [
      SourceMap.Entry(text: Slice(3..<6), source: Slice(6..<9), rule: 0)
    ])
    let submission = Submission(
      document: document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    #expect(submission.ledgerTotals().scalars == 3)
  }

  @Test(
    "the characters of the input are counted, wherever the text has others than its map says",
    arguments: 0..<80)
  func differs(_ place: Int) {
    let characters = Array(repeating: Character("甲"), count: 80)
    var (text, changed) = (characters, characters)
    text[40...40] = ["１"]
    changed[40...40] = ["1"]
    if place != 40 { changed[place] = "\u{3000}" }
    var document = Document()
    document.bytes = Array(String(text).utf8)
    document.text = Array(String(changed).utf8)
    document.sources = [
      Document.Source(
        name: "a", range: document.bytes.indices, lines: 1, format: "text", reason: "",
        encoding: "")
    ]
    document.isWellFormed = true
    document.map = SourceMap(entries: [
      SourceMap.Entry(text: Slice(120..<121), source: Slice(120..<123), rule: 0)
    ])
    let totals = Submission(
      document: document, profile: Profile(id: "p", version: "1"), profileScore: 0
    ).ledgerTotals()
    #expect(totals.scalars == 80)
  }

  @Test("unplaced text is listed cell by cell and line by line, without white space at its edges")
  func unplaced() {
    var maker = DocumentMaker()
    maker.source("a") { $0.copy("甲 乙\t　丙\n值丁\n\n \n戊") }
    var submission = Submission(
      document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    submission.ledger.book(maker.slice("值"), .value)
    let runs = submission.unplaced().map { submission.document.string($0) }
    #expect(runs == ["甲 乙", "丙", "丁", "戊"])
  }

  @Test("nothing is unplaced where everything is booked, and an empty text has no runs")
  func nothing() {
    var maker = DocumentMaker()
    maker.source("a") { $0.copy("甲\t乙") }
    var submission = Submission(
      document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    submission.ledger.book(Slice(0..<7), .value)
    #expect(submission.unplaced() == [])
    let empty = Submission(
      document: Document(), profile: Profile(id: "p", version: "1"), profileScore: 0)
    #expect(empty.unplaced() == [])
    #expect(empty.ledgerTotals() == Ledger.Totals())
  }
}
