internal import TieoutModel

/// Takes the lines above forms of lines for their titles, where the profile knows none.
///
/// - before: `合同信息公示（CG-01）`, `合同编号：CG-01`, `项目名称：电脑`, `供应商：甲公司`, and so on for CG-02
/// - after: two forms, each below its title
/// - leaves alone: a paper with known titles of forms, or whose forms are tables; a single list of that
///   kind, and lists of a letter above the summary; lists of fewer than three labels, without the amount,
///   or above tables; lines that have no words in common
struct LineFormTitles {
  private let rows: FormRowKinds
  /// The place of the amount among the single values; `nil` where forms have none.
  private let total: Int?
  private var document: Document { rows.document }

  /// How many values make a form, and how many forms show that lines of such words head them.
  private static let fewestFields = 3
  private static let fewestForms = 2
  /// The bytes that titles have in common: two Han characters.
  private static let fewestShared = 6
  /// A title is a line of at most 40 Han characters.
  private static let longest = 120
  /// How many lines above a list are looked at.
  private static let mostLines = 4
  private static let stops = ["。", "；"].map { Array($0.utf8) }

  init(_ rows: FormRowKinds) {
    self.rows = rows
    let detail = rows.profile.detail
    total = detail.fields.firstIndex { $0.name == detail.total }
  }

  /// Adds the titles to those that are known.
  func add(to titles: inout [Document.Region.Kind?]) {
    guard !titles.contains(.form) else { return }
    let heads = heads(titles)
    guard heads.count >= Self.fewestForms, !areOfLetter(heads, titles),
      !document.rows.indices.contains(where: isFormOfTable)
    else { return }
    for head in topmost(heads, titles) { titles[head] = .form }
  }

  /// Whether a row of a table, and none that heads the summary, gives the key of a form.
  private func isFormOfTable(_ row: Int) -> Bool {
    guard !document.rows[row].isLine, rows.givesKey(row) else { return false }
    let filled = document.rows[row].cells.count { !document.cells[$0].text.isEmpty }
    return rows.labels(row).count < filled
      && SummaryHeads(row, document, rows.profile).count < SummaryHeads.least
  }

  /// Whether lists stand above the summary, behind a line that addresses someone.
  private func areOfLetter(_ heads: [Int], _ titles: [Document.Region.Kind?]) -> Bool {
    guard let last = heads.last, titles[last...].contains(.summary) else { return false }
    return (0..<heads[0]).contains { row in
      isHeading(row)
        && ["：", ":"].contains { rows.solid(row).suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }

  /// The topmost lines above some that have words in common as well: between a title and its list others
  /// may stand, such as a date.
  ///
  /// Lines whose words stand behind the last list, too, end what goes before.
  private func topmost(_ heads: [Int], _ titles: [Document.Region.Kind?]) -> [Int] {
    let endings = (heads[heads.count - 1] + 1..<document.rows.count).filter(isHeading)
    var topmost = heads
    for count in 1..<Self.mostLines {
      let above = heads.map { $0 - count }
      guard above.allSatisfy({ $0 >= 0 && titles[$0] == nil && isHeading($0) }),
        haveWordsInCommon(above),
        !endings.contains(where: { haveWordsInCommon(above + [$0]) })
      else { break }
      topmost = above
    }
    return topmost
  }

  /// The lines above all forms of lines; none where one has no title or the titles differ altogether.
  private func heads(_ titles: [Document.Region.Kind?]) -> [Int] {
    var heads: [Int] = []
    let keys = document.rows.indices.filter { document.rows[$0].isLine && rows.givesKey($0) }
    for key in keys where isField(key) {
      var first = key
      while first > 0, isField(first - 1) { first -= 1 }
      // A form may call its name twice: 合同名称, 项目名称.
      if let last = heads.last, first == last + 1 { continue }
      guard first > 0, titles[first - 1] == nil, isHeading(first - 1) else { return [] }
      heads.append(first - 1)
    }
    for (place, head) in heads.enumerated() {
      let isLast = place + 1 == heads.count
      let end = isLast ? document.rows.count : heads[place + 1]
      let lines = (head + 1..<end).prefix { document.rows[$0].isLine }
      let fields = Set(lines.flatMap(rows.fields))
      guard fields.count >= Self.fewestFields, total.map(fields.contains) ?? true,
        isLast || lines.upperBound == end
      else { return [] }
    }
    return haveWordsInCommon(heads) ? heads : []
  }

  private func isField(_ row: Int) -> Bool {
    document.rows[row].isLine && document.rows[row].cellCount > 1 && !rows.fields(row).isEmpty
  }

  private func isHeading(_ row: Int) -> Bool {
    let slice = rows.slice(row)
    return document.rows[row].isLine && document.rows[row].cellCount == 1
      && rows.labels(row).isEmpty
      && !slice.isEmpty && slice.count <= Self.longest && !Marginalia.holds(slice, document)
      && !Self.stops.contains { document.text.first(of: $0, in: slice.range) != nil }
  }

  /// Whether lines begin or end with the same words, whatever their numbers.
  private func haveWordsInCommon(_ heads: [Int]) -> Bool {
    let words = heads.map { rows.solid($0).filter { !$0.isDigitASCII } }
    guard let first = words.first else { return false }
    let start = words.map { zip($0, first).prefix { $0 == $1 }.count }.min() ?? 0
    let end =
      words.map { zip($0.reversed(), first.reversed()).prefix { $0 == $1 }.count }.min() ?? 0
    return max(start, end) >= Self.fewestShared
  }
}
