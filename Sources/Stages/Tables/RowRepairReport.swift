internal import TieoutModel

/// Tells in words what was put right in one row.
struct RowRepairReport {
  let profile: Profile
  let specs: [ColumnSpec]
  let table: UInt8
  private var cells: [Slice] = []
  private var before: [String] = []
  private var after: [String] = []
  private var evidence: [Message] = []
  /// What was changed, in words that are equal for rows that were changed alike.
  private(set) var change = ""

  init(profile: Profile, specs: [ColumnSpec], table: UInt8) {
    self.profile = profile
    self.specs = specs
    self.table = table
  }

  /// Adds a word that was completed.
  mutating func restored(_ printed: String, _ word: String, _ cell: Slice) {
    cells.append(cell)
    before.append(printed)
    after.append(word)
    change += "\(printed)>\(word) "
    evidence.append(
      Message(
        zh: "“\(printed)”只与标签“\(word)”相近", en: "“\(printed)” is near to one label only: “\(word)”"))
  }

  /// Adds a cell that was moved; `nil` stands for no column.
  mutating func moved(_ printed: String, from: Int?, to: Int?, _ cell: Slice) {
    cells.append(cell)
    change += "\(name(from))>\(name(to)) "
    before.append("\(name(from)): \(printed)")
    after.append("\(name(to)): \(printed)")
  }

  private func name(_ column: Int?) -> String {
    column.map { profile.name(specs[$0].name) } ?? "-"
  }

  /// The repair; `nil` where nothing changed.
  func repair(_ alignment: RowAlignment) -> Repair? {
    guard !cells.isEmpty else { return nil }
    var evidence = evidence
    let shift = alignment.shift
    if shift != 0 {
      let places = abs(shift)
      evidence.append(
        Message(
          zh: "整行\(shift < 0 ? "左" : "右")移了 \(places) 列，移回后各格与列的类型相符",
          en:
            "the row stands \(places) column(s) too far \(shift < 0 ? "left" : "right"); moved back, each cell is what its column wants"
        ))
    } else if evidence.count < cells.count {
      evidence.append(
        Message(zh: "各格按列的类型归位", en: "each cell was put into the column whose type it has"))
    }
    if alignment.isTied {
      evidence.append(
        Message(
          zh: "另有同样合适的排法，因此保持原样",
          en: "another arrangement fits as well, so the row stays as printed"))
    }
    return Repair(
      rule: "ST05", state: alignment.isTied ? .offered : .likely, cells: cells, before: before,
      after: after, evidence: evidence)
  }
}
