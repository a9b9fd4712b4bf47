internal import TieoutModel

/// A table of several forms, whose heads are the labels of forms and those of their indicators.
struct LongTable {
  /// The rows of the table, and its first row of heads among them.
  private let rows: Range<Int>
  private let head: Int
  /// The cells of heads over single values, that of the key first.
  private let fields: [Int]
  /// The columns under them.
  private let columns: [Range<Int>]
  /// The rows of each form.
  private let forms: [Range<Int>]
  /// The rows of heads that stand again.
  private let repeated: Set<Int>

  /// `nil` where the table is no such one.
  init?(_ rows: Range<Int>, _ document: borrowing Document, _ profile: borrowing Profile) {
    guard let head = rows.first(where: { !document.rows[$0].isLine }) else { return nil }
    let meanings = profile.meanings
    let heads = document.rows[head].cells.filter { !document.cells[$0].text.isEmpty }
    // Nearly all tables begin with fewer words.
    guard heads.count > Self.fewest else { return nil }
    let keys = heads.filter { meanings.traits(document.cells[$0].label).contains(.key) }
    guard keys.count == 1, let key = keys.first,
      let group = Self.group(of: heads, document, profile),
      meanings.column(document.cells[key].label, of: group) == nil
    else { return nil }
    let first = heads.first { meanings.column(document.cells[$0].label, of: group) != nil }
    let fields = heads.filter { head in
      let label = document.cells[head].label
      guard head != key, meanings.column(label, of: group) == nil else { return false }
      return head < first ?? head || meanings.traits(label).contains(.field)
    }
    self.rows = rows
    self.head = head
    self.fields = [key] + fields
    columns = self.fields.map { document.cells[$0].columns }
    var runs = Runs(key: document.cells[key], group: group)
    let height = max(1, Int(document.cells[key].rowSpan))
    for place in rows where place >= head + height {
      guard runs.take(place, document, meanings) else { return nil }
    }
    guard runs.forms.contains(where: { $0.count > 1 }) else { return nil }
    forms = runs.forms
    repeated = runs.repeated
  }

  /// So many columns of indicators are headed at the least.
  private static let fewest = 3
  /// So many values of one head are compared with a further one.
  private static let most = 8

  /// The group of indicators whose columns some heads are: three at the least, and all that must be
  /// there.
  private static func group(
    of heads: [Int], _ document: borrowing Document, _ profile: borrowing Profile
  ) -> Int? {
    profile.detail.groups.indices.first { group in
      let spec = profile.detail.groups[group]
      guard spec.kind == .indicators else { return false }
      let columns = heads.compactMap {
        profile.meanings.column(document.cells[$0].label, of: group)
      }
      return columns.count >= fewest
        && spec.columns.indices.allSatisfy { !spec.columns[$0].isMandatory || columns.contains($0) }
    }
  }

  /// Runs of rows under one key each.
  private struct Runs {
    let key: Document.Cell
    let group: Int
    var forms: [Range<Int>] = []
    var repeated: Set<Int> = []
    private var last: Slice?
    private var isOpen = false

    init(key: Document.Cell, group: Int) {
      self.key = key
      self.group = group
    }

    /// Takes the next row; `false` where it shows that the column is none of keys.
    mutating func take(
      _ place: Int, _ document: Document, _ meanings: LabelMeanings
    ) -> Bool {
      let filled = document.rows[place].cells.map { document.cells[$0] }
        .filter { !$0.text.isEmpty }
      guard let first = filled.first else { return true }
      // A sum belongs to no form.
      if meanings.isSumWord(first.label) {
        isOpen = false
        return true
      }
      let printed = filled.first { key.columns.contains(Int($0.column)) }
      if printed?.label == key.label {
        repeated.insert(place)
        if isOpen { extend(to: place) }
        return true
      }
      guard let printed else {
        if isOpen { extend(to: place) }
        return isOpen
      }
      guard meanings.term(printed.label, group: group) == nil,
        Quantity.whole(document.text, printed.text) == nil
      else { return false }
      if isOpen, let last, document.same(last, printed.text) {
        extend(to: place)
      } else {
        forms.append(place..<place + 1)
      }
      last = printed.text
      isOpen = true
      return true
    }

    private mutating func extend(to place: Int) {
      forms[forms.count - 1] = forms[forms.count - 1].lowerBound..<place + 1
    }
  }

  /// Writes the forms, one table each.
  func write(to rebuild: inout TableRebuild, _ document: inout Document, _ profile: Profile) {
    rebuild.keep(.table, rows.lowerBound..<head, of: document)
    let captions = captions(document, profile)
    let height = max(1, Int(document.cells[fields[0]].rowSpan))
    for (number, form) in forms.enumerated() {
      let lead = document.rows[form.lowerBound].cells.first { !document.cells[$0].text.isEmpty }
      guard let lead else { continue }
      let blank = Document.Cell.blank(before: document.cells[lead])
      rebuild.begin(.table)
      for (place, field) in fields.enumerated() {
        let row = [blank] + pair(field, columns[place], form, &document)
        rebuild.add(row, like: document.rows[form.lowerBound])
        // What the paper says above the table of all amounts holds for each form.
        if place == 0, number > 0 {
          for caption in captions {
            let cells = [blank] + document.cells[document.rows[caption].cells]
            rebuild.add(cells, like: document.rows[caption])
          }
        }
      }
      for place in head..<head + height {
        rebuild.add([blank] + indicators(place, document), like: document.rows[place])
      }
      for place in form where !repeated.contains(place) {
        let cells = indicators(place, document)
        guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
        rebuild.add(cells, like: document.rows[place])
      }
    }
    for place in repeated {
      document.copies += document.rows[place].cells.map { document.cells[$0].text }
    }
  }

  /// The lines right above the table that name the unit of its money.
  private func captions(_ document: Document, _ profile: Profile) -> [Int] {
    (0..<rows.lowerBound).reversed().prefix { document.rows[$0].isLine }.filter { place in
      document.rows[place].cells.contains {
        profile.meanings.traits(document.cells[$0].label).contains(.caption)
      }
    }
  }

  /// A head and what stands below it in the rows of a form; what they say again is a copy.
  private func pair(
    _ field: Int, _ columns: Range<Int>, _ form: Range<Int>, _ document: inout Document
  ) -> [Document.Cell] {
    var cells = [document.cells[field].moved(to: 1)]
    for place in form where !repeated.contains(place) {
      for index in document.rows[place].cells {
        let cell = document.cells[index]
        guard !cell.text.isEmpty, columns.contains(Int(cell.column)) else { continue }
        let known = cells.dropFirst().prefix(Self.most)
        if known.contains(where: { document.same($0.text, cell.text) }) {
          document.copies.append(cell.text)
        } else {
          cells.append(cell.moved(to: cells.count + 1))
        }
      }
    }
    // Figures that differ from row to row are no single value of the form.
    let values = cells.dropFirst()
    let areFigures =
      values.count > 1
      && values.allSatisfy {
        Quantity.whole(document.text, $0.text) != nil
      }
    return areFigures ? [cells[0]] : cells
  }

  /// The cells of a row that stand under no single value's head.
  private func indicators(_ place: Int, _ document: Document) -> [Document.Cell] {
    document.rows[place].cells.map { document.cells[$0] }.filter { cell in
      !columns.contains { $0.contains(Int(cell.column)) }
    }
  }
}
