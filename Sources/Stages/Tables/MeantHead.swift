internal import TieoutModel

/// Tells which of the heads under one of several columns gives the figure that the head above names.
///
/// - before: `资金需求` over `2024年`, `2025年` and `小计`; `指标值` over `前年`, `上年` and `预计当年实现`
/// - after: `小计`; `预计当年实现`
/// - leaves alone: heads none of which says so, as `甲方案` and `乙方案`
enum MeantHead {
  /// The one that is meant, of some cells: the word of a total, else the only one that names the
  /// form's own period, or what was adjusted, or a plan, else that of the paper's year, or of the last.
  ///
  /// What came of a plan (`本年支出`, `实际完成`) is not what it says.
  static func find(_ heads: [Int], _ document: Document, _ profile: Profile) -> Int? {
    let (cells, text) = (document.cells, document.text)
    func only(_ isMeant: (Slice) -> Bool) -> Int? {
      let meant = heads.filter { isMeant(cells[$0].text) }
      return meant.count == 1 ? meant[0] : nil
    }
    let total = heads.first { profile.meanings.isSumWord(cells[$0].label) }
    if let total { return total }
    let own = profile.detail.groups.first { !$0.periods.isEmpty }?.periods[0].words ?? []
    let words = own.map { Array($0.utf8) }
    func has(_ words: [[UInt8]], _ head: Slice) -> Bool {
      words.contains { text.first(of: $0, in: head.range) != nil }
    }
    func isPlan(_ head: Slice) -> Bool {
      !others.contains { text[head.range].starts(with: $0) }
        && (!has(outcomes, head) || has(expected, head))
    }
    return only { isPlan($0) && has(words, $0) }
      ?? only { AdjustedHeads.holds($0, in: text) } ?? only { isPlan($0) && has(plans, $0) }
      ?? ofYear(heads, document)
  }

  /// The head of the year in the paper's title, else of the last year, where each head has one.
  private static func ofYear(_ heads: [Int], _ document: Document) -> Int? {
    let (cells, text) = (document.cells, document.text)
    let years = heads.compactMap { head -> (head: Int, year: Slice)? in
      let slice = cells[head].text
      if slice.isYear(in: text) { return (head, slice) }
      guard let (rest, year) = slice.withoutYear(in: text),
        !open.contains(where: { text[rest.range].starts(with: $0) })
      else { return nil }
      return (head, year)
    }
    guard years.count == heads.count else { return nil }
    let title = document.rows.first { $0.role == .title && $0.cellCount == 1 }
    if let title,
      let (_, year) = cells[Int(title.firstCell)].text.withoutYear(in: text),
      let own = years.first(where: { text[$0.year.range].prefix(4) == text[year.range].prefix(4) })
    {
      return own.head
    }
    return years.max { text[$0.year.range].lexicographicallyPrecedes(text[$1.year.range]) }?.head
  }

  /// How words begin that make many years of one: `2026年及以后`.
  private static let open = ["以后", "以前", "及以"].map { Array($0.utf8) }

  /// What heads call what came of a plan, unless they say that it is expected, and what they call a plan.
  private static let outcomes = ["执行", "支出", "完成", "进度", "截至", "实际"].map { Array($0.utf8) }
  private static let expected = [Array("预计".utf8)]
  private static let plans = ["计划", "设定", "目标", "安排"].map { Array($0.utf8) }

  /// How words begin that name another year: `上年度` holds the word of the own one.
  private static let others = ["上", "去", "前", "往", "下", "次", "明"].map { Array($0.utf8) }
}
