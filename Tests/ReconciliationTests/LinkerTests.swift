import Testing
import TieoutMaking
import TieoutModel

@testable import TieoutReconciliation

@Suite("Linking rows to forms")
struct LinkerTests {
  /// The forms in another order, some thirds of them dropped, with the place of each form now.
  static func shuffled(_ paper: Paper, seed: Int, dropping: Int) -> (Paper, [Int?]) {
    var random = SplitMix(seed: UInt64(seed))
    var order = Array(paper.forms.indices)
    order.shuffle(using: &random)
    order.removeFirst(order.count * dropping / 3)
    var places: [Int?] = Array(repeating: nil, count: paper.forms.count)
    var copy = paper
    copy.forms = order.map { paper.forms[$0] }
    for (place, form) in order.enumerated() { places[form] = place }
    return (copy, places)
  }

  /// The rows whose form is not the true one.
  static func mistakes(_ links: [Link], _ truth: [Int?]) -> [Int] {
    var found: [Int?] = Array(repeating: nil, count: truth.count)
    for link in links { found[link.row] = link.detail }
    return truth.indices.filter { found[$0] != truth[$0] }.map { $0 + 1 }
  }

  @Test("The budget: every row finds its form, and surely")
  func budget() throws {
    let links = Linker.links(try BudgetCorpus.load().undamaged().submission(), usesAmounts: true)
    #expect(Self.mistakes(links, Array(0..<44)).isEmpty)
    #expect(links.filter(\.isUnsure).isEmpty)
  }

  @Test("A link lists its reasons, their weights add up, and they are printed")
  func evidence() throws {
    let submission = try BudgetCorpus.load().undamaged().submission()
    for link in Linker.links(submission, usesAmounts: true) {
      #expect(link.weight == link.evidence.reduce(0) { $0 + $1.weight })
      for reason in link.evidence where reason.kind != .order {
        #expect(!reason.summary.isEmpty && !reason.detail.isEmpty)
      }
    }
  }

  @Test("Forms in any order, a third dropped: no wrong pair, none missing", arguments: 1...6)
  func anyOrder(seed: Int) throws {
    for dropping in 0...2 {
      let (paper, truth) = Self.shuffled(
        try BudgetCorpus.load().undamaged(), seed: seed, dropping: dropping)
      let links = Linker.links(paper.submission(), usesAmounts: true)
      #expect(Self.mistakes(links, truth).isEmpty)
    }
  }

  @Test("Without amounts, in any order: whatever is paired is right", arguments: 1...6)
  func withoutAmounts(seed: Int) throws {
    for dropping in 0...2 {
      let (paper, truth) = Self.shuffled(
        try BudgetCorpus.load().undamaged(), seed: seed, dropping: dropping)
      let links = Linker.links(paper.submission(), usesAmounts: false)
      #expect(links.filter { truth[$0.row] != $0.detail }.isEmpty)
      #expect(links.count >= truth.count { $0 != nil } - 4)
    }
  }

  @Test("Rows and forms dropped on both sides: what has no partner stays alone", arguments: 1...6)
  func orphans(seed: Int) throws {
    let whole = try BudgetCorpus.load().undamaged()
    var (paper, places) = Self.shuffled(whole, seed: seed, dropping: 1)
    let rows = paper.pages.flatMap { $0 }.filter { $0[0] != "合计" }
    var random = SplitMix(seed: UInt64(seed) + 100)
    let kept = rows.indices.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
    paper.pages = [kept.map { rows[$0] }]
    places = kept.map { places[$0] }
    let links = Linker.links(paper.submission(), usesAmounts: true)
    #expect(links.filter { places[$0.row] != $0.detail && !$0.isUnsure }.isEmpty)
    #expect(links.filter { places[$0.row] != $0.detail }.count <= 1)
    #expect(Set(links.map(\.detail)).count == links.count)
  }

  @Test("A summary whose amounts are all wrong is linked by names and organisations")
  func wrongAmounts() throws {
    var paper = try BudgetCorpus.load().undamaged()
    for page in paper.pages.indices {
      for line in paper.pages[page].indices { paper.pages[page][line][4] = "77\(line).\(page)3" }
    }
    let links = Linker.links(paper.submission(), usesAmounts: true)
    #expect(links.filter { $0.row != $0.detail }.isEmpty)
    // Two of them share too few words to be paired without their amounts.
    #expect(links.count >= 42)
  }

  @Test("One name in several units: unit and amount tell them apart")
  func sharedName() {
    let paper = Paper(
      summary: """
        1 | 甲公安局 | 甲公安局 | 部门项目款-执勤津贴 | 511.63 |
        2 | 东分局 | 甲公安局 | 综合项目款-执勤津贴 | 291.00 |
        3 | 交警支队 | 甲公安局 | 执勤津贴 | 235 |
        4 | 甲公安局 | 甲公安局 | 执勤津贴 | 208.00 |
        """,
      forms: """
        执勤津贴 | 甲公安局 | 甲公安局 | 208 |
        执勤津贴 | 甲公安局交通警察支队 | 甲公安局 | 235 |
        综合项目款-执勤津贴 | 甲公安局东分局 | 甲公安局 | 291 |
        部门项目款-执勤津贴 | 甲公安局 | 甲公安局 | 511.628 |
        """)
    let links = Linker.links(paper.submission(), usesAmounts: true)
    #expect(links.map(\.detail) == [3, 2, 1, 0])
    #expect(links.filter(\.isUnsure).isEmpty)
  }

  @Test("Five figures that one row and one form alone have pair them, wherever the point is")
  func sameFigures() {
    let summary = """
      1 | 甲局 | 甲局 | 道路养护资金 | 145538 |
      2 | 乙局 | 乙局 | 校舍维修经费 | 200.5 |
      """
    func links(_ forms: String) -> [Link] {
      Linker.links(Paper(summary: summary, forms: forms).submission(), usesAmounts: true)
    }
    let school = "校舍维修经费 | 乙局 | 乙局 | 200.5 |"
    let found = links("\(school)\n水库除险加固 | 甲局 | 甲局 | 1455.38 |")
    #expect(found.map(\.detail) == [1, 0])
    #expect(found.first?.evidence.contains { $0.kind == .amount && $0.weight > 0 } == true)
    // Other figures, too few of them, and two forms that have them.
    for forms in [
      "水库除险加固 | 甲局 | 甲局 | 1455.83 |",
      "水库除险加固 | 丙局 | 丙局 | 1455.38 |\n林木病虫防治 | 丙局 | 丙局 | 14553.8 |",
    ] {
      #expect(links("\(school)\n\(forms)").map(\.row) == [1])
    }
  }

  @Test("Two forms that fit one row equally leave the pairing unsure")
  func unsure() {
    let paper = Paper(
      summary: "1 | 甲局 | 甲局 | 道路养护资金 | 300 |",
      forms: """
        道路养护资金 | 甲局 | 甲局 | 300 |
        道路养护资金 | 甲局 | 甲局 | 300 |
        """)
    let links = Linker.links(paper.submission(), usesAmounts: true)
    #expect(links.map(\.isUnsure) == [true])
    #expect(links.first?.runnerUp?.detail == 1)
  }

  @Test("Alike rows in the printed order of alike forms are settled by the order")
  func settledByOrder() {
    var summary = ""
    var forms = ""
    for index in 1...8 {
      let name = index == 4 || index == 5 ? "道路养护资金" : "第\(index)类资金"
      summary += "\(index) | 甲局 | 甲局 | \(name) | |\n"
      forms += "\(name) | 甲局 | 甲局 | |\n"
    }
    let links = Linker.links(
      Paper(summary: summary, forms: forms).submission(), usesAmounts: false)
    #expect(links.map(\.detail) == Array(0..<8))
  }

  @Test("Nothing in common but the organisation makes no pair")
  func unlike() {
    let paper = Paper(
      summary: "1 | 机关事务中心 | 机关事务中心 | 接待费 | 665.00 |",
      forms: "集中供暖改造 | 机关事务中心 | 机关事务中心 | 247.1 |")
    #expect(Linker.links(paper.submission(), usesAmounts: true).isEmpty)
  }

  @Test("Empty sides, empty fields: no pairs and no trap")
  func empty() {
    let blank = Paper(summary: "1 | | | | |\n2 | | | | |", forms: " | | | |\n | | | |")
    #expect(Linker.links(blank.submission(), usesAmounts: true).isEmpty)
    #expect(Linker.links(Paper(pages: [], forms: []).submission(), usesAmounts: true).isEmpty)
    let rows = Paper(summary: "1 | 甲局 | 甲局 | 道路 | 5 |", forms: "")
    #expect(Linker.links(rows.submission(), usesAmounts: true).isEmpty)
  }
}
