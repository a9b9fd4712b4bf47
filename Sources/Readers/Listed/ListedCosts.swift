internal import TieoutModel

/// What the texts below the heads of a table cost in its columns: each alone, together with those behind
/// it, and with the rest of a cell that wraps.
///
/// Rows ask for the same costs many times. Each is worked out once, and what a text costs in all columns
/// stands side by side.
struct ListedCosts {
  /// A cost that is never taken.
  static let never = Int32.max / 4
  /// What it costs that no column takes a text, and one that is a single character.
  private static let stray: Int32 = 9
  private static let shortStray: Int32 = 4
  /// What it costs that a cell wraps around others, that it goes on in the next line, and behind a blank
  /// that parts no Latin words.
  private static let wrap: Int32 = 2
  private static let line: Int32 = 2
  private static let blank: Int32 = 4
  /// What it costs that no form has words by the name that they are together.
  private static let unknown: Int32 = 1
  /// What it costs that a single character in a line of its own is a part of what stands beside it: more
  /// than that it is a piece of a stamp.
  private static let sign: Int32 = 5
  /// What it costs that a number is a part of a name.
  private static let figure: Int32 = 3
  /// Over how many texts one cell goes on.
  private static let longestRun = 8

  let body: ListedBody
  private let columns: [ListedTable.Column]
  private let fit: ListedFit
  /// What a row costs without a cell in each column.
  let empty: [Int32]
  /// What each text costs that no column takes: little where it is a piece of a stamp.
  let strays: [Int32]
  /// How many texts can be one cell from each one on, and where their costs begin.
  let reach: [Int]
  private let runStarts: [Int]
  private let runs: [Int32]
  private var alone: [Int32]
  /// Where the costs of each cell that wraps begin: few of them are ever asked for.
  private var wrapStarts: [ListedTable.Wrap: Int] = [:]
  private var wraps: [Int32] = []

  init(_ body: ListedBody, under columns: [ListedTable.Column], _ fit: ListedFit) {
    (self.body, self.columns, self.fit) = (body, columns, fit)
    empty = columns.map { ListedFit.emptyCost($0.spec, isTarget: $0.isTarget) }
    strays = body.texts.map {
      $0.slice.count <= ListedFit.shortest && $0.isWords ? Self.shortStray : Self.stray
    }
    var alone: [Int32] = []
    for text in body.texts {
      let cell = ListedCell(body.text, text.slice, text.label, isFigure: text.isFigure, fit)
      for column in columns {
        // Nobody knows what stands under a head that nobody knows.
        alone.append(column.number == -1 ? 1 : fit.cost(cell, column.spec, column.number))
      }
    }
    self.alone = alone
    reach = body.texts.indices.map { Self.reach(from: $0, body.texts) }
    var starts: [Int] = []
    var runs: [Int32] = []
    for place in body.texts.indices {
      starts.append(runs.count)
      for count in 2..<reach[place] + 1 {
        runs += Self.costs(place..<place + count, body, columns, fit)
      }
    }
    (runStarts, self.runs) = (starts, runs)
  }

  // MARK: Costs that are known

  /// What a text costs in a column.
  func alone(_ place: Int, in column: Int) -> Int32 { alone[place * columns.count + column] }

  /// What so many texts cost in a column that are one cell together.
  func run(from place: Int, _ count: Int, in column: Int) -> Int32 {
    runs[runStarts[place] + (count - 2) * columns.count + column]
  }

  /// Where the costs of a cell that wraps begin.
  mutating func start(of wrap: ListedTable.Wrap) -> Int {
    if let start = wrapStarts[wrap] { return start }
    let start = wraps.count
    wraps += costs(wrap)
    wrapStarts[wrap] = start
    return start
  }

  /// What a cell that wraps costs in a column.
  func wrap(from start: Int, in column: Int) -> Int32 { wraps[start + column] }

  /// Learns which words are known to stand in each column: in others they are strange.
  mutating func learn(_ seen: [Set<[UInt8]>]) {
    for place in body.texts.indices {
      let letters = Array(body.text[body.texts[place].slice.range])
      guard seen.contains(where: { $0.contains(letters) }) else { continue }
      for column in columns.indices
      where columns[column].number != -1 && !seen[column].contains(letters) {
        alone[place * columns.count + column] += 1
      }
    }
  }

  // MARK: Texts that are one cell

  /// How many texts can be one cell from one on.
  private static func reach(from place: Int, _ texts: [ListedBody.Text]) -> Int {
    guard texts[place].label == .none else { return 1 }
    let rest = texts[(place + 1)...].prefix(longestRun - 1)
    return 1 + rest.prefix(while: \.mayGoOn).count
  }

  /// What texts cost in each column that are one cell together.
  private static func costs(
    _ run: Range<Int>, _ body: ListedBody, _ columns: [ListedTable.Column], _ fit: ListedFit
  ) -> [Int32] {
    var whole: [UInt8] = []
    var joins: Int32 = 0
    var figures: Int32 = 0
    let isBroken = !body.isLine(run)
    for place in run {
      let part = body.text[body.texts[place].slice.range]
      let isLatin =
        whole.last.map { $0 < 0x80 } ?? true && part.first.map { $0 < 0x80 } ?? true
      if place > run.lowerBound {
        let isBroken = !body.isLine(place - 1..<place + 1)
        joins += isBroken ? cost(ofBreak: place, body) : isLatin ? 0 : blank
      }
      if body.texts[place].isFigure { figures += 1 }
      if isLatin, !whole.isEmpty { whole.append(0x20) }
      whole += part
    }
    let cell = ListedCell(whole, fit)
    return columns.map { column in
      var joins = joins
      switch column.spec.type {
      case .target: joins = joins > 0 && isBroken ? sign : 1
      case .name, .text, .organisation, .person: joins += figure * figures
      default: return never
      }
      guard column.number != -1 else { return 1 + joins }
      let here = fit.cost(cell, column.spec, column.number)
      if cell.value == column.spec.type { return here }
      // What no form calls so may as well be the names of two columns.
      return here + joins + (isBroken ? 0 : unknown)
    }
  }

  /// What it costs that a cell goes on in the line of a text.
  private static func cost(ofBreak place: Int, _ body: ListedBody) -> Int32 {
    let shortest = min(body.texts[place - 1].slice.count, body.texts[place].slice.count)
    return shortest > ListedFit.shortest && body.isFull(place - 1, before: place) ? line : sign
  }

  /// What a cell that wraps costs in each column.
  private func costs(_ wrap: ListedTable.Wrap) -> [Int32] {
    let (first, rest) = (body.texts[wrap.first].slice, body.texts[wrap.rest].slice)
    let cell = ListedCell(Array(body.text[first.range]) + body.text[rest.range], fit)
    return columns.map { column in
      guard column.number != -1 else { return 2 * Self.wrap }
      let here = fit.cost(cell, column.spec, column.number)
      // A name that a form has is one for sure; others wrap sooner than the words of a list do.
      if cell.value == column.spec.type { return here }
      // Without numbers nothing tells that the first line stands above its row.
      let isLoose = column.spec.type == .text || !fit.isNumbered
      return here + Self.wrap + (isLoose ? 1 : 0)
    }
  }
}
