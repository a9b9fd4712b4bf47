/// The budget submission cut into what a test may move about: head, summary pages, forms.
struct BudgetPaper: Sendable {
  /// One printed piece of the summary.
  struct Page: Sendable {
    /// The lines in front of its rows, the column heads last.
    var before: [String]
    /// Its lines as cells: number, unit, department, office, project, amount, note.
    var lines: [[String]]
  }

  /// The columns that recognition moves.
  static let amount = 5
  static let note = 6

  var pages: [Page]
  /// The lines between the summary and the first form.
  var between: [String]
  var forms: [[String]]

  /// Cuts the corpus's paper, its moved columns put back by hand.
  init() throws {
    let lines = try Corpus.lines("budget-2024/submission.txt")
    let truth = try Budget.truth.get()
    let starts = truth.forms.compactMap { $0.lines?.lowerBound }.map { $0 - 1 }
    forms = starts.indices.map { index in
      Array(lines[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : lines.count)])
    }
    pages = []
    between = []
    for line in lines[..<starts[0]] {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 7, cells[0] != "序号" {
        pages[pages.count - 1].before += between
        between = []
        pages[pages.count - 1].lines.append(cells)
      } else {
        between.append(line)
        guard cells.count == 7 else { continue }
        pages.append(Page(before: between, lines: []))
        between = []
      }
    }
    // On the first page both columns are printed one line too low.
    let printed = pages[0].lines
    for index in printed.indices.dropLast() {
      for column in [Self.amount, Self.note] {
        pages[0].lines[index][column] = printed[index + 1][column]
      }
    }
    pages[0].lines.removeLast()
  }

  /// The paper as recognition would write it.
  var lines: [String] {
    pages.flatMap { $0.before + $0.lines.map { $0.joined(separator: "\t") } } + between
      + forms.joined()
  }
}
