internal import TieoutModel

/// Takes a table apart that holds all forms of a paper: its columns are the single values of forms and
/// those of their indicators, and each run of rows under one key is a form.
///
/// - before: `项目名称|预算数|一级指标|…` over `照明|430|产出指标|…`, `||满意度指标|…`, `环卫|1256.5|产出指标|…`
/// - after: two forms: `项目名称|照明`, `预算数|430` and the heads and rows of its indicators; the same of
///   the other
/// - leaves alone: papers without a summary besides, or with forms of the usual kind
enum LongTables: Stage {
  static let name = "long-tables"

  static func run(_ document: inout Document, _ profile: Profile) {
    var tables: [Int: LongTable] = [:]
    for (number, block) in document.blocks.enumerated() where block.kind == .table {
      tables[number] = LongTable(block.rows, document, profile)
    }
    guard !tables.isEmpty, hasSummary(besides: tables, document, profile) else { return }
    var rebuild = TableRebuild()
    for (number, block) in document.blocks.enumerated() {
      if let table = tables[number] {
        table.write(to: &rebuild, &document, profile)
      } else {
        rebuild.keep(block.kind, block.rows, of: document)
      }
    }
    rebuild.apply(to: &document)
  }

  /// Whether another table heads the columns of the summary, and none gives a key beside its label.
  private static func hasSummary(
    besides tables: [Int: LongTable], _ document: Document, _ profile: Profile
  ) -> Bool {
    var isFound = false
    for (number, block) in document.blocks.enumerated()
    where block.kind == .table && tables[number] == nil {
      for place in block.rows where !document.rows[place].isLine {
        if givesKey(place, document, profile) { return false }
        if !isFound {
          let heads = SummaryHeads(place, document, profile)
          isFound = heads.count >= SummaryHeads.least && heads.hasKey && heads.hasAmount
        }
      }
    }
    return isFound
  }

  /// Whether a row begins with the label of the key and its value.
  private static func givesKey(_ place: Int, _ document: Document, _ profile: Profile) -> Bool {
    let filled = document.rows[place].cells.map { document.cells[$0] }.filter { !$0.text.isEmpty }
    guard filled.count > 1, filled.count.isMultiple(of: 2), filled[1].label == .none else {
      return false
    }
    return profile.meanings.traits(filled[0].label).contains(.key)
  }
}
