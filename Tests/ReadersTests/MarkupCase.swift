import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

/// A file as the reader reads it that its content calls for.
func recognisedDocument(_ bytes: [UInt8]) throws -> (format: String, document: Document) {
  for reader in Readers.all {
    guard let reason = reader.recognise(bytes, name: "x") else { continue }
    var document = Document()
    try reader.read(bytes, name: "x", reason: reason, into: &document)
    return (reader.format, document)
  }
  throw ReadError(Message(zh: "", en: "not recognised"))
}

/// Compares a case file with itself: its first part is read, its second is what comes of it.
func expectPlaces(_ file: URL, _ folder: String) throws -> String {
  let text = try String(contentsOf: file, encoding: .utf8)
  let input = text.components(separatedBy: "=====\n")[0]
  let bytes = Array(input.replacingOccurrences(of: "␌", with: "\u{0C}").utf8)
  let (format, document) = try recognisedDocument(bytes)
  try expectGolden(
    input + "=====\n\(format)\n" + document.places, "Cases/\(folder)/\(file.lastPathComponent)")
  return format
}

/// The characters of all cells, white space aside.
func solidText(_ document: Document) -> [UInt8] {
  document.cells.flatMap { document.text[$0.text.range].filter { !$0.isBlankASCII } }
}
