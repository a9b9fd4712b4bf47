import TieoutModel

@testable import TieoutReconciliation

/// Moves the amounts of a page, as an OCR engine does.
struct ColumnMove {
  var page: Int
  /// Lines further down; negative: further up.
  var offset: Int
  /// Whether the total's line takes part.
  var withTotal: Bool
  /// Whether values past the end stand on lines of their own; otherwise they are lost.
  var overflows = true

  func apply(to paper: Paper) -> Paper {
    var copy = paper
    var lines = copy.pages[page]
    let blank = ["", "", "", "", "", ""]
    let isTaking = { (line: [String]) in withTotal || line[0] != "合计" }
    if overflows {
      let extra = Array(repeating: blank, count: abs(offset))
      if offset > 0 { lines += extra } else { lines = extra + lines }
    }
    let places = lines.indices.filter { isTaking(lines[$0]) }
    for column in [4, 5] {
      let values = places.map { lines[$0][column] }
      for (index, place) in places.enumerated() {
        let source = index - offset
        lines[place][column] = values.indices.contains(source) ? values[source] : ""
      }
    }
    copy.pages[page] = lines.filter { $0 != blank }
    return copy
  }
}

extension Submission {
  /// Reconciled with the checks of this suite.
  static func reconciled(_ paper: Paper, checks: [any Check.Type] = linkingChecks) -> Submission {
    var submission = paper.submission()
    Reconciler.reconcile(&submission, checks: checks)
    return submission
  }

  /// The amounts as the rows hold them; nothing for a row without one.
  var amounts: [String] { summary.rows.map { printed($0[profile.summary.amount]) } }
  /// The notes as the rows hold them.
  var notes: [String] { summary.rows.map { printed($0[profile.summary.note]) } }
  /// The total as its row holds it.
  var totalAmount: String { printed(summary.total?[profile.summary.amount]) }
  /// The findings of one check.
  func findings(_ check: String) -> [Finding] { findings.filter { $0.check == check } }
}

/// The checks of this suite, in the order of the catalogue.
let linkingChecks: [any Check.Type] = [
  ColumnMoved.self, TotalInDataRow.self, NameVaries.self, PairingUnsure.self,
  OrganisationDiffers.self, Unmatched.self,
]
