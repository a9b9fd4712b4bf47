import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

/// The formats that give words with boxes: what is read, where it stands, what must not happen.
@Suite("Reading words with boxes")
struct WordFormatsTests {
  static let readers: [any Reader.Type] = [
    RapidOCRReader.self, PaddleOCRReader.self, TesseractTSVReader.self, HOCRReader.self,
    ALTOReader.self, PlacedTextReader.self,
    PAGEReader.self, ABBYYReader.self, PopplerReader.self,
  ]
  static let cases = readers.flatMap { reader in
    CaseFile.files("Cases/\(reader.format)").map { (reader.format, $0) }
  }
  /// The files of the corpus in a format.
  static let corpus: [(format: String, path: String)] = [
    ("rapidocr", "rapidocr.json"), ("tesseract-tsv", ".tsv"), ("hocr", ".hocr"),
    ("alto", ".alto.xml"),
  ].flatMap { format, suffix in Repository.corpusFiles(suffix).map { (format, $0) } }

  private static func reader(_ format: String) -> any Reader.Type {
    readers.first { $0.format == format } ?? RapidOCRReader.self
  }

  private static func read(_ format: String, _ bytes: [UInt8]) throws -> Document {
    var document = Document()
    try reader(format).read(bytes, name: "case", reason: "test", into: &document)
    return document
  }

  @Test("a file is read as recorded, with the place of each cell", arguments: cases)
  func recorded(_ format: String, _ file: URL) throws {
    let input = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "=====\n")[0]
    let document = try Self.read(format, Array(input.utf8))
    try expectGolden(
      input + "=====\n" + Self.dump(document), "Cases/\(format)/\(file.lastPathComponent)")
  }

  private static func dump(_ document: Document) -> String {
    var lines: [String] = []
    for block in document.blocks {
      lines.append("\(block.kind)")
      for row in document.rows[block.rows] {
        lines.append("  page \(row.page)")
        for cell in document.cells[row.cells] where !cell.text.isEmpty {
          lines.append("    " + dump(cell, row, document))
        }
      }
    }
    lines += document.remarks.map { "remark: \($0.message.en)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func dump(
    _ cell: Document.Cell, _ row: Document.Row, _ document: Document
  ) -> String {
    var parts = ["[\(document.string(cell.text))]"]
    if !row.isLine { parts.append("column \(cell.column)") }
    if cell.columnSpan > 1 { parts.append("over \(cell.columnSpan) columns") }
    if cell.rowSpan > 1 { parts.append("over \(cell.rowSpan) rows") }
    let at = document.location(of: cell.text)
    parts.append("line \(at.line)")
    if let element = at.element { parts.append(element) }
    if let box = at.box {
      parts.append("box \(box.left) \(box.top) \(box.right) \(box.bottom)")
    }
    if let confidence = at.confidence { parts.append("\(confidence) %") }
    return parts.joined(separator: ", ")
  }

  @Test("each file of the corpus is taken for what it is", arguments: corpus)
  func recognised(_ format: String, _ path: String) throws {
    let bytes = try Repository.corpus(path)
    let first = Readers.all.first { $0.recognise(bytes, name: "x") != nil }
    #expect(first?.format == format)
  }

  @Test("what is another format is left to others")
  func others() {
    let files = [
      "", "plain text", "level\tname\n1\tx\n", "{\"pages\":[]}", "{\"pages\":[{\"items\":[{}]}]}",
      "<html><p>no classes</p></html>", "<html class=\"ocr\"></html>",
      "<p>of the class ocr_line</p>", "<altogether/>",
      "<x:alt/>", "<!-- <alto> --><a/>", "<PcGtsx/>",
    ]
    for file in files {
      for reader in Self.readers {
        #expect(reader.recognise(Array(file.utf8), name: "x") == nil, "\(reader.format): \(file)")
      }
    }
  }

  @Test("no character of a word is lost, and none comes twice", arguments: corpus)
  func conservation(_ format: String, _ path: String) throws {
    let bytes = try Repository.corpus(path)
    let document = try Self.read(format, bytes)
    var left = Self.words(format, String(decoding: bytes, as: UTF8.self))
      .joined().unicodeScalars.filter { !$0.properties.isWhitespace }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for cell in document.cells {
      for scalar in document.string(cell.text).unicodeScalars
      where !scalar.properties.isWhitespace {
        left[scalar, default: 0] -= 1
      }
    }
    #expect(left.values.allSatisfy { $0 == 0 }, "\(left.filter { $0.value != 0 })")
  }

  /// The words of a file, found in another way than the readers do.
  private static func words(_ format: String, _ text: String) -> [String] {
    func between(_ pattern: Regex<(Substring, Substring)>) -> [String] {
      text.matches(of: pattern).map { match in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(
          String(match.1)
        ) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      }
    }
    switch format {
    case "rapidocr":
      return text.matches(of: /"text": *("(?:[^"\\]|\\.)*")/).compactMap {
        try? JSONDecoder().decode(String.self, from: Data($0.1.utf8))
      }
    case "tesseract-tsv":
      return text.split(separator: "\n").dropFirst().compactMap {
        let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
        return fields.count > 11 ? fields[11...].joined(separator: "\t") : nil
      }
    case "hocr": return between(/<span class='ocrx_word'[^>]*>([^<]*)/)
    default: return between(/\sCONTENT="([^"]*)"/)
    }
  }

  @Test("all formats of one engine give the same document", arguments: ["d1", "d2", "d3"])
  func agree(_ name: String) throws {
    let table = try Self.read("tesseract-tsv", Repository.corpus("\(name)/tesseract.tsv"))
    for (format, file) in [("hocr", "tesseract.hocr"), ("alto", "tesseract.alto.xml")] {
      let other = try Self.read(format, Repository.corpus("\(name)/\(file)"))
      // A remark on a place in the file adds an empty line behind the text.
      let isSame = Self.trimmed(other.text) == Self.trimmed(table.text)
      #expect(isSame)
      #expect(other.cells == table.cells)
      #expect(other.rows == table.rows)
      // Boxes and confidences are the same as well.
      for cell in table.cells where !cell.text.isEmpty {
        let (left, right) = (table.location(of: cell.text), other.location(of: cell.text))
        #expect(left.box == right.box && left.confidence == right.confidence)
      }
    }
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.prefix((text.lastIndex { $0 != 0x0A } ?? -1) + 1)
  }

  @Test("cut off or damaged, a file is read as far as it goes", arguments: corpus)
  func damaged(_ format: String, _ path: String) throws {
    let bytes = try Repository.corpus(path)
    var generator = SystemRandomNumberGenerator()
    for tenth in 0...9 {
      let piece = Array(bytes.prefix(bytes.count * tenth / 10))
      _ = try Self.read(format, piece)
      var broken = piece
      for _ in 0..<20 where !broken.isEmpty {
        broken[Int.random(in: broken.indices, using: &generator)] = .random(in: 0...255)
      }
      let document = try Self.read(format, broken)
      for cell in document.cells { #expect(Int(cell.text.end) <= document.text.count) }
    }
  }

  @Test("wild numbers and nesting cost nothing but themselves")
  func hostile() throws {
    let numbers = ["NaN", "-1e308", "1e308", "999999999999999999999", "-5", "0", "", "∞"]
    for number in numbers {
      let files = [
        "hocr":
          "<p class=ocr_line title='bbox \(number) 0 9 \(number)'>甲</p><p class=ocr_line title='bbox'>乙</p>",
        "alto":
          "<alto><Page><TextLine><String HPOS='\(number)' VPOS='1' WIDTH='\(number)' HEIGHT='2' WC='\(number)' CONTENT='甲'/><String CONTENT='乙'/></TextLine></Page></alto>",
        "page":
          "<PcGts><Page><TableRegion><TableCell row='\(number)' col='\(number)' rowSpan='\(number)'><TextEquiv index='\(number)' conf='\(number)'><Unicode>甲乙</Unicode></TextEquiv></TableCell></TableRegion></Page></PcGts>",
        "tesseract-tsv":
          "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\n5\t1\t\(number)\t1\t1\t1\t\(number)\t0\t\(number)\t4\t\(number)\t甲乙",
        "rapidocr":
          "{\"pages\":[{\"items\":[{\"box\":[[\(number),1],[2]],\"text\":\"甲乙\",\"score\":1}]}]}",
      ]
      for (format, file) in files {
        let document = try Self.read(format, Array(file.utf8))
        let text = document.cells.map { document.string($0.text) }.joined()
        // A number that JSON does not know ends the file.
        #expect(text.contains("甲") || format == "rapidocr", "\(format) \(number)")
      }
    }
    let deep = String(repeating: "<div class='ocr_carea'>", count: 20_000)
    _ = try Self.read("hocr", Array((deep + "<p class=ocr_line>甲").utf8))
    _ = try Self.read("page", Array(("<PcGts>" + deep).utf8))
  }

  @Test("a page of very many words takes no longer than its words")
  func many() throws {
    var file = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\n"
    for line in 0..<150 {
      for word in 0..<8 {
        file +=
          "5\t1\t1\t1\t\(line)\t\(word)\t\(word * 200 + line % 7)\t\(line * 40)\t90\t26\t90\t\(word)甲乙\n"
      }
    }
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try Self.read("tesseract-tsv", Array(file.utf8)) }
    #expect(time < .seconds(60))
  }
}
