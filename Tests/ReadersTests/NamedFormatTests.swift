import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

/// `--from` lets a caller name a format that the bytes are not in.
@Suite("A format named by the caller")
struct NamedFormatTests {
  static let files = [
    "", " ", "甲", "[", "{", "[]", "{}", "[[]]", "[{}]", "null", "1", "\"甲\"", "[1,\"甲\"]", "<",
    "<a",
    "</a>", "<a/>", "<!-- ", "<?xml", "|", "level\t", "\t\t\t\t\t\t\t\t\t\t\t甲", "{\"pages\":1}",
    "{\"pages\":[[]],\"body\":1,\"tables\":[1],\"texts\":{}}", "{\"rec_texts\":1,\"rec_boxes\":2}",
    "[[[[1,2]],\"甲\",[]]]", "{\"overall_ocr_res\":[]}", "{\"table_res_list\":[1,{}]}",
  ]

  @Test("Whatever the bytes are, the reader reads or refuses them", arguments: files)
  func anything(_ file: String) {
    for reader in Readers.all {
      var document = Document()
      do {
        try reader.read(Array(file.utf8), name: "x", reason: "named", into: &document)
        #expect(document.sources.count == 1, "\(reader.format)")
      } catch {
        #expect(!error.message.en.isEmpty, "\(reader.format)")
      }
    }
  }
}
