internal import TieoutModel

/// Reads labels of single values in which one character is wrong, lost or too many.
///
/// Only words that stand where a label may, with a value behind them, and that no other form prints.
/// They are the one label that other forms have at that place, or the only one that the form lacks.
///
/// - before: `顶目名称|甲项目` above `主管部门|…`, where other forms begin with `项目名称|…`
/// - after: the row begins with a label, too
/// - leaves alone: labels under four characters, words behind a label, what several forms print, words
///   that mean something else (`结算金额`), a label that the form has, a value that is none of the label's
enum MisreadLabels: Stage {
  static let name = "misread-labels"

  static func run(_ document: inout Document, _ profile: Profile) {
    let forms = document.regions.filter { $0.kind == .form }.map {
      FormHead($0.rows, document, profile)
    }
    // Nearly all papers have none.
    guard forms.contains(where: { !$0.suspects.isEmpty }) else { return }
    var printed: [NearWord: Set<Int>] = [:]
    for (place, form) in forms.enumerated() {
      for (cell, _) in form.suspects { printed[word(cell, document), default: []].insert(place) }
    }
    let near = NearLabels(profile)
    var places: LabelPlaces?
    for (place, form) in forms.enumerated() {
      for (cell, row) in form.suspects {
        let word = word(cell, document)
        let words = printed[word]?.count == 1 ? near.labels(of: word) : []
        guard !words.isEmpty else { continue }
        let known = places ?? LabelPlaces(forms, document, profile)
        places = known
        let labels = words.filter { label in
          profile.detail.fields.contains { field in
            field.labels.contains(label) && !known.has(field, in: place)
              && fits(cell, row, field.type, document)
          }
        }
        let alike = known.labels(around: cell, in: place, document).filter(labels.contains)
        if alike.count == 1 {
          restore(cell, row, alike[0], isAlike: true, &document, profile)
        } else if alike.isEmpty, let label = known.onlyMissing(in: place, of: labels, profile) {
          restore(cell, row, label, isAlike: false, &document, profile)
        }
      }
    }
  }

  private static func word(_ cell: Int, _ document: Document) -> NearWord {
    NearWord(document.cells[cell].text, document.text)
  }

  /// Whether what stands behind a cell may be a value of a type.
  private static func fits(
    _ cell: Int, _ row: Int, _ type: FieldType, _ document: Document
  ) -> Bool {
    let value = document.rows[row].cells.first { $0 > cell && !document.cells[$0].text.isEmpty }
    guard let value else { return false }
    let text = document.text[document.cells[value].text.range]
    let digits = text.count(where: \.isDigitASCII)
    switch type {
    case .phone: return digits >= 5
    case .amount, .quantity, .count, .rate, .sequence, .date: return digits > 0
    case .person: return digits == 0
    case .organisation, .name: return digits * 2 < text.count
    case .text, .target, .comparator, .term, .unit, .code: return true
    }
  }

  private static func restore(
    _ index: Int, _ row: Int, _ label: LabelID, isAlike: Bool, _ document: inout Document,
    _ profile: Profile
  ) {
    let word = profile.labels.word(label)
    let cell = document.cells[index].text
    let grounds =
      isAlike
      ? Message(
        zh: "与标签“\(word)”只差一个字，其他各表在同一位置印有该标签",
        en: "one character is not that of the label “\(word)”, which other forms have at this place"
      )
      : Message(
        zh: "与标签“\(word)”只差一个字，本表应有的标签只缺这一个",
        en: "one character is not that of the label “\(word)”, the only one that the form lacks")
    let isApplied = document.add(
      Repair(
        rule: "ST05", state: .likely, cells: [cell], before: [document.string(cell)],
        after: [word], evidence: [grounds]))
    if isApplied { document.cells[index].label = label }
    if document.rows[row].repair == 0 {
      document.rows[row].repair = UInt32(document.repairs.count)
    }
  }
}

/// The rows of a form above the heads of its indicators.
struct FormHead {
  let rows: Range<Int>
  /// The cells without a label that stand behind none of a value, and before one without, and their rows:
  /// a label may stand there.
  private(set) var suspects: [(cell: Int, row: Int)] = []

  init(_ region: Range<Int>, _ document: borrowing Document, _ profile: Profile) {
    let indicators = profile.detail.groups.firstIndex { $0.kind == .indicators }
    let meanings = profile.meanings
    let cells = document.cells.span
    var end = region.lowerBound
    while end < region.upperBound {
      let row = document.rows[end]
      end += 1
      guard !row.isLine else { continue }
      var heads = 0
      var mayStand = true
      var open: Int?
      for index in row.cells where !cells[index].text.isEmpty {
        let label = cells[index].label
        if label == .none {
          if let open, Self.isWord(cells[open].text, document) { suspects.append((open, end - 1)) }
          open = mayStand ? index : nil
          mayStand = true
        } else {
          if let indicators, meanings.column(label, of: indicators) != nil { heads += 1 }
          open = nil
          mayStand = meanings.traits(label).isSubset(of: .heading)
        }
      }
      if heads > 1 { break }
    }
    rows = region.lowerBound..<end
  }

  private static func isWord(_ text: Slice, _ document: borrowing Document) -> Bool {
    text.count <= NearLabels.longest && !text.hasDigit(in: document.text)
  }
}
