import Testing
import TieoutModel
import TieoutRecords

@Suite("The profile of budget performance targets")
struct BudgetProfileTests {
  let profile: Profile

  init() throws {
    profile = try #require(BuiltInProfiles.load("cn-budget-performance"))
  }

  @Test("It says what it is")
  func identity() {
    #expect(profile.version == "1")
    #expect(profile.title.zh == "项目支出预算绩效目标")
    #expect(profile.title.en == "Performance targets of budget projects")
  }

  @Test(
    "Money is a power of ten of 元, everything else a plain unit",
    arguments: [("元", 0), ("万元", 4), ("亿元", 8), ("个月", nil), ("%", nil)] as [(String, Int?)])
  func units(_ name: String, _ exponent: Int?) throws {
    let unit = try #require(profile.units.unit(named: name))
    #expect(profile.units.exponent(unit) == exponent)
  }

  @Test("Words for one thing are grouped")
  func synonyms() {
    #expect(profile.rules.unitSynonyms.first == ["月", "个月"])
    #expect(profile.organisations.aliases.first == ["就业局", "就业创业服务中心"])
    #expect(profile.organisations.endings.contains("本级"))
    #expect(profile.namePrefixes.contains("部门项目款-"))
    #expect(profile.rules.rateWords == ["率", "满意度", "占比"])
    #expect(profile.rules.floorWords.first == "应不低于")
    #expect(profile.rules.lessIsBetter.first == "投诉")
  }

  @Test("Names are numbered in the order of the file")
  func names() {
    #expect(profile.names.first == "slip_body")
    let places = ["body", "threshold", "seq", "note", "attachment", "head", "footnote", "level1"]
      .compactMap(profile.field).map(\.rawValue)
    #expect(places.count == 8)
    #expect(places == places.sorted())
  }
}
