internal import TieoutModel

/// Reads a form's unreadable labels by its siblings: forms of one submission are printed alike.
///
/// Where most forms have the same label at the same place, a text of one form that is no label is
/// that label misread. The place is that of the cell in a row with as many cells; below the heads of
/// columns, that of the word among the words of its column, where their number is the same.
///
/// - before: `项目|甲项目`, `wi|乙项目`, `项目|丙项目`
/// - after: the second row begins with a label, too
/// - leaves alone: places at which few forms have a label, and rows that contradict their siblings
enum SiblingLabels: Stage {
  static let name = "sibling-labels"

  static func run(_ document: inout Document, _ profile: Profile) {
    // Only where boxes were measured does a place among the cells say where a text stands.
    guard document.rows.contains(where: \.isMeasured) else { return }
    // Words are looked for under the heads of their columns: heads first.
    for _ in 0..<2 { restore(&document, profile) }
  }

  private static func restore(_ document: inout Document, _ profile: Profile) {
    let forms = document.regions.filter { $0.kind == .form }.map {
      FormPlaces($0.rows, document, profile)
    }
    guard forms.count > 2 else { return }
    var votes = LabelVotes()
    for form in forms { votes.count(form, document) }
    for form in forms {
      for row in form.rows where votes.agrees(with: row, document) {
        for (place, index) in row.cells {
          let cell = document.cells[index]
          guard let label = votes.label(at: place), label != cell.label,
            isWord(cell.text, document),
            cell.label == .none || votes.isDoubled(cell.label, in: row, document),
            place.isEntry || form.count(label, document) < votes.count(label)
          else { continue }
          restore(index, label, row.place, &document, profile)
        }
      }
    }
  }

  /// Whether a text may be a label misread: short, and without a figure.
  private static func isWord(_ text: Slice, _ document: Document) -> Bool {
    text.count <= 45 && !document.text[text.range].contains(where: \.isDigitASCII)
  }

  private static func restore(
    _ index: Int, _ label: LabelID, _ row: Int, _ document: inout Document, _ profile: Profile
  ) {
    let word = profile.labels.word(label)
    let cell = document.cells[index].text
    let isApplied = document.add(
      Repair(
        rule: "ST05", state: .likely, cells: [cell], before: [document.string(cell)],
        after: [word],
        evidence: [
          Message(
            zh: "其他各表在同一位置印有标签“\(word)”",
            en: "the other forms have the label “\(word)” at this place")
        ]))
    if isApplied { document.cells[index].label = label }
    if document.rows[row].repair == 0 {
      document.rows[row].repair = UInt32(document.repairs.count)
    }
  }
}

/// The cells of a form by the places that labels have in forms that are printed alike.
private struct FormPlaces {
  /// A place: above and in the heads of columns a row and a cell in it, below them a column and a
  /// word in it.
  struct Place: Hashable {
    var isEntry: Bool
    /// The row, or the column.
    var line: Int
    /// How many cells the row has, or words the column.
    var count: Int
    var cell: Int
  }

  /// The cells that are judged together.
  struct Row {
    /// The row in the document.
    var place: Int
    var cells: [(place: Place, index: Int)]
  }

  private(set) var rows: [Row] = []

  init(_ region: Range<Int>, _ document: Document, _ profile: Profile) {
    var line = 0
    var wordColumns: Set<UInt16>?
    var words: [UInt16: [(row: Int, index: Int)]] = [:]
    for place in region where !document.rows[place].isLine {
      let filled = document.rows[place].cells.filter { !document.cells[$0].text.isEmpty }
      if let columns = wordColumns {
        // Where columns are only counted, a cell of another column may stand there.
        guard document.rows[place].isMeasured else { continue }
        for index in filled where columns.contains(document.cells[index].column) {
          words[document.cells[index].column, default: []].append((place, index))
        }
        continue
      }
      let cells = filled.enumerated().map { cell, index in
        (Place(isEntry: false, line: line, count: filled.count, cell: cell), index)
      }
      rows.append(Row(place: place, cells: cells))
      line += 1
      wordColumns = Self.wordColumns(filled, document, profile)
    }
    // Rows above the heads are counted from these: one more at the top moves nothing.
    if wordColumns != nil {
      for row in rows.indices {
        for cell in rows[row].cells.indices { rows[row].cells[cell].place.line -= line }
      }
    }
    for column in words.keys.sorted() {
      let cells = words[column] ?? []
      for (cell, found) in cells.enumerated() {
        let place = Place(isEntry: true, line: Int(column), count: cells.count, cell: cell)
        rows.append(Row(place: found.row, cells: [(place, found.index)]))
      }
    }
  }

  /// How often the form has a label above and in the heads of columns.
  func count(_ label: LabelID, _ document: Document) -> Int {
    rows.flatMap(\.cells).count { !$0.place.isEntry && document.cells[$0.index].label == label }
  }

  /// The columns of closed lists, where a row heads columns; `nil` where it heads none.
  private static func wordColumns(
    _ cells: [Int], _ document: Document, _ profile: Profile
  ) -> Set<UInt16>? {
    var columns: Set<UInt16> = []
    var heads = 0
    for index in cells {
      let cell = document.cells[index]
      guard let head = profile.role(cell.label).groupColumns.first else { continue }
      heads += 1
      if profile.detail.groups[head.group].columns[head.column].type == .term {
        columns.insert(cell.column)
      }
    }
    return heads >= 2 ? columns : nil
  }
}

/// How many forms have which label at a place.
private struct LabelVotes {
  private var votes: [FormPlaces.Place: [LabelID: Int]] = [:]
  private var texts: [FormPlaces.Place: Int] = [:]

  mutating func count(_ form: FormPlaces, _ document: Document) {
    for (place, index) in form.rows.flatMap(\.cells) {
      texts[place, default: 0] += 1
      let label = document.cells[index].label
      if label != .none { votes[place, default: [:]][label, default: 0] += 1 }
    }
  }

  /// The label that the forms have at a place: two of them and a third of all, and hardly another;
  /// of a closed list, one of them and no other.
  func label(at place: FormPlaces.Place) -> LabelID? {
    guard let known = votes[place],
      let best = known.max(by: {
        ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
      })
    else { return nil }
    let others = known.values.reduce(0, +) - best.value
    if place.isEntry, others == 0 { return best.key }
    guard best.value >= 2, best.value * 3 >= texts[place] ?? 0, others * 4 <= best.value else {
      return nil
    }
    return best.key
  }

  /// At how many places above and in the heads of columns the forms have a label: a form that has as
  /// many has no other one misread, wherever its rows stand.
  func count(_ label: LabelID) -> Int {
    votes.keys.count { !$0.isEntry && self.label(at: $0) == label }
  }

  /// Whether hardly a label of a row contradicts the other forms.
  func agrees(with row: FormPlaces.Row, _ document: Document) -> Bool {
    var agreeing = 0
    var contradicting = 0
    for (place, index) in row.cells {
      let label = document.cells[index].label
      guard label != .none else { continue }
      if let usual = self.label(at: place) {
        if label == usual { agreeing += 1 } else { contradicting += 1 }
      } else if (votes[place]?[label] ?? 0) * 3 < texts[place] ?? 0 {
        // A label where the others have none.
        contradicting += 1
      }
    }
    // Where columns are only counted, a row must show that it is the one that it is taken for.
    let isSure = agreeing > 0 || document.rows[row.place].isMeasured
    return isSure && contradicting * 3 <= agreeing
  }

  /// Whether a label stands in a row twice, once where the other forms have it.
  func isDoubled(_ label: LabelID, in row: FormPlaces.Row, _ document: Document) -> Bool {
    let cells = row.cells.filter { document.cells[$0.index].label == label }
    return cells.count == 2 && cells.contains { self.label(at: $0.place) == label }
  }
}
