import Foundation
import Testing
import Tieout

/// Papers print more than a profile knows: what stands in such a column is no other column's.
@Suite("Columns that the profile does not know")
struct ForeignColumnTests {
  /// The lines of a paper with a column more in its first table, before the column `place`.
  private static func lines(_ paper: String, adding head: String, before place: Int) throws
    -> [String]
  {
    let text = String(decoding: try Corpus.bytes(paper), as: UTF8.self)
    var lines = text.components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.contains("\t") })
    let columns = lines[first].components(separatedBy: "\t").count
    for index in lines[first...].indices {
      var cells = lines[index].components(separatedBy: "\t")
      guard cells.count > 1 else { break }
      guard cells.count == columns else { continue }
      // A second row of heads begins with a blank.
      let figure = cells[0].isEmpty ? "" : "\(index).5\(index % 10)"
      cells.insert(index == first ? head : figure, at: place)
      lines[index] = cells.joined(separator: "\t")
    }
    return lines
  }

  @Test(
    "A column of figures is a field more of each record and changes no other, wherever it stands",
    arguments: ["d1/vlm-n0.txt", "d2/vlm-n0.txt"], [1, 2, 3, 4])
  func figures(_ paper: String, _ place: Int) throws {
    let plain = try Outcome(Corpus.bytes(paper), isCompact: true)
    for head in ["上年执行（万元）", "备选情况"] {
      let lines = try Self.lines(paper, adding: head, before: place)
      let outcome = try Outcome(lines: lines)
      #expect(outcome.rows.count == plain.rows.count)
      for (row, other) in zip(plain.rows, outcome.rows) {
        let own = row["fields"].members.map(\.key)
        let fields = other["fields"].members
        #expect(
          fields.filter { own.contains($0.key) }.map(\.value) == row["fields"].members.map(\.value))
        #expect(fields.count == own.count + 1, "\(head) before column \(place)")
      }
      let severe = outcome.submission.findings.filter { $0.severity >= .warning }
      #expect(severe.count == plain.submission.findings.filter { $0.severity >= .warning }.count)
    }
  }
}
