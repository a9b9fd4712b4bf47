internal import TieoutModel

/// The labels, values and groups of the forms of a paper, found by what all of them share.
struct DraftFields {
  var values: [Value] = []
  var groups: [Group] = []
  /// The lines that every form has once.
  var lines: [Line] = []
  /// The labels of lines that add up others.
  var sumLabels: [String] = []
  private(set) var headings: [String] = []
  private(set) var title: String?
  /// The line that numbers the forms.
  let attachment: DraftAttachment?
  /// A line that all forms end with, and whether it has a label.
  private(set) var footnote: (text: String, label: String?)?
  private(set) var hasProse = false

  let paper: DraftPaper
  let forms: [Range<Int>]
  /// In how many forms each text stands in a cell, and how often altogether.
  private(set) var spread: [String: (forms: Int, times: Int)] = [:]

  init(_ paper: DraftPaper, _ forms: DraftForms, _ summary: DraftSummary? = nil) {
    self.paper = paper
    self.forms = forms.forms
    attachment = DraftAttachment(paper, forms.forms)
    count()
    readTitle()
    for number in self.forms.indices { readForm(number) }
    let least = max(2, self.forms.count * 6 / 10)
    values.removeAll { $0.cells.count + $0.content.blank < least }
    if let summary { readTotals(summary, least) }
    dropGroups(least)
    readFootnote()
  }

  private mutating func count() {
    for form in forms {
      var seen: Set<String> = []
      for row in form {
        for cell in paper.rows[row].cells where !cell.key.isEmpty {
          var keys = [cell.key]
          if paper.rows[row].isLine {
            if let (label, _) = paper.label(of: cell) { keys.append(paper.key(label) + ":") }
          } else if !cell.shape.isWords {
            continue
          }
          for key in keys {
            spread[key, default: (0, 0)].times += 1
            if seen.insert(key).inserted { spread[key, default: (0, 0)].forms += 1 }
          }
        }
      }
    }
  }

  /// Whether a text comes back with nearly every form.
  private func isShared(_ key: String) -> Bool {
    guard !key.isEmpty, let found = spread[key] else { return false }
    return found.forms * 10 >= forms.count * 7 && found.forms > 1
  }

  func isLabel(_ cell: DraftPaper.Cell) -> Bool {
    cell.shape.isWords && cell.slice.count <= 60 && isShared(cell.key)
      && !paper.text[cell.slice.range].suffix(3).elementsEqual("。".utf8)
  }

  /// Finds the line that all forms share before their tables, or, where it does not begin them,
  /// shortly before the first of them.
  private mutating func readTitle() {
    guard let form = forms.first else { return }
    let table = form.first { !paper.rows[$0].isLine } ?? form.upperBound
    let rows = max(0, form.lowerBound - 8)..<table
    let row = rows.first { row in
      guard paper.rows[row].isLine, paper.rows[row].cells.count == 1,
        let line = paper.rows[row].cells.first, !numbersForm(row)
      else { return false }
      return paper.label(of: line) == nil && isShared(line.key)
    }
    title = row.map { paper.string(paper.rows[$0].cells[0].slice) }
  }

  private func numbersForm(_ row: Int) -> Bool {
    attachment?.holds(paper.rows[row], paper) ?? false
  }

  private mutating func readFootnote() {
    guard let form = forms.first else { return }
    let lastTableRow = form.last { !paper.rows[$0].isLine } ?? form.lowerBound
    for row in form where row > lastTableRow {
      guard let line = paper.rows[row].cells.first, isShared(line.key), footnote == nil,
        paper.rows[row].cells.count == 1, !numbersForm(row), paper.string(line.slice) != title
      else { continue }
      if let (label, _) = paper.label(of: line) {
        let key = paper.key(label)
        values.removeAll { $0.key == key && $0.isLine }
        footnote = (paper.string(line.slice), paper.string(label))
      } else {
        footnote = (paper.string(line.slice), nil)
      }
    }
  }

  // MARK: Rows

  private mutating func readForm(_ number: Int) {
    var open: Int?
    var below: [DraftPaper.Cell]?
    var isPastTotal = false
    var lastHead = -1
    for row in forms[number] where row > lastHead {
      let cells = paper.rows[row].cells
      if paper.rows[row].isLine {
        open = nil
        if !numbersForm(row) { readLine(cells, number) }
        continue
      }
      if row > forms[number].lowerBound, paper.rows[row].block != paper.rows[row - 1].block {
        open = nil
        isPastTotal = false
      }
      let labels = cells.filter { isLabel($0) }
      if let heads = below {
        below = nil
        if labels.count * 2 < cells.count {
          for head in heads {
            let value = cells.first { $0.column == head.column }
            note(head, value, nil, isLine: false, unit: head.slice, number)
          }
          continue
        }
      }
      if cells.count >= 2,
        labels.count == cells.count || areHeads(cells)
          || labels.count >= 4 && labels.count + 1 == cells.count
            && cells.allSatisfy(\.shape.isWords),
        let (head, last) = self.head(row, number)
      {
        isPastTotal = false
        lastHead = last
        switch head {
        case .group(let group): open = group
        case .values:
          open = nil
          below = cells
        }
        continue
      }
      if let group = open {
        if isPastTotal || isField(cells, group) {
          isPastTotal = isPastTotal || DraftWords.holds(cells[0].key, DraftWords.total)
          // Of several figures in one row the first is not the value of its label.
          if cells.count(where: { $0.shape.quantity != nil }) > 1 {
            noteTotal(cells, of: group, number)
          } else {
            readPairs(cells, number)
          }
        } else {
          take(cells, into: group, number)
        }
      } else {
        readPairs(cells, number)
      }
    }
  }

  private mutating func readLine(_ cells: [DraftPaper.Cell], _ number: Int) {
    for piece in cells {
      if let (label, value) = paper.label(of: piece), !paper.key(label).isEmpty,
        isShared(paper.key(label) + ":")
      {
        let cell = paper.cell(value, piece.column, 1)
        var head = piece
        head.slice = label
        head.key = paper.key(label)
        note(head, value.isEmpty ? nil : cell, nil, isLine: true, unit: label, number)
      } else if piece.slice.count > 60, !isShared(piece.key) {
        hasProse = true
      }
    }
  }

  /// Whether a row below a group's head is a value of the form: a total, or a label that every form
  /// has once with most columns blank.
  private func isField(_ cells: [DraftPaper.Cell], _ group: Int) -> Bool {
    guard let first = cells.first, first.column == 0, isLabel(first),
      spread[first.key].map({ $0.times == $0.forms }) == true
    else { return false }
    if DraftWords.holds(first.key, DraftWords.total), cells.count <= groups[group].keys.count {
      return true
    }
    return cells.count * 2 <= groups[group].keys.count && groups[group].keys.count > 3
  }

  private mutating func take(_ cells: [DraftPaper.Cell], into group: Int, _ number: Int) {
    // What adds the lines up is none of them.
    if let first = cells.first,
      DraftWords.isOne(first.key, of: DraftWords.totalRows + DraftWords.subtotalRows)
    {
      groups[group].hasTotal = true
      return
    }
    groups[group].owners.append(number)
    let row = groups[group].places.map { place in cells.first { $0.column == place } }
    groups[group].rows.append(row)
    note(cells, row, in: group, number)
    for (column, cell) in row.enumerated() { groups[group].contents[column].add(cell, paper) }
  }

  /// Reads labels with their values to the right.
  private mutating func readPairs(_ cells: [DraftPaper.Cell], _ number: Int) {
    var index = 0
    var heading: Slice?
    while index < cells.count {
      let cell = cells[index]
      guard isLabel(cell) else {
        index += 1
        continue
      }
      let next = index + 1 < cells.count ? cells[index + 1] : nil
      let after = index + 2 < cells.count ? cells[index + 2] : nil
      if let next, isLabel(next) {
        if let after, !isLabel(after) {
          // A label before a label with a value heads what follows.
          let word = paper.string(cell.slice)
          if !headings.contains(word) { headings.append(word) }
          heading = cell.slice
          index += 1
        } else if after == nil {
          note(cell, next, nil, isLine: false, unit: heading ?? cell.slice, number)
          index += 2
        } else {
          note(cell, next, nil, isLine: false, unit: heading ?? cell.slice, number)
          index += 2
        }
      } else {
        let left = index >= 2 ? cells[..<index].last { isLabel($0) } : nil
        note(cell, next, left, isLine: false, unit: heading ?? cell.slice, number)
        index += next == nil ? 1 : 2
      }
    }
  }

  private func endsInBracket(_ label: Slice) -> Bool {
    Brackets(endOf: label.range, paper.text) != nil
  }

  private mutating func note(
    _ label: DraftPaper.Cell, _ value: DraftPaper.Cell?, _ left: DraftPaper.Cell?, isLine: Bool,
    unit: Slice, _ number: Int
  ) {
    let isRepeated = spread[label.key].map { $0.times * 2 >= $0.forms * 3 } ?? false
    let beside = isRepeated && !isLine ? left?.key : nil
    let place: Int
    if let known = values.firstIndex(where: {
      $0.key == label.key && $0.isLine == isLine && $0.beside == beside
    }) {
      place = known
    } else {
      values.append(
        Value(
          label: paper.string(label.slice), key: label.key, isLine: isLine, beside: beside,
          unitLabel: unit))
      place = values.count - 1
    }
    // Of all the forms one will show the unit in its label or heading.
    if !endsInBracket(values[place].unitLabel), endsInBracket(unit) {
      values[place].unitLabel = unit
    }
    guard values[place].cells[number] == nil else { return }
    values[place].content.add(value, paper)
    if let value { values[place].cells[number] = value }
  }
}
