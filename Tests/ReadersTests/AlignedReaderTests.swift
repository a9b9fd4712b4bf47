import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading text whose columns are set with spaces")
struct AlignedReaderTests {
  private static func read(_ bytes: [UInt8]) throws -> Document {
    var document = Document()
    try AlignedReader.read(bytes, name: "x", reason: "test", into: &document)
    return document
  }

  private static func isAligned(_ text: String) -> Bool {
    AlignedReader.recognise(Array(text.utf8), name: "x") != nil
  }

  @Test(
    "A file is recognised and read as recorded: its lines and rows, an empty line between blocks",
    arguments: CaseFile.files("Cases/aligned-text"))
  func recorded(_ file: URL) throws {
    let input = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "=====\n")[0]
    #expect(Self.isAligned(input))
    let document = try Self.read(Array(input.utf8))
    try expectGolden(
      input + "=====\n" + document.blocksDump(),
      "Cases/aligned-text/\(file.lastPathComponent)")
  }

  static let others: [(what: String, text: String)] = [
    ("nothing", ""),
    ("prose", String(repeating: "The scheme was approved.  It begins in May.\n", count: 9)),
    ("a numbered list", (1...9).map { "\($0).  Item of the list\n" }.joined()),
    ("lines that are set in", String(repeating: "    and so on\n", count: 9)),
    ("tabs", String(repeating: "道路\t  10.00\t  无\n", count: 9)),
    (
      "cells that go on in the next line",
      String(
        repeating: """
            CW-2024-                Kestrel Dale
          1            Winter hub                     Skills   146,029   124,129
            101                     Mountain Rescue

          """, count: 4)
    ),
    ("a letter", "承办人：林甲    电话：2675272\n\n请某同志阅示。  乙丙 12/3\n\n附件1\n"),
  ]

  @Test("What has no columns is left to others", arguments: others)
  func leaves(_ what: String, _ text: String) {
    #expect(!Self.isAligned(text), "\(what)")
  }

  @Test("No character is lost or comes twice, whatever the bytes are")
  func keepsAll() throws {
    let row = "道路  \u{3000}10.00   无\r\n"
    let texts = [
      Array((row + "\u{0C}" + row + "e\u{301}  x   y").utf8),
      Array(row.utf8) + [0xFF, 0x20, 0x20, 0x20, 0xC3] + Array(row.utf8),
      Array(String(repeating: " ", count: 3_000_000).utf8) + Array("x   y".utf8),
    ]
    for text in texts {
      let document = try Self.read(text)
      let cells = document.cells.flatMap { Array(document.text[$0.text.range]) }
      func solid(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }.utf8).sorted()
      }
      #expect(solid(cells) == solid(text))
    }
  }

  @Test("The columns of a text are no places on a page: none are told")
  func tellsNoBoxes() throws {
    let document = try Self.read(Array("项目   金额\n道路   10.00\n合计   10.00\n".utf8))
    let places = document.cells.map { document.location(of: $0.text) }
    #expect(places.allSatisfy { $0.box == nil })
    #expect(places.map(\.line) == [1, 1, 2, 2, 3, 3])
  }

  @Test("A cell’s bytes are those of the file")
  func places() throws {
    let text = Array("项目   金额\n道路   10.00\n合计   10.00\n".utf8)
    let document = try Self.read(text)
    let cell = try #require(document.cells.first { document.string($0.text) == "合计" })
    let bytes = document.location(of: cell.text).bytes
    #expect(Array(text[bytes]) == Array("合计".utf8))
  }
}
