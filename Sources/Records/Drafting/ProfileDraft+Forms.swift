internal import TieoutModel

extension ProfileDraft {
  /// Takes labels, values and groups of the forms over.
  mutating func add(_ found: DraftFields, _ caption: MoneyCaption, _ paper: DraftPaper) {
    formTitle = found.title.flatMap(Self.ending)
    headings = found.headings.filter { word in !found.values.contains { $0.key == Self.key(word) } }
    var names = ["title"]
    if let word = found.attachment?.word {
      attachment = Entry(
        name: isChinese ? "附件" : "attachment", labels: [word], key: Self.key(word))
      names += attachment.map { [$0.name] } ?? []
    }
    var nameOfKey: [String: String] = [:]
    var seconds: [Entry] = []
    var taken: [String: Set<String>] = [:]
    for value in found.values {
      let plain = value.label.asFieldName
      let owner = value.beside.flatMap { nameOfKey[$0] }
      let name = names.unique(owner.map { "\($0)_\(plain)" } ?? plain)
      names.append(name)
      if nameOfKey[value.key] == nil { nameOfKey[value.key] = name }
      let place = "\(value.isLine) \(owner ?? "")"
      var entry = Entry(
        name: name, labels: Self.labels(value.label, &taken[place, default: []]), key: value.key)
      let unit =
        Self.unit(ofLabel: value.label) ?? Self.unit(ofLabel: paper.string(value.unitLabel))
      entry.type = value.content.type(
        value.key, hasMoneyUnit: unit != nil,
        hasOtherUnit: Self.namesMeasure(value.label))
      if entry.type == .target { entry.type = .text }
      if DraftWords.isOne(value.key, of: DraftWords.caption),
        let named = value.content.values.first.flatMap(MoneyCaption.unit)
      {
        entry.type = .unit
        unitOfForms = unitOfForms ?? named
      }
      // What stands behind the figures themselves is their unit, whatever heads them.
      if entry.type == .amount { entry.unit = value.content.moneyUnit ?? unit }
      units += value.content.units.filter { !units.contains($0) }
      entry.isLine = value.isLine
      entry.beside = owner
      entry.evidence = "\(value.cells.count) of \(formCount) forms"
      if value.hasSecond {
        let second = names.unique(name)
        names.append(second)
        entry.then = second
        seconds.append(Entry(name: second, labels: [], key: "", type: .quantity))
        seconds[seconds.count - 1].evidence = "behind \(name)"
      }
      fields.append(entry)
    }
    // Behind all, since fields are told by the places of their values.
    fields += seconds
    if let line = found.footnote {
      let label = line.label.map { [$0] } ?? []
      let name = names.unique(line.label?.asFieldName ?? (isChinese ? "附注" : "footnote"))
      names.append(name)
      footnote = Entry(name: name, labels: label, key: "")
      if label.isEmpty { footnote?.contains = [String(line.text.prefix(40)).withoutNumbers] }
    }
    if found.hasProse {
      var entry = Entry(name: names.unique(isChinese ? "正文" : "text"), labels: [], key: "")
      entry.isLine = true
      entry.isRest = true
      entry.evidence = "lines without a label"
      names.append(entry.name)
      fields.append(entry)
    }
    totalRows += found.sumLabels
    for (place, group) in found.groups.enumerated() {
      add(group, &names, caption, paper)
      settleTotals(of: group, found.values)
      for value in found.values {
        guard let under = value.under, under.group == place,
          let field = fields.firstIndex(where: { $0.key == value.key && !$0.isLine })
        else { continue }
        let column = groups[groups.count - 1].columns.firstIndex { $0.key == under.key }
        guard let column else { continue }
        fields[field].column = groups[groups.count - 1].columns[column].name
        // What adds up to money is money.
        if fields[field].type == .amount,
          groups[groups.count - 1].columns[column].type == .quantity
        {
          groups[groups.count - 1].columns[column].type = .amount
        }
        // Lines that are single values as well stay lines where their rates are of interest.
        if groups[groups.count - 1].columns.contains(where: { $0.type == .rate }),
          !DraftWords.isOne(value.key, of: DraftWords.totalRows + DraftWords.subtotalRows)
        {
          let known = group.contents[0].values
          let words = known.contains(value.label) ? known : [value.label] + known
          groups[groups.count - 1].columns[0].type = .term
          groups[groups.count - 1].columns[0].terms = words.map { ($0, []) }
        }
      }
    }
  }

  /// Takes columns for money over which sums of money stand: `Total charge` below them.
  private mutating func settleTotals(
    of group: DraftFields.Group, _ values: [DraftFields.Value]
  ) {
    for value in values where !value.isLine && value.under == nil {
      guard DraftWords.holds(value.key, DraftWords.total),
        fields.contains(where: { $0.key == value.key && !$0.isLine && $0.type == .amount }),
        let column = value.cells.values.first?.column, column > 1,
        value.cells.values.allSatisfy({ $0.column == column }),
        let place = group.places.firstIndex(of: column),
        let key = group.keys.indices.contains(place) ? group.keys[place] : nil,
        let entry = groups[groups.count - 1].columns.firstIndex(where: { $0.key == key }),
        groups[groups.count - 1].columns[entry].type == .quantity,
        !DraftWords.isOfNoMoney(key)
      else { continue }
      groups[groups.count - 1].columns[entry].type = .amount
    }
  }

  private mutating func add(
    _ found: DraftFields.Group, _ names: inout [String], _ caption: MoneyCaption,
    _ paper: DraftPaper
  ) {
    var found = found
    // What stands at the left of all rows and is hardly ever filled in heads them.
    if found.contents.count > 2, found.contents[0].filled * 10 < found.rows.count {
      if !headings.contains(found.labels[0]) { headings.append(found.labels[0]) }
      found.dropFirstColumn()
    }
    var entries: [Entry] = []
    var taken: Set<String> = []
    for (place, content) in found.contents.enumerated() {
      let label = found.labels[place]
      var entry = Entry(
        name: entries.map(\.name).unique(label.asFieldName),
        labels: Self.labels(label, &taken), key: found.keys[place])
      let unit =
        Self.unit(ofLabel: label)
        ?? found.parents[place].flatMap { Self.unit(ofLabel: paper.string($0)) }
      // The first label may name the unit for all columns: `项目资金（万元）`.
      let shared = Self.unit(ofLabel: found.labels[0])
      entry.type = content.type(
        found.keys[place], hasMoneyUnit: unit != nil || shared != nil,
        hasOtherUnit: Self.namesMeasure(label))
      if entry.type == .organisation || entry.type == .person { entry.type = .text }
      if entry.type == .amount { entry.unit = content.moneyUnit ?? unit ?? shared }
      if entry.type == .unit { units += content.values.filter { !units.contains($0) } }
      units += content.units.filter { !units.contains($0) }
      if entry.type == .rate { entry.unit = "%" }
      entry.isOptional = content.blank * 3 > content.filled && !content.isCarried
      if content.isCarried, place < found.contents.count - 1 {
        entry.terms = terms(place, found, entries, paper)
        entry.isCarried = !entry.terms.isEmpty
        entry.type = entry.isCarried ? .term : .text
      }
      entry.evidence = content.evidence
      entries.append(entry)
    }
    let kind = giveRoles(&entries, found)
    let text =
      entries.first { $0.role == "text" } ?? entries.first { $0.type == .name }
      ?? entries.first { $0.type == .text } ?? entries[0]
    let plain = text.name.utf8.last.map { $0 < 0x80 } == true && text.name.last != "s"
    let name = names.unique(plain ? text.name + "s" : text.name)
    names.append(name)
    groups.append(
      Group(
        name: name, kind: kind, columns: entries,
        evidence: "\(found.rows.count) rows in \(found.forms.count) forms"))
  }

  /// The words of a column that repeats a few, each under the words of the column before it.
  private func terms(
    _ place: Int, _ found: DraftFields.Group, _ before: [Entry], _ paper: DraftPaper
  ) -> [(word: String, parents: [String])] {
    let above = before.lastIndex { !$0.terms.isEmpty }
    var terms: [(word: String, parents: [String])] = []
    var parent: String?
    var counts: [String: Int] = [:]
    for row in found.rows {
      if let above, let cell = row[above] {
        parent = before[above].terms.first { Self.key($0.word) == cell.key }?.word ?? parent
      }
      guard let cell = row[place] else { continue }
      let word = paper.string(cell.slice)
      counts[cell.key, default: 0] += 1
      let index = terms.firstIndex { Self.key($0.word) == cell.key } ?? terms.count
      if index == terms.count { terms.append((word, [])) }
      if let parent, !terms[index].parents.contains(parent) { terms[index].parents.append(parent) }
    }
    // A word that hardly any form has is damage or another column's.
    let least = max(1, formCount / 8)
    terms.removeAll { counts[Self.key($0.word), default: 0] < least }
    return terms
  }

  /// Finds the columns that make rows indicators: a text, and what it aims at.
  private func giveRoles(_ entries: inout [Entry], _ found: DraftFields.Group) -> GroupSpec.Kind {
    let hasUnits = entries.contains { $0.type == .unit }
    let comparators = entries.firstIndex { $0.type == .comparator }
    let hasComparators = comparators != nil
    let target =
      entries.firstIndex { $0.type == .target }
      ?? (hasUnits && hasComparators ? entries.firstIndex { $0.type.takesUnit } : nil)
      ?? comparators.flatMap { place in
        entries.indices.first { $0 > place && entries[$0].type.takesUnit }
      }
    // Of levels that differ as much the last before the target is the text.
    let text = entries.indices.filter { entries[$0].type == .text && entries[$0].terms.isEmpty }
      .max {
        func rank(_ place: Int) -> (Int, Int) {
          (found.contents[place].values.count, place < target ?? 0 ? place : -place)
        }
        return rank($0) < rank($1)
      }
    guard let target, let text else {
      if let text { entries[text].type = .name }
      return .lines
    }
    entries[target].role = "target"
    entries[target].type = .target
    entries[target].unit = nil
    entries[text].role = "text"
    entries[text].type = .name
    // What was reached is words where what was aimed at is.
    for place in entries.indices where place > target && found.contents[place].words > 0 {
      if [.quantity, .count, .rate].contains(entries[place].type) { entries[place].type = .target }
    }
    for (index, role) in zip(
      entries.indices.filter { entries[$0].isCarried }, ["level1", "level2"])
    {
      entries[index].role = role
    }
    if let index = entries.firstIndex(where: { $0.type == .unit }) { entries[index].role = "unit" }
    if let index = entries.firstIndex(where: { DraftWords.isOne($0.key, of: DraftWords.weight) }) {
      entries[index].role = "weight"
    }
    if let index = entries.firstIndex(where: { $0.type == .comparator }) {
      entries[index].role = "comparator"
    }
    return .indicators
  }
}

extension String {
  /// The words before the first digit.
  fileprivate var withoutNumbers: String {
    let words = prefix { !$0.isNumber }
    var text = String(words)
    while text.last == " " { text.removeLast() }
    return text.isEmpty ? self : text
  }
}
