import Testing
import TieoutModel

@testable import TieoutReaders
@testable import TieoutStages

@Suite("The separators of a paper's numbers are settled once for all of it")
struct PaperSeparatorsTests {
  /// A table with a cell a row, and the line below it, cleaned.
  private func clean(_ cells: [String], line: String = "End of the paper.") throws -> Document {
    var document = Document()
    let text = cells.map { "x\t\($0)" } + ["", line]
    try TextReader.read(
      Array(text.joined(separator: "\n").utf8), name: "case", reason: "", into: &document)
    CleanText.run(&document, Profile(id: "none", version: "0"))
    return document
  }

  private func cells(of document: Document) -> [String] {
    document.rows.filter { !$0.isLine }.map {
      document.string(document.cells[$0.cells.upperBound - 1].text)
    }
  }

  @Test(
    "Two numbers that no other convention allows settle it",
    arguments: [
      (
        ["412.500,00", "288.900,5", "12.500", "7,5", "300"],
        ["412,500.00", "288,900.5", "12,500", "7.5", "300"]
      ),
      (
        ["1.035.000", "2.700.400", "-412.500 €", "EUR 12.500"],
        ["1,035,000", "2,700,400", "-412,500 €", "EUR 12,500"]
      ),
      (
        ["412 500,00", "1 035 000,50", "99,95", "5 600"],
        ["412,500.00", "1,035,000.50", "99.95", "5 600"]
      ),
      (
        ["412\u{A0}500,00 €", "1\u{202F}035\u{202F}000,50", "7\u{2009}400"],
        ["412,500.00 €", "1,035,000.50", "7 400"]
      ),
      (["412'500.00", "1’035’000", "99.95"], ["412,500.00", "1,035,000", "99.95"]),
    ])
  func settled(_ printed: [String], _ cleaned: [String]) throws {
    let document = try clean(printed)
    #expect(cells(of: document) == cleaned)
    // What is clean stays clean.
    #expect(try cells(of: clean(cleaned)) == cleaned)
    // The printed characters stay where they are looked up.
    for (cell, text) in zip(
      document.rows.filter { !$0.isLine }.map { document.cells[$0.cells.upperBound - 1] }, printed)
    {
      let source = document.map.source(of: cell.text)
      #expect(document.bytes[source.range].elementsEqual(text.utf8))
    }
  }

  @Test(
    "Nothing changes where one number alone says so, or another one contradicts",
    arguments: [
      // One number, and numbers that may be anything.
      ["412.500,00", "300", "12.500"], ["738,00", "120,50", "99,95"], ["412.500", "288.900"],
      // The usual convention, and numbers that recognition damaged.
      ["412.500,00", "288.900,50", "1206.39"], ["1.206.390", "2.206.390", "12.5"],
      ["412 500,00", "288 900,50", "1,206.39"], ["412'500.00", "288'900.50", "1,206,390.00"],
      // Two conventions at once.
      ["412.500,00", "288.900,50", "412 500,00", "288 900,50"],
      // What is no number at all.
      ["31.12.2025", "1.2.3", "192.168.100.200,5", "030 123 456", "5 6", "12, 34"],
    ])
  func unsettled(_ printed: [String]) throws {
    let document = try clean(printed)
    #expect(!document.map.entries.contains { document.rules[Int($0.rule)] == PaperSeparators.name })
  }

  @Test("Among words a number is changed that can be no other, or that stands beside a currency")
  func lines() throws {
    let printed = ["412.500,00", "288.900,50"]
    func line(_ text: String) throws -> String {
      let document = try clean(printed, line: text)
      let line = try #require(document.rows.last { $0.isLine })
      return document.string(document.cells[line.cells.lowerBound].text)
    }
    #expect(try line("Gesamtkosten: 1.035.000,00 EUR") == "Gesamtkosten: 1,035,000.00 EUR")
    #expect(
      try line("Es sind 1.035.000,00 EUR nach 12.500.") == "Es sind 1,035,000.00 EUR nach 12.500.")
    #expect(try line("Mindestens 1.500 € je Raum") == "Mindestens 1,500 € je Raum")
    #expect(try line("Am 1.2.2025 mit Los A1.500") == "Am 1.2.2025 mit Los A1.500")
  }

  @Test(
    "Numbers that nobody's convention settles stay as they are",
    arguments: [
      // Forty-five thousand beside millions whose commas were taken for points.
      ["45,000", "12,500", "1.234.567", "2.345.678"],
      ["45,000", "60,000", "1.234,50", "2.345,75"],
    ])
  func contradicted(_ printed: [String]) throws {
    #expect(try cells(of: clean(printed)) == printed)
  }

  @Test("Registered numbers, telephones and places are no sums, whatever parts them")
  func references() throws {
    let sums = ["412 500,00", "288 900,50"]
    let others = ["552 081 317", "75 001", "612 345 678"]
    #expect(try cells(of: clean(sums + others)).suffix(3) == others[...])
    let german = ["412.500,00", "288.900,50", "Kennziffer 1.100"]
    #expect(try cells(of: clean(german)).last == "Kennziffer 1.100")
  }
}
