import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading plain text")
struct TextReaderTests {
  private func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    var document = Document()
    try TextReader.read(bytes, name: "case.txt", reason: "test", into: &document)
    return document
  }

  @Test(
    "a document is cut into rows and cells as recorded", arguments: CaseFile.files("Cases/text"))
  func cut(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let input = text.components(separatedBy: "=====\n")[0]
    let document = try read(Array(unescaped(input).utf8))
    var dump = ""
    for block in document.blocks {
      dump += "\(block.kind)\n"
      for row in document.rows[block.rows] {
        let cells = row.cells.map { "[\(document.string(document.cells[$0].text))]" }
        let at = document.location(
          of: document.cells[row.cells].first { !$0.text.isEmpty }?.text ?? .none)
        dump +=
          "  page \(row.page) line \(at.line) column \(at.column): \(cells.joined(separator: " "))\n"
      }
    }
    try expectGolden(input + "=====\n" + dump, "Cases/text/\(file.lastPathComponent)")
  }

  private func unescaped(_ text: String) -> String {
    text.replacingOccurrences(of: "⇥", with: "\t").replacingOccurrences(of: "␍", with: "\r")
      .replacingOccurrences(of: "␌", with: "\u{0C}")
  }

  @Test("rows stay whole and blank ones leave nothing, however many cells a text has")
  func manyCells() throws {
    let row = "甲" + String(repeating: "\t", count: 4_000) + "乙"
    let blank = String(repeating: "\t", count: 3_000)
    let document = try read(
      Array((0..<20).map { "\(row)\n\(blank)\r\n\($0)" }.joined(separator: "\n").utf8))
    #expect(document.rows.map(\.cellCount) == (0..<40).map { $0 % 2 == 0 ? 4_001 : 1 })
    #expect(
      document.rows.map { Int($0.firstCell) } == (0..<40).map { $0 / 2 * 4_002 + $0 % 2 * 4_001 })
    #expect(document.cells.count == 20 * 4_002)
    for (place, row) in document.rows.enumerated() {
      let ends = [row.cells.lowerBound, row.cells.upperBound - 1].map {
        document.string(document.cells[$0].text)
      }
      #expect(ends == (place % 2 == 0 ? ["甲", "乙"] : ["\(place / 2)", "\(place / 2)"]))
    }
    #expect(document.lineStarts.count == 60)
  }

  @Test(
    "bytes that are no text are refused with the place",
    arguments: [
      [0x00], Array("甲\u{0}\u{1}\u{2}乙".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
    ])
  func binary(_ bytes: [UInt8]) {
    #expect(throws: ReadError.self) { try self.read(bytes) }
  }

  @Test("another encoding is refused, with what to do about it")
  func otherEncoding() {
    // What is in one of the encodings that are known has been converted before.
    let error = #expect(throws: ReadError.self) { try self.read([0x82, 0xA0, 0x09, 0x82, 0xA2]) }
    #expect(error?.message.en.contains("Convert it first") == true)
    #expect(error?.message.en.contains("iconv -f GB18030") == false)
  }

  @Test("a stray control character is damage of a text, and stays in it")
  func strayControl() throws {
    let bytes = Array(String(repeating: "甲乙丙丁\t1\n", count: 40).utf8) + [0x00, 0x07]
    #expect(try read(bytes).bytes == bytes)
  }

  @Test("bytes that are not UTF-8 are kept, and remarked on")
  func invalidUTF8() throws {
    let bytes: [UInt8] = Array("甲乙丙丁".utf8) + [0xFF, 0x09] + Array("乙\n".utf8)
    let document = try read(bytes)
    #expect(document.bytes == bytes)
    #expect(document.remarks.count == 1)
    #expect(document.remarks.first?.at.start == 12)
  }

  @Test("every character of the input is in exactly one cell, white space aside")
  func conservation() throws {
    for file in Repository.corpusFiles(".txt") {
      let bytes = try Repository.corpus(file)
      let document = try read(bytes)
      let isBlank: (UInt8) -> Bool = { $0.isBlankASCII }
      let cells = document.cells.flatMap { document.text[$0.text.range].filter { !isBlank($0) } }
      #expect(cells == bytes.filter { !isBlank($0) }, "\(file)")
    }
  }

  @Test("files read one after the other keep their own lines")
  func several() throws {
    var document = Document()
    try TextReader.read(Array("甲\t1\n".utf8), name: "a", reason: "", into: &document)
    try TextReader.read(Array("乙\t2".utf8), name: "b", reason: "", into: &document)
    #expect(document.sources.map(\.lines) == [1, 1])
    let last = try #require(document.cells.last)
    let at = document.location(of: last.text)
    #expect(at.source == 1 && at.line == 1 && at.column == 3 && at.bytes == 4..<5)
  }

  @Test("hostile input is read or refused, never a trap", arguments: 0..<200)
  func hostile(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<300).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let choices: [UInt8] = [0x09, 0x0A, 0x0D, 0x0C, 0x20, 0x24, 0x5C, 0x3C, 0xE4, 0xFF, 0x41]
      return state % 3 == 0
        ? UInt8(truncatingIfNeeded: state >> 8) : choices[Int(state >> 16) % choices.count]
    }
    if let document = try? read(bytes) {
      #expect(document.bytes == bytes)
      for cell in document.cells { #expect(Int(cell.text.end) <= bytes.count) }
    }
  }
}
