import Foundation

/// The records of the budget corpus, as they stand in its truth.
struct BudgetCorpus: Decodable, Sendable {
  struct Row: Decodable, Sendable {
    var seq: Int?
    var unit: String?
    var department: String?
    var project: String?
    var amount: String?
    var note: String?
    var line: Int
    var amount_line: Int?
    var note_line: Int?
    var page: Int
  }

  struct Form: Decodable, Sendable {
    var project: String?
    var unit: String?
    var department: String?
    var total: String?
    var source_note: String?
  }

  var summary: [Row]
  var forms: [Form]

  private static let loaded = Result { try read() }

  static func load() throws -> BudgetCorpus { try loaded.get() }

  private static func read() throws -> BudgetCorpus {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Corpus/budget-2024/records.json")
    return try JSONDecoder().decode(BudgetCorpus.self, from: Data(contentsOf: file))
  }

  /// The paper as it is printed: every value on the line where it stands.
  func paper() -> Paper {
    var lines: [Int: (page: Int, cells: [String])] = [:]
    for row in summary {
      let number = row.seq.map(String.init) ?? "合计"
      lines[row.line] = (
        row.page, [number, row.unit ?? "", row.department ?? "", row.project ?? "", "", ""]
      )
    }
    for row in summary {
      place(row.amount, column: 4, line: row.amount_line, page: row.page, &lines)
      place(row.note, column: 5, line: row.note_line ?? row.amount_line, page: row.page, &lines)
    }
    var pages: [[[String]]] = [[], [], []]
    for (_, line) in lines.sorted(by: { $0.key < $1.key }) {
      pages[line.page - 1].append(line.cells)
    }
    return Paper(
      pages: pages,
      forms: forms.map {
        [
          $0.project ?? "", $0.unit ?? "", $0.department ?? "", $0.total ?? "",
          $0.source_note ?? "",
        ]
      })
  }

  private func place(
    _ value: String?, column: Int, line: Int?, page: Int,
    _ lines: inout [Int: (page: Int, cells: [String])]
  ) {
    guard let value, let line else { return }
    lines[line, default: (page, ["", "", "", "", "", ""])].cells[column] = value
  }

  /// The paper without OCR damage: every value beside its own row.
  func undamaged() -> Paper {
    var copy = self
    for index in copy.summary.indices {
      copy.summary[index].amount_line = copy.summary[index].line
      copy.summary[index].note_line = copy.summary[index].line
    }
    return copy.paper()
  }
}
