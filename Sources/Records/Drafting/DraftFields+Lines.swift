internal import TieoutModel

extension DraftFields {
  /// Where the values of columns stand: the label of a block may stand before the words of its rows.
  func places(
    of heads: [DraftPaper.Cell], over row: [DraftPaper.Cell]
  ) -> [Int] {
    heads.map { head in
      let next = head.column + 1
      let isBeside =
        !row.contains { $0.column == head.column } && row.contains { $0.column == next }
        && !heads.contains { $0.column == next } && head.span == 1
      return isBeside ? next : head.column
    }
  }

  /// Notes a line that begins with a label of its own.
  mutating func note(
    _ cells: [DraftPaper.Cell], _ row: [DraftPaper.Cell?], in group: Int, _ number: Int
  ) {
    guard let first = cells.first, isLabel(first), first.column == groups[group].places[0],
      spread[first.key].map({ $0.times == $0.forms }) == true,
      cells.contains(where: { $0.shape.quantity != nil })
    else { return }
    let place =
      lines.firstIndex { $0.group == group && $0.label.key == first.key } ?? lines.count
    if place == lines.count { lines.append(Line(group: group, label: first)) }
    if lines[place].figures[number] == nil { lines[place].figures[number] = row }
  }

  /// Notes a row with several figures that is none of a group's rows.
  mutating func noteTotal(_ cells: [DraftPaper.Cell], of group: Int, _ number: Int) {
    let row = groups[group].places.map { place in cells.first { $0.column == place } }
    note(cells, row, in: group, number)
  }

  /// Takes the single values that stand in lines over.
  mutating func readTotals(_ summary: DraftSummary, _ least: Int) {
    for value in totals(of: lines, summary, least)
    where !values.contains(where: { $0.key == value.key && !$0.isLine }) {
      values.append(value)
    }
    for line in lines where !values.contains(where: { $0.key == line.label.key && !$0.isLine }) {
      if let value = sum(of: line, least) {
        values.append(value)
        sumLabels.append(value.label)
        remove(line)
      } else if isOutside(line), let value = first(of: line) {
        values.append(value)
      }
    }
  }

  /// What a line holds in the column in which it adds the others up in most forms: `总成绩`.
  private func sum(of line: Line, _ least: Int) -> Value? {
    let group = groups[line.group]
    // What adds up stands behind what it adds up.
    let isLast = group.rows.indices.allSatisfy { place in
      group.rows[place][0]?.key != line.label.key || place + 1 == group.rows.count
        || group.owners[place + 1] != group.owners[place]
    }
    guard line.figures.count >= least, isLast else { return nil }
    return group.keys.indices.lazy.compactMap { place -> Value? in
      var sums: [Int: (sum: Int128, count: Int)] = [:]
      for (form, row) in zip(group.owners, group.rows) where row[0]?.key != line.label.key {
        guard let figure = row[place]?.shape.quantity?.digits(at: 6) else { continue }
        sums[form, default: (0, 0)].sum += figure
        sums[form, default: (0, 0)].count += 1
      }
      var value = Value(
        label: paper.string(line.label.slice), key: line.label.key, isLine: false,
        unitLabel: group.slices[place])
      var holds = 0
      for (form, cells) in line.figures.sorted(by: { $0.key < $1.key }) {
        guard let cell = cells[place], let stated = cell.shape.quantity?.digits(at: 6),
          let sum = sums[form], sum.count > 1
        else { continue }
        value.cells[form] = cell
        value.content.add(cell, paper)
        if sum.sum == stated, stated != 0 { holds += 1 }
      }
      value.under = (line.group, group.keys[place])
      return holds >= least && holds * 5 >= value.cells.count * 4 ? value : nil
    }.first
  }

  /// Takes a line that adds up others out of their rows.
  private mutating func remove(_ line: Line) {
    let kept = groups[line.group].rows.indices.filter {
      groups[line.group].rows[$0][0]?.key != line.label.key
    }
    groups[line.group].owners = kept.map { groups[line.group].owners[$0] }
    groups[line.group].rows = kept.map { groups[line.group].rows[$0] }
    groups[line.group].contents = groups[line.group].keys.indices.map { column in
      var content = DraftColumn()
      for row in groups[line.group].rows { content.add(row[column], paper) }
      return content
    }
  }

  /// Whether a line is none of its group's rows, though several figures stand in it.
  private func isOutside(_ line: Line) -> Bool {
    !groups[line.group].rows.contains { $0[0]?.key == line.label.key }
  }

  /// The first figures of a line.
  private func first(of line: Line) -> Value? {
    var value = Value(
      label: paper.string(line.label.slice), key: line.label.key, isLine: false,
      unitLabel: line.label.slice)
    for (form, cells) in line.figures.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells.lazy.compactMap(\.self).first(where: { $0.shape.quantity != nil })
      else { continue }
      value.cells[form] = cell
      value.content.add(cell, paper)
    }
    value.hasSecond = line.figures.values.allSatisfy { cells in
      cells.count { $0?.shape.quantity != nil } == 2
    }
    return value.cells.isEmpty ? nil : value
  }

  /// Leaves out what heads too few rows.
  mutating func dropGroups(_ least: Int) {
    let isKept = groups.map { $0.forms.count >= least && $0.rows.count > 1 }
    var places: [Int?] = []
    for kept in isKept { places.append(kept ? places.count { $0 != nil } : nil) }
    for index in values.indices {
      guard let under = values[index].under else { continue }
      values[index].under = places[under.group].map { ($0, under.key) }
    }
    groups = zip(groups, isKept).filter(\.1).map(\.0)
  }

  /// Finds single values in lines that every form has once, such as `年度资金总额` over several columns:
  /// those of the column in which stands what the summary repeats, or else what lines add up to.
  private func totals(of lines: [Line], _ summary: DraftSummary, _ least: Int) -> [Value] {
    let ranking = DraftAmounts(summary)
    return lines.compactMap { line in
      guard line.figures.count >= least else { return nil }
      // Beside a line of the total one with a grant in its name is a part of it.
      let hasTotal =
        groups[line.group].hasTotal
        || lines.contains {
          $0.group == line.group && $0.label.key != line.label.key
            && DraftWords.isOne($0.label.key, of: DraftWords.totalRows)
        }
      let words = hasTotal ? DraftWords.total : DraftWords.total + DraftWords.sought
      var best: (value: Value, points: Int)?
      for place in groups[line.group].keys.indices {
        guard let value = value(of: line, place, least) else { continue }
        let isSum = isSumOfLines(value)
        // A tenth of what the summary states has its digits, and is a line like the others.
        let isMeant = isSum || DraftWords.holds(value.key, words)
        for column in ranking.columns where isMeant || summary.columns[column].key == value.key {
          let known = Set(summary.columns[column].content.numbers.map(\.significant))
          let agreeing = value.content.numbers.count { known.contains($0.significant) }
          guard agreeing > 1, agreeing * 2 > value.cells.count else { continue }
          let pair = DraftMeanings.Pair(
            column: column, field: 0, agreeing: agreeing, compared: value.cells.count)
          let points = ranking.points(pair, value, isSumOfLines: isSum)
          if points > best?.points ?? .min { best = (value, points) }
        }
      }
      return best?.value
    }
  }

  /// The figures of a line in one column, where they may be money; what is the same in all forms
  /// tells nothing.
  private func value(of line: Line, _ place: Int, _ least: Int) -> Value? {
    let key = groups[line.group].keys[place]
    var value = Value(
      label: paper.string(line.label.slice), key: line.label.key, isLine: false,
      unitLabel: groups[line.group].slices[0])
    value.under = (line.group, key)
    for (form, cells) in line.figures.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells[place], cell.shape.quantity != nil else { continue }
      value.cells[form] = cell
      value.content.add(cell, paper)
    }
    guard value.cells.count >= least, value.content.values.count > 1,
      value.content.mayBeMoney(key)
    else { return nil }
    return value
  }
}
