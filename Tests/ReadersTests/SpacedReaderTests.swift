import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading text whose cells stand apart by wide blanks")
struct SpacedReaderTests {
  private static func read(_ bytes: [UInt8]) throws -> Document {
    var document = Document()
    try SpacedReader.read(bytes, name: "x", reason: "test", into: &document)
    return document
  }

  private static func isSpaced(_ text: String) -> Bool {
    SpacedReader.recognise(Array(text.utf8), name: "x") != nil
  }

  @Test(
    "A file is recognised and read as recorded: its lines and rows, an empty line between blocks",
    arguments: CaseFile.files("Cases/spaced-text"))
  func recorded(_ file: URL) throws {
    let input = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "=====\n")[0]
    #expect(Self.isSpaced(input))
    try expectGolden(
      input + "=====\n" + Self.read(Array(input.utf8)).blocksDump(),
      "Cases/spaced-text/\(file.lastPathComponent)")
  }

  static let others: [(what: String, text: String)] = [
    ("nothing", ""),
    ("prose", String(repeating: "The scheme was approved.  It begins in May.\n", count: 9)),
    ("a numbered list", (1...9).map { "\($0).  Item of the list   and more\n" }.joined()),
    ("tabs", String(repeating: "道路\t  10.00\t  无\n", count: 9)),
    ("words in line", String(repeating: "道路       10.00    无\n", count: 9)),
    (
      "cells in line that go on in the next line",
      String(
        repeating: """
            CW-2024-                Kestrel Dale
          1            Winter hub                     Skills   146,029   124,129
            101                     Mountain Rescue

          """, count: 6)
    ),
    (
      "prose that was set to the width of the page",
      String(
        repeating: "Attendance  at the   meeting was  good and   the report was   read\nby all.\n",
        count: 9)
    ),
    (
      "bars without wide blanks",
      (1...9).map { "\($0) | CW-2024-10\($0) | Winter hub | 146,02\($0)\n" }.joined()
    ),
  ]

  @Test("What has no such cells, or sets them in line, is left to others", arguments: others)
  func leaves(_ what: String, _ text: String) {
    #expect(!Self.isSpaced(text), "\(what)")
  }

  @Test("No character but bars is lost or comes twice, whatever the bytes are")
  func keepsAll() throws {
    let row = "道路  \u{3000}10.00   无 | x|y|\r\n"
    let texts = [
      Array((row + "\u{0C}" + row + "e\u{301}  x   y").utf8),
      Array(row.utf8) + [0xFF, 0x20, 0x20, 0x20, 0xC3] + Array(row.utf8),
      Array(String(repeating: " ", count: 300_000).utf8) + Array("x   y".utf8),
      Array(String(repeating: "|", count: 100_000).utf8),
      Array(String(repeating: "x   ", count: 50_000).utf8),
    ]
    for text in texts {
      let document = try Self.read(text)
      let cells = document.cells.flatMap { Array(document.text[$0.text.range]) }
      func solid(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.filter { !$0.isWhitespace && $0 != "|" }.utf8).sorted()
      }
      #expect(solid(cells) == solid(text))
    }
  }
}
