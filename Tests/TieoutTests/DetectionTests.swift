import Testing
import Tieout

@Suite("Telling formats apart")
struct DetectionTests {
  /// What each file of the corpus is, by the end of its name.
  static let formats = [
    ".md": "markdown", ".hocr": "hocr", ".alto.xml": "alto", ".tsv": "tesseract-tsv",
    "rapidocr.json": "rapidocr", ".txt": "text",
  ]

  static let files = ["d1", "d2", "d3"].flatMap { folder in
    [
      "md-pipe-n1.md", "md-pipe-n2.md", "md-html-mineru-n1.md", "md-html-paddlevl-n2.md",
      "rapidtable.md", "tesseract.hocr", "tesseract.alto.xml", "tesseract.tsv", "rapidocr.json",
      "rapidocr.txt", "tesseract.txt", "vlm-n0.txt", "vlm-n3.txt",
    ].map { "\(folder)/\($0)" }
  }

  /// The format that bytes are recognised as, whatever the file's name.
  private func format(_ bytes: [UInt8]) -> String? {
    Registry.readers.first { $0.recognise(bytes, name: "x") != nil }?.format
  }

  @Test("A file called x is recognised by its content", arguments: files)
  func recognised(_ path: String) throws {
    let wanted = Self.formats.first { path.hasSuffix($0.key) }?.value
    #expect(format(try Corpus.bytes(path)) == wanted)
  }

  @Test("Cut off anywhere, it is still that or plain text, and it is read", arguments: files)
  func cutOff(_ path: String) throws {
    let wanted = Self.formats.first { path.hasSuffix($0.key) }?.value
    let bytes = try Corpus.bytes(path)
    for tenth in 1...10 {
      let piece = Array(bytes.prefix(bytes.count * tenth / 11))
      let found = format(piece)
      #expect(found == wanted || found == "text")
      guard tenth % 4 == 3 else { continue }
      let document = try rebuild([Input(name: "x", bytes: piece)])
      #expect(!document.rows.isEmpty)
    }
  }

  @Test(
    "JSON and XML of nobody's are refused with the reason",
    arguments: [
      "{\"a\": [1, 2]}", "[{\"x\": 1}]", "<?xml version=\"1.0\"?><inventory><item/></inventory>",
    ])
  func refused(_ text: String) {
    let error = #expect(throws: RunError.self) {
      try rebuild([Input(name: "x", bytes: Array(text.utf8))])
    }
    #expect(error?.message.en.contains("is in no format that can be read") == true)
  }
}
