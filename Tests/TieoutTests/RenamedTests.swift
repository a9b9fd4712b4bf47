import Testing
import Tieout
import TieoutMaking

@Suite("The budget submission under other names")
struct RenamedTests {
  /// What a test does beside renaming.
  struct Variant: Sendable, CustomTestStringConvertible {
    var seed: UInt64
    /// Whether every third form goes.
    var dropsForms = true
    /// Whether the rows of the forms that go, go as well.
    var dropsRows = true
    /// Whether the rows stand in another order too, not only the forms.
    var shufflesRows = false

    var testDescription: String {
      "seed \(seed)" + (dropsForms ? ", a third of the forms dropped" : "")
        + (dropsForms && dropsRows ? " with their rows" : "")
        + (shufflesRows ? ", rows in another order" : "")
    }
  }

  static let variants: [Variant] =
    (1...4).map { Variant(seed: $0, dropsForms: false) } + (5...8).map { Variant(seed: $0) }
    + (9...12).map { Variant(seed: $0, shufflesRows: true) }
    + (13...16).map { Variant(seed: $0, dropsRows: false) }

  @Test(
    "Every field and every link is right, and nothing is paired that doesn't belong",
    arguments: variants)
  func everyField(_ variant: Variant) throws {
    let made = try RenamedBudget(variant)
    let outcome = try Outcome(lines: made.lines)
    Comparison(outcome, made.truth).expectAllRight()
    #expect(Set(outcome.links) == made.links)
    let unpaired = outcome.findings("CP01").map { $0.subject.record }.sorted()
    #expect(unpaired == made.unpaired)
    let moved = outcome.submission.repairs.filter { $0.rule == "ST01" }
    #expect(moved.map { $0.state } == [.proved])
    #expect(SameValue.holds(made.total, outcome.json["summary"]["total"]["fields"]["amount"].value))
    #expect(outcome.findings("AG01").filter { $0.severity > .note }.map { $0.fingerprint } == [])
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("Nothing else is found under other names", arguments: 21...24)
  func sameFindings(_ seed: Int) throws {
    let made = try RenamedBudget(Variant(seed: UInt64(seed), dropsForms: false), keepsOrder: true)
    // Sentences under other names say nothing: what reads them is left out.
    let ofSentences: Set = ["NR01", "NR02", "DU01", "DU02", "RL07"]
    func lines(_ outcome: Outcome) -> Set<String> {
      Set(outcome.submission.findings.filter { !ofSentences.contains($0.check) }.map { $0.line })
    }
    let found = lines(try Outcome(lines: made.lines))
    let before = lines(try Budget.outcome.get())
    #expect(found.symmetricDifference(before) == [])
  }

  @Test("Renaming leaves no name, no person, no phone and no amount as it was")
  func renames() throws {
    let made = try RenamedBudget(Variant(seed: 1, dropsForms: false))
    let truth = try Budget.truth.get()
    for (old, new) in zip(truth.rows, RenamedBudget.renamed(truth, made.renaming).rows) {
      #expect(old.text("amount") != new.text("amount"))
      #expect(old.text("project") != new.text("project"))
    }
    let text = made.lines.joined(separator: "\n")
    for word in ["青汇", "北辰", "民政局", "公安", "残疾", "芮望山", "5551074", "1937.88", "48727.94"] {
      let isGone = !text.contains(word)
      #expect(isGone, "\(word)")
    }
    for word in ["项目名称", "单位负责人", "年度总体目标", "服务对象满意度指标", "2024年度"] {
      let isThere = text.contains(word)
      #expect(isThere, "\(word)")
    }
  }
}

/// The budget submission renamed, reordered and cut, with its truth.
struct RenamedBudget {
  let renaming: Renaming
  let lines: [String]
  let truth: Truth
  let links: Set<[String?]>
  /// The rows whose forms are not there.
  let unpaired: [String]
  let total: String

  init(_ variant: RenamedTests.Variant, keepsOrder: Bool = false) throws {
    var random = SplitMix(seed: variant.seed &+ 1000)
    var paper = try BudgetPaper()
    let original = try Budget.truth.get()
    renaming = Renaming(
      try Corpus.lines("budget-2024/submission.txt").joined(separator: "\n"), original,
      seed: variant.seed)
    var truth = Self.renamed(original, renaming)

    // Which forms stay, and in which order.
    var forms = Array(truth.forms.indices)
    let third = Int(variant.seed % 3)
    if variant.dropsForms { forms.removeAll { $0 % 3 == third } }
    let kept = Set(forms)
    if !keepsOrder {
      variant.seed.isMultiple(of: 2) ? forms.reverse() : forms.shuffle(using: &random)
    }
    paper.forms = forms.map { paper.forms[$0] }

    // Which rows stay: the pages keep their share of them.
    var rows = Array(truth.rows.indices)
    if variant.dropsForms, variant.dropsRows { rows.removeAll { !kept.contains($0) } }
    if variant.shufflesRows { rows.shuffle(using: &random) }
    let cells = paper.pages.flatMap { $0.lines }.filter { $0[0] != "合计" }
    var left = rows[...]
    for page in paper.pages.indices {
      let count = paper.pages[page].lines.count { line in
        Int(line[0]).map { !variant.dropsRows || !variant.dropsForms || kept.contains($0 - 1) }
          ?? false
      }
      let totals = paper.pages[page].lines.filter { $0[0] == "合计" }
      paper.pages[page].lines = totals + left.prefix(count).map { cells[$0] }
      left = left.dropFirst(count)
    }

    var number = 0
    for page in paper.pages.indices {
      for line in paper.pages[page].lines.indices where paper.pages[page].lines[line][0] != "合计" {
        number += 1
        paper.pages[page].lines[line] = paper.pages[page].lines[line].map(renaming.apply)
        paper.pages[page].lines[line][0] = "\(number)"
      }
    }
    truth.rows = rows.enumerated().map { place, row in
      var row = truth.rows[row]
      row.number = "\(place + 1)"
      return row
    }
    truth.forms = forms.map { truth.forms[$0] }
    total = renaming.total(of: truth.rows.compactMap { $0.text("amount") })
    paper.pages[0].lines[0][BudgetPaper.amount] = total
    _ = ColumnMove(page: 0, offset: 1, withNote: true, withTotal: true).apply(to: &paper)

    let place = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1, $0) })
    var links: Set<[String?]> = []
    var unpaired: [String] = []
    for (index, row) in rows.enumerated() {
      if let form = place[row] {
        links.insert(["summary/\(index + 1)", "detail/\(form + 1)"])
      } else {
        unpaired.append("summary/\(index + 1)")
      }
    }
    self.links = links
    self.unpaired = unpaired.sorted()
    self.truth = truth
    let renaming = renaming
    func renamed(_ lines: [String]) -> [String] { lines.map(renaming.apply) }
    lines =
      paper.pages.flatMap { renamed($0.before) + $0.lines.map { $0.joined(separator: "\t") } }
      + renamed(paper.between) + paper.forms.flatMap(renamed)
  }

  /// A truth under other names; what the form family itself is made of stays.
  static func renamed(_ truth: Truth, _ renaming: Renaming) -> Truth {
    func renamed(_ values: [Truth.Value]) -> [Truth.Value] {
      values.map { Truth.Value(name: $0.name, text: $0.text.map(renaming.apply)) }
    }
    var truth = truth
    for row in truth.rows.indices { truth.rows[row].values = renamed(truth.rows[row].values) }
    for form in truth.forms.indices {
      truth.forms[form].values = renamed(truth.forms[form].values)
      truth.forms[form].funding = renamed(truth.forms[form].funding)
      for item in truth.forms[form].indicators.indices {
        truth.forms[form].indicators[item].values = renamed(
          truth.forms[form].indicators[item].values)
      }
    }
    return truth
  }
}
