import Testing
import TieoutModel
import TieoutRecords

/// What a profile may say about what must hold.
@Suite("The rules of a profile")
struct ProfileRulesTests {
  private func load(_ rules: String) throws -> Profile {
    try ProfileLoader.load(
      Array(soundProfile.replacing("rates: [率]", with: "rates: [率]\n" + rules).utf8),
      name: "grants.yaml")
  }

  @Test("Fields are related as sums, rates and orders, of one record or across")
  func relations() throws {
    let profile = try load(
      """
      relations:
        - {recalculate: detail.indicators.target, of: [detail.indicators.target, detail.indicators.target]}
        - {bound: summary.amount, at_most: summary.amount}
        - {order: [summary.amount, summary.amount]}
        - {agree: summary.amount, with: detail.funding.amount}
        - {foot: summary.amount, severity: warning}
      """)
    #expect(profile.rules.relations.map(\.kind) == [.product, .order, .order])
    #expect(profile.rules.relations.map { $0.result.map(profile.name) } == ["target", nil, nil])
    #expect(profile.relations.map(\.kind) == [.agree, .foot])
    #expect(profile.relations.map(\.words.severity) == [nil, .warning])
  }

  @Test("Units may suit names by their endings")
  func units() throws {
    let profile = try load("  unit_fits: [{endings: [率], except: [频率], units: [\"%\"]}]")
    let fit = try #require(profile.rules.unitFits.first)
    #expect(fit.endings == ["率"] && fit.except == ["频率"])
    #expect(fit.units == [try #require(profile.units.unit(named: "%"))])
    #expect(throws: ProfileError.self) {
      try load("  unit_fits: [{endings: [率], units: [亩]}]")
    }
  }

  @Test("Words for growth, for demands, for records and for what is no whole are lists")
  func words() throws {
    let profile = try load(
      "  growth: [增长]\n  demands: [均需]\n  records: [项目]\n"
        + "  narrowing: [其中]\n  narrowing_endings: [标准]\n  savings: [节约]")
    #expect(profile.rules.narrowingWords == ["其中"])
    #expect(profile.rules.narrowingEndings == ["标准"])
    #expect(profile.rules.savingWords == ["节约"])
    #expect(profile.rules.growthWords == ["增长"])
    #expect(profile.rules.demandWords == ["均需"])
    #expect(profile.rules.recordWords == ["项目"])
  }

  @Test("The letter's title and attachments are known by their meaning")
  func letter() throws {
    let title = "- {part: 1, field: title, before: [的报告], keep: true}"
    let text = soundProfile.replacing(
      title,
      with: title.replacing("}", with: ", means: title}")
        + "\n    - {part: 1, field: enclosed, after: [附件：], means: attachments}")
    let profile = try ProfileLoader.load(Array(text.utf8), name: "grants.yaml")
    #expect(profile.letter.title.map(profile.name) == "title")
    #expect(profile.letter.attachments.map(profile.name) == "enclosed")
  }

  @Test("Rows may carry a sum forward; words may be of money or of counts")
  func rows() throws {
    let text = soundProfile.replacing("subtotals: [小计]", with: "subtotals: [小计]\n  carries: [承前页]")
      .replacing("costs: [成本]", with: "costs: [成本]\n      in_money: [成本]\n      quantities: [数量]")
    let profile = try ProfileLoader.load(Array(text.utf8), name: "grants.yaml")
    let label = try #require(profile.summary.carries.first)
    #expect(profile.role(label).summaryRow == .carry)
    #expect(profile.detail.groups[1].moneyTerms.count == 1)
    #expect(profile.detail.groups[1].quantityTerms.count == 1)
  }
}
