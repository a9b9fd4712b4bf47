internal import TieoutModel

/// Goes through the lines of a listed paper and puts rows together: of the summary, of forms.
struct ListedWalk {
  let profile: Profile
  let text: [UInt8]
  private(set) var lines: [ListedText]
  private(set) var rows: [ListedRow] = []
  /// What stands behind the labels of forms.
  let values: ListedValues
  /// How many tables were found, those with heads and those of labels beside values.
  private(set) var tables = 0
  /// The numbers of pages.
  private let margins: [ListedText]
  /// Whether a line is a row.
  private let isInRows: Bool
  /// What each line is the title of.
  private let titles: [Document.Region.Kind?]
  /// The tables of groups, by their rows.
  private var groups: [(head: ListedHead, rows: Range<Int>)] = []
  /// What the last title heads.
  private var kind = Document.Region.Kind.prose
  /// The number that the next row of the summary has, if it has one.
  private(set) var nextNumber = 1
  /// Whether the last row is one of labels beside their values.
  private var isInFields = false

  /// The most lines that one value of a form goes on over.
  private static let longestValue = 100
  /// The bytes of a line of prose at the least: eight Han characters.
  private static let shortestSentence = 24

  init(_ document: borrowing Document, _ profile: Profile, isInRows: Bool) {
    self.profile = profile
    text = document.text
    (lines, margins) = ListedTexts.read(document, profile, isInRows: isInRows)
    self.isInRows = isInRows
    values = ListedValues(lines, text, profile)
    let titles = TitleEndings(profile)
    self.titles = lines.map {
      guard $0.label == .none else { return nil }
      let line = ContinuedTitle.without($0.parts[0], document.text)
      return titles.kind(document.text.withoutAttachment(line), document.text)
    }
  }

  mutating func run() {
    var place = 0
    while place < lines.count {
      if let kind = title(place) {
        self.kind = kind
        place = addLine(place)
      } else if let head = ListedHead(at: place, in: self, kind) {
        place = addTable(head)
      } else if kind == .form, let next = addField(place) {
        place = next
      } else {
        place = addLine(place)
      }
    }
    spreadLevels()
    addMargins()
  }

  /// Adds the numbers of pages, each at the end of its page.
  private mutating func addMargins() {
    for margin in margins.reversed() {
      let end = rows.firstIndex { $0.page > margin.page } ?? rows.count
      let cell = ListedRow.Cell(column: 0, parts: margin.parts)
      rows.insert(ListedRow(cells: [cell], page: margin.page, isLine: true), at: end)
    }
  }

  /// Spreads the words of closed lists, where a table shows that they stand in the middle of their cells
  /// and not at the top.
  private mutating func spreadLevels() {
    let isCentred = groups.contains { head, rows in
      head.firstLevel(self).map { self.rows[rows.lowerBound].cells[$0].first == nil } ?? false
    }
    guard isCentred else { return }
    for (head, range) in groups { head.spreadLevels(&rows[range], self) }
  }

  // MARK: Lines

  /// What a line is the title of.
  func title(_ place: Int) -> Document.Region.Kind? { titles[place] }

  /// Adds a text as prose, with what stands behind it in its line.
  private mutating func addLine(_ place: Int) -> Int {
    var end = place + 1
    while end < lines.count, lines[end].line == lines[place].line { end += 1 }
    addProse(place..<end)
    return end
  }

  private mutating func addProse(_ range: Range<Int>) {
    for part in parts(Array(range)) {
      let cell = ListedRow.Cell(column: 0, parts: [part], first: range.lowerBound)
      rows.append(ListedRow(cells: [cell], page: lines[range.lowerBound].page, isLine: true))
    }
    isInFields = false
  }

  /// The characters of some texts: those that stand beside one another in a line are one piece.
  private func parts(_ places: [Int]) -> [Slice] {
    var parts: [Slice] = []
    var last: Int?
    for place in places {
      if let last, last + 1 == place, lines[last].line == lines[place].line,
        let before = parts.last, let part = lines[place].parts.first, before.end <= part.start
      {
        parts[parts.count - 1] = before.joined(with: part)
        parts += lines[place].parts.dropFirst()
      } else {
        parts += lines[place].parts
      }
      last = place
    }
    return parts
  }

  // MARK: Labels beside values

  /// Adds a row of a label with what follows it, if a text is a label of a form; gives the next text.
  private mutating func addField(_ place: Int) -> Int? {
    let traits = profile.meanings.traits(lines[place].label)
    guard traits.isOfForm else { return nil }
    var cells: [[Slice]] = [lines[place].parts]
    var next = place + 1
    if traits.contains(.field), let field = profile.meanings.detailFields(lines[place].label).first
    {
      let spec = profile.detail.fields[field]
      // Of two labels of texts one behind the other nothing tells which text is whose.
      let isDoubtful = spec.type == .text && place > 0 && isText(lines[place - 1].label)
      let values = isDoubtful ? next..<next : self.values(from: next, ColumnSpec(spec))
      let above = spec.type == .text && !isDoubtful ? takeAbove() : []
      if !values.isEmpty || !above.isEmpty { cells.append(above + parts(Array(values))) }
      next += values.count
      if spec.then != nil, next < lines.count, !values.isEmpty,
        ListedFit.isFigure(text, lines[next].parts[0])
      {
        cells.append(lines[next].parts)
        next += 1
      }
    } else {
      // The parts of what a heading announces stand beside it.
      while let pair = pair(at: next) {
        cells += [lines[next].parts, lines[pair].parts]
        next = pair + 1
      }
    }
    let row = ListedRow(
      cells: cells.enumerated().map { ListedRow.Cell(column: $0, parts: $1) },
      page: lines[place].page, beginsTable: !isInFields)
    rows.append(row)
    if !isInFields { tables += 1 }
    isInFields = true
    return next
  }

  /// Whether a label announces a text.
  private func isText(_ label: LabelID) -> Bool {
    profile.meanings.detailFields(label).first.map { profile.detail.fields[$0].type == .text }
      ?? false
  }

  /// The texts that are the value of a field: of a text all up to the next label, of a name those of one
  /// line, else the one that fits.
  private func values(from start: Int, _ spec: ColumnSpec) -> Range<Int> {
    let fit = ListedFit(
      profile: profile, group: nil, values: values, hasCodes: false, isNumbered: false)
    var end = start
    while end < lines.count, end - start < Self.longestValue, isValue(end) {
      if spec.type == .text {
        end += 1
        continue
      }
      let isName = spec.type == .name || spec.type == .organisation
      // Blanks part the words of a person's name, and the groups of a number's digits.
      let goesOnInLine = isName || isInRows && (spec.type == .person || spec.type == .phone)
      if end > start {
        guard goesOnInLine, goesOn(start, end) else { break }
      } else if !isName || !isInRows, cost(end, spec, fit) > 4 {
        break
      }
      end += 1
    }
    return start..<end
  }

  /// What it costs that a text is the value of a field.
  private func cost(_ place: Int, _ spec: ColumnSpec, _ fit: ListedFit) -> Int32 {
    let slice = lines[place].parts[0]
    let isFigure = fit.isFigure(text, slice)
    return fit.cost(ListedCell(text, slice, .none, isFigure: isFigure, fit), spec, -1)
  }

  /// Whether a name goes on with a text: in its line, or where both stand as one elsewhere.
  private func goesOn(_ start: Int, _ place: Int) -> Bool {
    if isInRows { return lines[place].line == lines[start].line }
    return values.isWhole((start...place).flatMap { text[lines[$0].parts[0].range] })
  }

  /// Whether a line may be the value of a field: no label, no title, no line that begins with a label.
  private func isValue(_ place: Int) -> Bool {
    lines[place].label == .none && title(place) == nil && !beginsWithLabel(place)
  }

  /// Whether a line begins with a label and a colon: the footnote, a caption.
  func beginsWithLabel(_ place: Int) -> Bool {
    let slice = lines[place].parts[0]
    guard let colon = text.colon(in: slice.range)?.lowerBound else { return false }
    return profile.labels.label(Slice(Int(slice.start)..<colon).trimmed(in: text), in: text)
      != .none
  }

  /// The place of the number behind a label, where a label with a number behind it stands at a place.
  private func pair(at place: Int) -> Int? {
    guard place + 1 < lines.count, profile.meanings.traits(lines[place].label).isOfForm,
      ListedFit.isFigure(text, lines[place + 1].parts[0])
    else { return nil }
    return place + 1
  }

  /// Takes the lines above a label that nothing else took: the label of a text stands beside its middle.
  private mutating func takeAbove() -> [Slice] {
    var parts: [Slice] = []
    while rows.count > 1, let last = rows.last, last.isLine, let place = last.cells[0].first,
      lines[place].parts[0].count >= Self.shortestSentence, isValue(place)
    {
      parts.insert(contentsOf: last.cells[0].parts, at: 0)
      rows.removeLast()
    }
    return parts
  }

  // MARK: Tables with heads

  private mutating func addTable(_ head: ListedHead) -> Int {
    let end = self.end(of: head)
    let body = head.end..<end
    tables += 1
    isInFields = false
    let (columns, found) = head.rows(body, in: self)
    add(head.rows(of: columns, in: self))
    if let sequence = columns.firstIndex(where: { $0.spec.type == .sequence }) {
      nextNumber = found.reduce(nextNumber) { next, row in
        row.cells[sequence].first.flatMap { ListedNumbers.number(lines[$0], text) }.map { $0 + 1 }
          ?? next
      }
    }
    var strays: [Int] = []
    let start = rows.count
    for row in found {
      let all = row.cells.flatMap { $0 }
      strays += row.strays
      guard let first = all.min() else { continue }
      let cells = row.cells.indices.map { column in
        ListedRow.Cell(
          column: column, parts: parts(row.cells[column]), first: row.cells[column].first)
      }
      rows.append(ListedRow(cells: cells, page: lines[first].page))
    }
    if rows.count > start { groups.append((head, start..<rows.count)) }
    for stray in strays { addProse(stray..<stray + 1) }
    return end
  }

  private mutating func add(_ heads: [ListedRow]) {
    rows += heads
    let first = rows.count - heads.count
    if !heads.isEmpty { rows[first].beginsTable = true }
  }

  /// Where the lines below a head end: at a title, at a label that is none of the table's, at the next
  /// head.
  private func end(of head: ListedHead) -> Int {
    var end = head.end
    while end < lines.count, title(end) == nil, !head.isEnded(by: end, in: self) {
      if end > head.end, ListedHead(at: end, in: self, kind) != nil { break }
      end += 1
    }
    return end
  }
}

extension ColumnSpec {
  /// The column whose values are those of a field.
  init(_ field: FieldSpec) {
    self.init(name: field.name)
    type = field.type
    isMandatory = field.isMandatory
    isOptional = field.isOptional
  }
}
