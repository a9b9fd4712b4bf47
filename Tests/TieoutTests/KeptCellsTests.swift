import Testing
import Tieout

@Suite("A submission that keeps no more cells than are looked up")
struct KeptCellsTests {
  @Test(
    "Every writer but the page writes the same of it",
    arguments: [
      "budget-2024/submission.txt", "d1/vlm-n3.txt", "d1/tesseract.alto.xml", "d1/rapidocr.json",
      "d2/md-html-mineru-n1.md",
    ])
  func same(_ path: String) throws {
    let input = [Input(name: "a", bytes: try Corpus.bytes(path))]
    var options = Options()
    let whole = try Tieout.run(input, options)
    options.keepsCells = false
    let lean = try Tieout.run(input, options)
    #expect(lean.document.cells.count < whole.document.cells.count)
    #expect(lean.document.rows.count == whole.document.rows.count)
    for writer in Registry.writers where writer != HTMLReport.self {
      let isSame = lean.written(writer) == whole.written(writer)
      #expect(isSame, "\(writer.format)")
    }
  }

  @Test("Several inputs have as many pages without their cells as with them")
  func pages() throws {
    let bytes = Array("标题\n项目\t金额\n\u{C}第二页\n甲\t1\n".utf8)
    let inputs = ["a.txt", "b.txt"].map { Input(name: $0, bytes: bytes) }
    var options = Options()
    options.keepsCells = false
    let lean = try Tieout.run(inputs, options)
    #expect(lean.document.pageCount == 4)
    #expect(lean.metadata.pages == 4)
  }
}
