internal import TieoutModel

/// Gives amounts that an engine stacked in one cell to the rows that they belong to.
///
/// A table network that misses a rule puts the amounts of two rows into one cell, and leaves the cell
/// of the other row empty. Where they are dealt out, in their order, a row is the sum of those beside it.
///
/// - before: `Total|`, below it `Own funds|146,029 21,900`, and `Sum bid for|124,129`
/// - after: `Total|146,029` and `Own funds|21,900`
/// - leaves alone: what no sum proves, what adds up in one cell as well, what heads call no amounts
enum DealAmounts: Stage {
  static let name = "deal-amounts"

  /// The most cells of a row that is looked at: each stack looks at all cells of the rows around it.
  private static let widest = 60

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.isDrawn else { return }
    // All are found before the first is dealt out: what one leaves behind is no sign for another.
    var deals: [AmountStack.Deal] = []
    var taken: Set<Int> = []
    for block in document.blocks where block.kind == .table {
      var head: HeadRow?
      for place in block.rows where !document.rows[place].isLine {
        let row = document.rows[place]
        if let own = HeadRow(row, document, profile.meanings) {
          head = own
        } else if SplitRows.isSingle(row, document, profile) {
          head = nil
        }
        guard row.cellCount <= widest else { continue }
        for cell in row.cells
        where AmountStack.mayBegin(document.cells[cell].text, document.text) {
          guard head.map({ isOfAmounts($0, cell, document, profile) }) ?? true else { continue }
          let stack = AmountStack(cell, in: place, of: block.rows, document, profile)
          guard let deal = stack?.deal(), taken.isDisjoint(with: deal.cells) else { continue }
          taken.formUnion(deal.cells)
          deals.append(deal)
        }
      }
    }
    if !deals.isEmpty { apply(deals, &document) }
  }

  /// Whether a head calls what stands under it in a cell's columns amounts, or other numbers of things.
  private static func isOfAmounts(
    _ head: HeadRow, _ cell: Int, _ document: Document, _ profile: Profile
  ) -> Bool {
    let heads = head.labels(over: document.cells[cell].columns)
    return !heads.isEmpty
      && heads.allSatisfy { head in
        let label = document.cells[head.cell].label
        let summary = profile.meanings.summaryColumn(label).map { profile.summary.columns[$0].type }
        let groups = profile.meanings.role(label).groupColumns.map {
          profile.detail.groups[$0.group].columns[$0.column].type
        }
        return ([summary].compactMap(\.self) + groups).contains { numbers.contains($0) }
      }
  }

  private static let numbers: Set<FieldType> = [.amount, .quantity, .count]

  /// Gives each row its amount, in the order of both.
  private static func apply(_ deals: [AmountStack.Deal], _ document: inout Document) {
    var inserted: [Int: [Document.Cell]] = [:]
    for deal in deals {
      let isApplied = document.add(repair(deal, document))
      let number = UInt32(document.repairs.count)
      let printed = document.cells[deal.cell]
      for (index, place) in deal.rows.enumerated() {
        document.rows[place].repair = number
        guard isApplied else { continue }
        let cell = Document.Cell(
          text: deal.amounts[index], column: printed.column, columnSpan: printed.columnSpan)
        switch deal.targets[index] {
        case .cell(let own): document.cells[own] = cell
        case .behind(let left):
          inserted[left, default: []].append(cell)
          document.rows[place].cellCount += 1
        }
      }
    }
    var cuts = CellCuts()
    for (left, cells) in inserted.sorted(by: { $0.key < $1.key }) {
      cuts.cut(left, into: [document.cells[left]] + cells)
    }
    cuts.apply(to: &document)
  }

  private static func repair(_ deal: AmountStack.Deal, _ document: Document) -> Repair {
    let printed = document.cells[deal.cell].text
    let count = deal.amounts.count
    return Repair(
      rule: "ST05", state: deal.state, cells: [printed], before: [document.string(printed)],
      after: [deal.amounts.map { document.string($0) }.joined(separator: " ⏎ ")],
      evidence: [
        Message(
          zh: "一格叠着 \(count) 个金额，相邻行的这一格空着，按顺序各归一行",
          en:
            "\(count) amounts in one cell, and that of the rows beside it is empty: one each, in order"
        ),
        Message(
          zh: "归位后，首行或末行等于其余各行之和",
          en: "so dealt out, the first or the last row is the sum of the others"),
      ])
  }
}
