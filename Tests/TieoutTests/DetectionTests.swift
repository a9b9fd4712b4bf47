import Testing
import Tieout
import TieoutTestSupport

@Suite("Telling formats apart")
struct DetectionTests {
  /// What each file of the corpus is, by the end of its name, the first that fits; others are in no
  /// format of an engine.
  static let formats: KeyValuePairs = [
    ".md": "markdown", ".hocr": "hocr", ".alto.xml": "alto", ".tsv": "tesseract-tsv",
    "rapidocr.json": "rapidocr", "truth.json": "json", "d1/tesseract.txt": "spaced-text",
    "d2/tesseract.txt": "spaced-text", ".txt": "text",
  ]

  /// All files of the corpus.
  static let files = Repository.corpusFiles("").filter { path in
    path.split(separator: "/").last?.contains(".") == true
  }

  /// The reader that recognises bytes, whatever the file's name.
  private func reader(_ bytes: [UInt8]) -> (any Reader.Type)? {
    Registry.readers.first { $0.recognise(bytes, name: "x") != nil }
  }

  private func wanted(_ path: String) -> String? {
    Self.formats.first { path.hasSuffix($0.key) }?.value
  }

  @Test("A file called x is recognised by its content, or refused", arguments: files)
  func recognised(_ path: String) throws {
    #expect(reader(try Corpus.bytes(path))?.format == wanted(path))
  }

  @Test(
    "Cut off at ten places, it is still that or plain text and is read, or refused with the reason",
    arguments: files)
  func cutOff(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    for tenth in 1...10 {
      let piece = Array(bytes.prefix(bytes.count * tenth / 11))
      guard let reader = reader(piece) else {
        // What tells it may stand behind the cut.
        #expect(wanted(path) == nil || wanted(path) == "json")
        let error = #expect(throws: RunError.self) {
          try rebuild([Input(name: "x", bytes: piece)])
        }
        #expect(error?.message.en.contains("is in no format that can be read") == true)
        continue
      }
      #expect(reader.format == wanted(path) || reader.format == "text")
      var document = Document()
      try reader.read(piece, name: "x", reason: "test", into: &document)
      #expect(!document.rows.isEmpty)
    }
  }

  @Test(
    "What tells JSON may stand behind megabytes of settings and boxes",
    arguments: [
      ("dots", #"{"settings":LONG,"pages":[{"bbox":[1,2,3,4],"category":"Text","text":"甲"}]}"#),
      (
        "mineru-middle",
        #"{"_settings":LONG,"pdf_info":[{"para_blocks":[{"lines":[{"spans":[{"content":"甲"}]}]}]}]}"#
      ),
      ("marker", #"{"metadata":LONG,"blocks":[{"block_type":"Text","html":"<p>甲</p>","page":0}]}"#),
      (
        "paddle",
        #"{"layout_det_res":LONG,"overall_ocr_res":LONG,"parsing_res_list":[{"block_content":"甲"}]}"#
      ),
      (
        "rapidocr",
        #"{"boxes":[[[1,2],[9,2],[9,8],[1,8]]],"elapse":LONG,"scores":[0.9],"txts":["甲"]}"#
      ),
      (
        "docling",
        ##"{"pages":LONG,"texts":[{"text":"甲"}],"tables":[],"body":{"children":[{"$ref":"#/texts/0"}]}}"##
      ),
    ])
  func behindMuch(_ format: String, _ file: String) throws {
    let boxes = (0..<9000).map { #"{"a":[\#($0),2.5,[]],"b":"]\"}\#u{FFFF}"}"# }.joined(
      separator: ",")
    let keys = (0..<300).map { #""\#($0)":{"x":"\#(String(repeating: "甲", count: 300))"}"# }
      .joined(separator: ",")
    for long in [
      "[\(boxes)]", "{\(keys)}", "\"" + String(repeating: "\\\"甲", count: 40_000) + "\"",
    ] {
      let bytes = Array(file.replacing("LONG", with: long).utf8)
      let document = try rebuild([Input(name: "x", bytes: bytes)])
      #expect(document.sources.first?.format == format)
      #expect(document.cells.map { document.string($0.text) } == ["甲"])
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
