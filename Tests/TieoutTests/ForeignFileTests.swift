import Foundation
import Testing
import Tieout

@Suite("Files that are no engine's output")
struct ForeignFileTests {
  static let kinds: [(what: String, bytes: [UInt8])] = [
    ("a PDF", Array("%PDF-1.4\n1 0 obj".utf8)),
    ("an image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ("an image", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]),
    ("an image", Array("GIF89a".utf8)),
    ("an image", [0x49, 0x49, 0x2A, 0x00, 0x08, 0x00]),
    ("an image", Array("BM".utf8) + [0x36, 0x10, 0, 0, 0, 0, 0, 0]),
    ("an image", Array("RIFF".utf8) + [1, 2, 3, 4] + Array("WEBPVP8 ".utf8)),
    ("an Office file", archive("[Content_Types].xml")),
    ("an OpenDocument file", archive("mimetypeapplication/vnd.oasis.opendocument.text")),
    ("a ZIP archive", archive("paper/page-1.txt")),
    ("an old Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
    ("an RTF file", Array("{\\rtf1\\ansi".utf8)),
    ("packed with gzip", [0x1F, 0x8B, 0x08, 0x00]),
  ]

  private static func archive(_ first: String) -> [UInt8] {
    Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 26) + Array(first.utf8)
  }

  @Test("They are called what they are", arguments: kinds)
  func named(_ what: String, _ bytes: [UInt8]) {
    let error = #expect(throws: RunError.self) {
      try rebuild([Input(name: "x", bytes: bytes)])
    }
    #expect(error?.message.en.hasPrefix("“x” is \(what), not what an OCR engine wrote.") == true)
  }

  @Test(
    "Text that only begins alike is text",
    arguments: [
      "BMW\t1\n", "PK 12+300\t道路\n", "GIF8\t图\n", "%PDF\t1\n", "RIFF\t1\t2\n", "II*\t3\n",
    ])
  func text(_ text: String) throws {
    let document = try rebuild([Input(name: "x", bytes: Array(text.utf8))])
    #expect(document.sources.map(\.format) == ["text"])
  }
}
