import Testing
import Tieout

/// What the ledger books as a value, and what stands in the output.
struct BookedValues {
  private let submission: Submission

  init(_ submission: Submission) { self.submission = submission }

  /// The pieces of text that are booked as values and stand in no field, units aside, which stand
  /// beside their numbers; sums of some rows of the summary have no place in the output.
  func lost() -> [String] {
    var isOut = [Bool](repeating: false, count: submission.document.text.count)
    func mark(_ fields: ArraySlice<Field>) {
      for field in fields { for index in field.printed.range { isOut[index] = true } }
    }
    let summary = submission.summary
    mark(summary.fields[...])
    for line in summary.pieces.flatMap(\.lines) where line.owner == .subtotal {
      for index in line.at.range { isOut[index] = true }
    }
    let records =
      summary.rows + submission.details + [summary.total, submission.letter].compactMap(\.self)
    for record in records {
      mark(record.fields[...])
      for item in record.groups.flatMap(\.items) { mark(item.fields) }
    }
    var lost: [String] = []
    var start = 0
    let value = Ledger.Account.value.rawValue
    let isLost = isOut.indices.map { submission.ledger.accounts[$0] == value && !isOut[$0] }
    while start < isLost.count {
      guard isLost[start] else {
        start += 1
        continue
      }
      let end = isLost[start...].firstIndex(of: false) ?? isLost.count
      let piece = submission.document.string(Slice(start..<end)).filter { !" \t\n".contains($0) }
      if !piece.isEmpty, submission.profile.units.unit(named: piece) == nil { lost.append(piece) }
      start = end
    }
    return lost
  }
}

@Suite("What is booked as a value is put out")
struct BookedValuesTests {
  @Test("In the papers of the corpus, by their profiles", arguments: ["d1", "d2", "d3"])
  func usual(_ name: String) throws {
    #expect(try BookedValues(MadeReading(name, .usual).submission).lost().isEmpty)
  }

  @Test("And without any", arguments: ["d1", "d2", "d3"])
  func generic(_ name: String) throws {
    #expect(try BookedValues(MadeReading(name, .generic).submission).lost().isEmpty)
  }

  @Test("The damaged budget submission keeps what it books")
  func budget() throws {
    let bytes = try Corpus.bytes("budget-2024/submission.txt")
    let submission = try Tieout.run([Input(name: "submission.txt", bytes: bytes)])
    #expect(BookedValues(submission).lost().isEmpty)
  }

  @Test("Rows that add up lines stand beside them, with all their figures")
  func totals() throws {
    var lines = ["Overtime, May", "", "All sums in £", "", "No.\tEmployee\tHours\tAmount"]
    var forms: [String] = []
    for (place, name) in ["Ann Lee", "Bo Ray", "Cy Fox"].enumerated() {
      lines.append("\(place + 1)\t\(name)\t\(9 + place)\t\(110 + place)0.00")
      forms += [
        "", "Overtime form", "", "Employee: \(name)", "", "Day\tHours\tAmount",
        "Monday\t\(4 + place)\t\(50 + place)0.00", "Friday\t5\t600.00",
        "Total\t\(9 + place)\t\(110 + place)0.00",
      ]
    }
    lines.append("Total\t\t30\t3330.00")
    var options = Options()
    options.isGeneric = true
    let text = (lines + forms).joined(separator: "\n")
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
    #expect(BookedValues(submission).lost().isEmpty)
    let form = try #require(submission.details.first)
    #expect(form.groups.map { submission.profile.name($0.name) } == ["days", "days_totals"])
    #expect(form.groups[0].items.count == 2)
    #expect(
      form.groups[1].items[0].fields.map { submission.text($0) } == ["Total", "9", "1100.00"])
    #expect(form[submission.profile.detail.total].map { submission.text($0) } == "1100.00")
    #expect(submission.findings.allSatisfy { $0.severity < .review })
  }

  @Test("The code behind the name of a body is printed with it")
  func codes() throws {
    let submission = try MadeReading("d1", .usual).submission
    let form = try #require(submission.details.first)
    let body = try #require(form[submission.profile.detail.organisation])
    let printed = submission.document.string(body.printed)
    #expect(printed.hasPrefix(submission.text(body)) && printed.hasSuffix("）"))
  }
}
