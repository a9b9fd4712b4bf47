import Testing
import Tieout

/// Rows may be numbered by codes.
@Suite("Codes as row numbers")
struct CodedNumbersTests {
  /// A summary whose rows and headings have some numbers; a heading has no body, and the sum of its rows.
  private func findings(_ rows: [(String, String)]) throws -> [String] {
    let projects = rows.filter { !$0.1.hasSuffix("局") }
    let lines = rows.indices.map { place in
      let (number, name) = rows[place]
      let below = rows[(place + 1)...].prefix { !$0.1.hasSuffix("局") }.count
      return name.hasSuffix("局")
        ? "| \(number) | \(name) |  | \(below)0.00 |" : "| \(number) | \(name) | 管理处 | 10.00 |"
    }
    let forms = projects.flatMap {
      [
        "", "## 项目绩效目标表", "", "| 项目名称 | \($0.1) |", "|---|---|", "| 项目单位 | 管理处 |",
        "| 预算金额（万元） | 10.00 |",
      ]
    }
    let outcome = try Outcome(
      lines: [
        "## 2025年度项目预算汇总表", "", "| 序号 | 项目名称 | 项目单位 | 预算金额（万元） |", "|---|---|---|---|",
      ] + lines + ["| 合计 |  |  | \(projects.count)0.00 |"] + forms)
    return outcome.submission.findings.map(\.check).filter { ["ST03", "ST06"].contains($0) }
  }

  @Test("Each counts under the number above it")
  func codes() throws {
    #expect(
      try findings([
        ("201", "市城管局"), ("20101", "照明改造"), ("20102", "古树保护"), ("202", "市环保局"), ("20201", "水质监测"),
        ("203", "市住建局"), ("20301", "雨污分流"),
      ]).isEmpty)
  }

  @Test("A code that is left out is a gap")
  func gap() throws {
    #expect(
      try findings([
        ("201", "市城管局"), ("20101", "照明改造"), ("20103", "古树保护"), ("202", "市环保局"), ("20201", "水质监测"),
      ]) == ["ST03"])
    #expect(
      try findings([
        ("201", "市城管局"), ("20101", "照明改造"), ("202", "市环保局"), ("20205", "水质监测"),
      ]) == ["ST03"])
  }

  @Test("Eleven behind one is a gap, and no code")
  func plain() throws {
    #expect(try findings([("1", "照明改造"), ("11", "古树保护"), ("12", "水质监测")]) == ["ST03"])
  }

  @Test("Letters before numbers are codes where all rows have them")
  func letters() throws {
    #expect(
      try findings([
        ("A", "市城管局"), ("A1", "照明改造"), ("A2", "古树保护"), ("B", "市环保局"), ("B1", "水质监测"),
      ]).isEmpty)
    let spoilt = [("1", "照明改造"), ("2", "古树保护"), ("B8", "水质监测"), ("5", "河道保洁")]
    #expect(try findings(spoilt).contains("ST06"))
  }

  @Test("Han numerals are numbers", arguments: [["（一）", "（二）", "（三）"], ["(一)", "(二)", "(三)"]])
  func han(_ numbers: [String]) throws {
    #expect(try findings(Array(zip(numbers, ["照明改造", "古树保护", "水质监测"]))).isEmpty)
  }
}
