import Testing
import Tieout

@Suite("Papers that separate their numbers in another way")
struct ForeignSeparatorsTests {
  /// A list of three grants and their forms, in which the second form's amount has two digits swapped.
  private func paper(_ amounts: [String], _ second: String) throws -> Submission {
    let names = ["Turnhalle", "Radweg", "Kita"]
    var lines = ["# Zusammenstellung", "", "| Nr. | Projekt | Betrag |", "|---|---|---|"]
    for (place, name) in names.enumerated() {
      lines.append("| \(place + 1) | \(name) | \(amounts[place]) |")
    }
    for (place, name) in names.enumerated() {
      lines += [
        "", "# Antrag", "", "| Projekt | \(name) |", "|---|---|", "| Ort | Ostdorf \(place) |",
        "| Betrag | \(place == 1 ? second : amounts[place]) |",
      ]
    }
    return try Tieout.run([Input(name: "x.md", bytes: Array(lines.joined(separator: "\n").utf8))])
  }

  @Test(
    "An error is found as in any paper, and quoted as it is printed",
    arguments: [
      (["412.500,00", "288.900,50", "1.035.000,00"], "289.800,50"),
      (["412 500,00", "288 900,50", "1 035 000,00"], "289 800,50"),
      (["412'500.00", "288'900.50", "1'035'000.00"], "289'800.50"),
    ])
  func found(_ amounts: [String], _ second: String) throws {
    let submission = try paper(amounts, second)
    let errors = submission.findings.filter { $0.severity == .error }
    #expect(errors.map(\.check) == ["AG01"])
    #expect(errors.first?.difference == "900.00")
    #expect(errors.first?.values.prefix(2).map(\.value) == ["289800.50", "288900.50"])
    let value = try #require(errors.first?.values.first)
    let place = submission.document.location(of: value.printed).bytes
    let file = try #require(submission.document.sources.first?.file)
    #expect(file.bytes[place].elementsEqual(second.utf8))
  }
}
