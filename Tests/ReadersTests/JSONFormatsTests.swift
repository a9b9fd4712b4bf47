import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading what engines write as JSON")
struct JSONFormatsTests {
  static let formats = [
    "mineru", "mineru-middle", "docling", "paddle", "dots", "marker", "olmocr", "unstructured",
    "glm-ocr", "mistral", "answer", "azure", "textract",
    "document-ai", "tencent", "baidu", "json",
  ]

  static let files = formats.flatMap { CaseFile.files("Cases/\($0)") }

  @Test("Tables, prose and places are as recorded", arguments: files)
  func places(_ file: URL) throws {
    let format = file.deletingLastPathComponent().lastPathComponent
    #expect(try expectPlaces(file, format) == format)
  }

  @Test("Cut off at any byte, what stands before is read, and a remark says so", arguments: files)
  func cutOff(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let bytes = Array(text.components(separatedBy: "\n=====\n")[0].utf8)
    for count in stride(from: 1, to: bytes.count, by: 7) {
      let piece = Array(bytes.prefix(count))
      for reader in Readers.all where Self.formats.contains(reader.format) {
        guard let reason = reader.recognise(piece, name: "x") else { continue }
        var document = Document()
        try reader.read(piece, name: "x", reason: reason, into: &document)
        #expect(document.sources.count == 1)
        // Cut between two lines, a file is whole.
        let isWhole = JSONTree(piece).error == nil
        if reader.format != "olmocr", !isWhole { #expect(!document.remarks.isEmpty) }
      }
    }
  }

  @Test(
    "Numbers that no page has, halves of characters and deep nesting harm nobody",
    arguments: [
      #"[{"type":"text","text":"甲\ud800乙","bbox":[-1e308,1e999,9,0],"page_idx":-5}]"#,
      #"[{"type":"text","text":"甲","bbox":["x"],"page_idx":1e300}]"#,
      ##"{"schema_name":"DoclingDocument","body":{"children":[{"$ref":"#/groups/0"}]},"groups":[{"children":[{"$ref":"#/groups/0"}]}],"tables":[{"data":{"table_cells":[{"text":"甲","start_row_offset_idx":999999999999,"col_span":-3}]}}],"texts":[]}"##,
      // Captions that are nowhere, and a table that is its own caption.
      ##"{"schema_name":"DoclingDocument","tables":[{"captions":[{"$ref":"#/texts/7"},{"$ref":"#/tables/0"}],"data":{"table_cells":[{"text":"甲"}]}}]}"##,
      "[{\"type\":\"text\",\"page_idx\":0,\"text\":" + String(repeating: "[", count: 100_000),
    ])
  func hostile(_ text: String) throws {
    let (_, document) = try recognisedDocument(Array(text.utf8))
    for cell in document.cells { _ = document.location(of: cell.text) }
    #expect(document.sources.count == 1)
  }
}
