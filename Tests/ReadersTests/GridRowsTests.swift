import Testing

@testable import TieoutReaders

/// Rows where all lines stand equally far apart.
@Suite("Rows of a text’s lines")
struct GridRowsTests {
  /// The rows of a table that is drawn with a letter for each column’s text on each line: `a` a text,
  /// `A` one that fills its column, `1` a number, `.` nothing.
  private static func rows(_ lines: [String]) -> [Range<Int>]? {
    let columns = lines.first?.count ?? 0
    var pairs: [TableRows.Pair] = []
    for column in 0..<columns {
      var upper: (level: Int, sign: Character)?
      for (level, line) in lines.enumerated() {
        let sign = Array(line)[column]
        guard sign != "." else { continue }
        if let upper {
          pairs.append(
            TableRows.Pair(
              upper: upper.level, lower: level, pitch: Double(level - upper.level),
              isApart: upper.sign == "1" && sign == "1", isFull: upper.sign == "A"))
        }
        upper = (level, sign)
      }
    }
    let levels = lines.map { line in
      line.enumerated().filter { $0.element != "." }.map { $0.offset..<$0.offset + 1 }
    }
    return GridRows.rows(levels, pairs: pairs, lines: lines.indices.map(Double.init))
  }

  static let cases: [(what: String, lines: [String], rows: [Range<Int>])] = [
    ("each line is a row", ["1aa1", "1aa1", "1aa1"], [0..<1, 1..<2, 2..<3]),
    ("so are lines without numbers", ["aaa", "aaa", "aaa"], [0..<1, 1..<2, 2..<3]),
    ("cells begin at the top of their rows", ["1AA1", ".aa.", "1aa1"], [0..<2, 2..<3]),
    (
      "cells stand in the middle of their rows",
      [".AA.", "1..1", ".aa.", ".AA.", "1..1", ".aa.", "1aa1"], [0..<3, 3..<6, 6..<7]
    ),
    ("a total leaves columns blank", ["1aa1", "1aa1", "a..1"], [0..<1, 1..<2, 2..<3]),
  ]

  @Test("Rows are found by how their cells stand", arguments: cases)
  func cut(_ what: String, _ lines: [String], _ rows: [Range<Int>]) {
    #expect(Self.rows(lines) == rows, "\(what)")
  }
}
