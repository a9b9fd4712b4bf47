internal import TieoutModel

/// Takes the lines above forms of lines for their titles, where the profile knows none.
///
/// - before: `合同信息公示（CG-01）`, `合同编号：CG-01`, `项目名称：电脑`, `供应商：甲公司`, and so on for CG-02
/// - after: two forms, each below its title
/// - leaves alone: a paper with known titles of forms; a single list of that kind, as letters have; lists
///   of fewer than three labels, without the amount, or above tables; lines that have no words in common
struct LineFormTitles {
  private let document: Document
  private let rows: FormRowKinds
  /// The place of the amount among the single values; `nil` where forms have none.
  private let total: Int?

  /// How many values make a form, and how many forms show that lines of such words head them.
  private static let fewestFields = 3
  private static let fewestForms = 2
  /// The bytes that titles have in common: two Han characters.
  private static let fewestShared = 6
  /// A title is a line of at most 40 Han characters.
  private static let longest = 120
  private static let stops = ["。", "；"].map { Array($0.utf8) }

  init(_ document: Document, _ profile: Profile) {
    self.document = document
    rows = FormRowKinds(document: document, profile: profile)
    total = profile.detail.fields.firstIndex { $0.name == profile.detail.total }
  }

  /// Adds the titles to those that are known.
  func add(to titles: inout [Document.Region.Kind?]) {
    guard !titles.contains(.form) else { return }
    let heads = heads(titles)
    guard heads.count >= Self.fewestForms else { return }
    for head in heads { titles[head] = .form }
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
