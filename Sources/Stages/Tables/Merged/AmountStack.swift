internal import TieoutModel

/// Amounts that stand in one cell of a table, in the order of the rows that they belong to.
struct AmountStack {
  /// Which rows its amounts belong to, and how surely.
  struct Deal {
    /// The cell in which they stand.
    var cell: Int
    var amounts: [Slice]
    var rows: Range<Int>
    var state: Repair.State
    /// Where each row takes its amount.
    var targets: [Target]

    /// The cells that it changes, or puts others behind.
    var cells: [Int] {
      targets.map { target in
        switch target {
        case .cell(let cell), .behind(let cell): cell
        }
      }
    }
  }

  /// Where a row takes an amount.
  enum Target {
    /// In a cell that it has.
    case cell(Int)
    /// In a new one behind a cell: the row has none where the stack spans it.
    case behind(Int)
  }

  private let row: Int
  private let cell: Int
  private let amounts: [Slice]
  private let table: Range<Int>
  private let columns: Range<Int>
  private let document: Document
  private let profile: Profile

  /// The most amounts of a cell, and the most rows around it that are added up: of more of them some
  /// add up by chance.
  private static let most = 12
  /// The fewest digits of a sum, without zeros at its end, for the same reason.
  private static let fewestDigits = 4

  /// Whether a text may be several amounts: it begins like one, and has a blank.
  static func mayBegin(_ text: Slice, _ all: [UInt8]) -> Bool {
    // Han characters begin with a greater byte than signs of currency; most cells have fewer bytes.
    text.count > 2 && all[Int(text.start)] < 0xE3 && all[text.range].contains(0x20)
  }

  /// Reads a cell; `nil` where it holds no two whole amounts behind the name of its row.
  init?(
    _ cell: Int, in row: Int, of table: Range<Int>, _ document: Document, _ profile: Profile
  ) {
    guard document.cells[cell].label == .none else { return nil }
    amounts = document.parts(document.cells[cell].text)
    guard amounts.count > 1, amounts.count <= Self.most,
      amounts.allSatisfy({ Quantity.whole(document.text, $0) != nil })
    else { return nil }
    self.cell = cell
    self.row = row
    self.table = table
    self.document = document
    self.profile = profile
    columns = document.cells[cell].columns
    guard isNamed(row) else { return nil }
  }

  /// The rows that the amounts belong to; `nil` where no sum proves it, or one for several.
  func deal() -> Deal? {
    let found = ranges().compactMap { rows in sureness(rows).map { (rows: rows, state: $0) } }
    guard found.count == 1, let (rows, state) = found.first else { return nil }
    let targets = rows.compactMap { target(in: $0) }
    guard targets.count == rows.count else { return nil }
    return Deal(cell: cell, amounts: amounts, rows: rows, state: state, targets: targets)
  }

  // MARK: Rows

  /// The rows below the own one that its cell reaches down to.
  private var spanned: Range<Int> {
    row + 1..<row + max(1, Int(document.cells[cell].rowSpan))
  }

  /// The runs of as many rows as there are amounts in which all but the own one wait for an amount.
  private func ranges() -> [Range<Int>] {
    let count = amounts.count
    guard spanned.isEmpty || spanned.count + 1 == count else { return [] }
    let starts = spanned.isEmpty ? row - count + 1...row : row...row
    return starts.map { $0..<$0 + count }.filter { rows in
      rows.allSatisfy { $0 == row || isWaiting($0) }
    }
  }

  /// Whether a row has a name, and nothing in the column where an amount belongs.
  private func isWaiting(_ place: Int) -> Bool {
    table.contains(place) && !document.rows[place].isLine && isNamed(place)
      && filled(place).isEmpty && target(in: place) != nil
      && HeadRow(document.rows[place], document, profile.meanings) == nil
  }

  /// Where a row takes its amount; `nil` where it has no cell in the column, because another reaches
  /// down to it.
  private func target(in place: Int) -> Target? {
    if place == row { return .cell(cell) }
    let cells = document.rows[place].cells
    if let own = cells.first(where: { document.cells[$0].columns.overlaps(columns) }) {
      return spanned.contains(place) ? nil : .cell(own)
    }
    guard spanned.contains(place) else { return nil }
    return cells.last { document.cells[$0].columns.upperBound <= columns.lowerBound }
      .map { .behind($0) }
  }

  /// The words before the column that name a row; `nil` where there are none.
  private func name(_ place: Int) -> Document.Cell? {
    document.rows[place].cells.last {
      let cell = document.cells[$0]
      return !cell.text.isEmpty && cell.columns.upperBound <= columns.lowerBound
        && Quantity.whole(document.text, cell.text) == nil
    }.map { document.cells[$0] }
  }

  /// Whether words stand before the column, and none that announce something else than a number.
  private func isNamed(_ place: Int) -> Bool {
    guard let label = name(place)?.label else { return false }
    return label == .none || profile.meanings.summaryRow(label) != nil || announcesAmount(label)
  }

  /// Whether a label announces one amount, so that two behind it are one too many.
  private func announcesAmount(_ label: LabelID) -> Bool {
    profile.meanings.detailFields(label).contains {
      profile.detail.fields[$0].type == .amount
    }
  }

  /// What stands in the column of a row.
  private func filled(_ place: Int) -> [Int] {
    document.rows[place].cells.filter {
      !document.cells[$0].text.isEmpty && document.cells[$0].columns.overlaps(columns)
    }
  }

  /// The amount of a row in the column; `nil` where there is none, or something else beside it.
  private func value(_ place: Int) -> Quantity? {
    guard table.contains(place), !document.rows[place].isLine else { return nil }
    let filled = filled(place)
    guard filled.count == 1 else { return nil }
    return Quantity.whole(document.text, document.cells[filled[0]].text)
  }

  // MARK: Amounts

  /// How surely the amounts belong to some rows; `nil` where nothing tells.
  ///
  /// The first or the last of these and of rows around them is the sum of the others then. A sum among
  /// the amounts proves it. Another one does not, because two amounts in one row would add up as well;
  /// but where a label announces one amount in each of their rows, they are one too many.
  private func sureness(_ rows: Range<Int>) -> Repair.State? {
    var values = zip(rows, amounts).compactMap { Quantity.whole(document.text, $1) }
    let isAnnounced = rows.allSatisfy { name($0).map { announcesAmount($0.label) } ?? false }
    var isLikely = false
    for above in 0...Self.most {
      if above > 0 {
        guard let value = value(rows.lowerBound - above) else { break }
        values.insert(value, at: 0)
      }
      var run = values
      while run.count <= Self.most {
        let isFirst = Self.isSum(run[0], of: run.dropFirst())
        let isLast = Self.isSum(run[run.count - 1], of: run.dropLast())
        if isFirst && above == 0 || isLast && run.count == values.count { return .proved }
        if isFirst || isLast { isLikely = true }
        guard let next = value(rows.lowerBound - above + run.count) else { break }
        run.append(next)
      }
    }
    return isLikely && isAnnounced ? .likely : nil
  }

  /// Whether an amount is the sum of two others or more, and no round one that may be it by chance.
  private static func isSum(_ sum: Quantity, of others: ArraySlice<Quantity>) -> Bool {
    guard others.count > 1 else { return false }
    let scale = others.reduce(Int(sum.scale)) { max($0, Int($1.scale)) }
    let digits = others.compactMap { $0.digits(at: scale) }
    guard digits.count == others.count, var own = sum.digits(at: scale),
      own == digits.reduce(0, +), own != 0
    else { return false }
    while own.isMultiple(of: 10) { own /= 10 }
    return String(own.magnitude).count >= fewestDigits
  }
}
