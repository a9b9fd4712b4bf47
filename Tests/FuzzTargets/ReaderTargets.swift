internal import TieoutModel
internal import TieoutReaders

extension FuzzTarget {
  /// One target a format: a reader may refuse bytes, and what it says about places must be true.
  static let readers = Readers.all.map { reader in
    FuzzTarget(reader.format) { file in
      let input = DecodedInput(file)
      let reason = reader.recognise(input.bytes, name: "x") ?? "fuzzed"
      var document = Document()
      try reader.read(input.bytes, name: "x", reason: reason, into: &document)
      try check(document, input.bytes)
    }
  }

  /// Fails where a document is not what it must be.
  private static func check(_ document: Document, _ file: [UInt8]) throws {
    try hold(document.sources.count == 1, "one file is one source")
    try hold(document.text == document.bytes, "nothing is cleaned yet")
    var end: UInt32 = 0
    var finder = PlaceFinder()
    for row in document.rows {
      for cell in document.cells[row.cells] {
        try hold(cell.text.isEmpty || cell.text.start >= end, "cells lie one behind the other")
        end = max(end, cell.text.end)
        let place = finder.location(of: cell.text, in: document).bytes
        try hold(place.lowerBound >= 0 && place.upperBound <= file.count, "a place is in the file")
      }
    }
    try hold(Int(end) <= document.text.count, "cells lie in the text")
  }
}
