import Testing
import Tieout

/// What stands above the row of the name in a form's table, below a title that no profile knows.
@Suite("Forms whose first row is not their name")
struct FirstRowsTests {
  private static let projects = [
    ("古树名木保护", "园林管理所", "57.90"), ("河道保洁", "水务中心", "88.40"), ("公厕改造", "环卫中心", "12.30"),
  ]
  private static let summary =
    ["# 2025年度项目支出预算汇总表", "", "| 序号 | 项目名称 | 项目单位 | 预算金额（万元） |", "|---|---|---|---|"]
    + projects.enumerated().map { "| \($0 + 1) | \($1.0) | \($1.1) | \($1.2) |" }
    + ["| 合计 |  |  | 158.60 |"]

  /// A paper whose forms have some rows above their name.
  private static func paper(
    _ title: String = "# 项目基本信息表", above: (Int) -> [String]
  ) -> [String] {
    var lines = summary
    for (place, project) in projects.enumerated() {
      var rows = above(place)
      rows += [
        "| 项目名称 | \(project.0) |", "| 项目单位 | \(project.1) |", "| 预算金额（万元） | \(project.2) |",
      ]
      lines += ["", title, ""] + [rows[0], "|---|---|"] + rows.dropFirst()
    }
    return lines
  }

  private static func codes(_ outcome: Outcome) -> [String?] {
    outcome.details.map { $0["fields"]["project_code"].string }
  }

  @Test(
    "The code above the name is the form's own",
    arguments: ["# 项目基本信息表", "", "# 附表", "# 项目支出绩效目标表"])
  func code(_ title: String) throws {
    let outcome = try Outcome(
      lines: Self.paper(title, above: { ["| 项目编码 | 3303002510000\($0 + 1) |"] }))
    #expect(Self.codes(outcome) == ["33030025100001", "33030025100002", "33030025100003"])
    #expect(outcome.submission.summary.rows.count == 3 && outcome.submission.links.count == 3)
    #expect(outcome.findings("FT01").isEmpty && outcome.findings("CP01").isEmpty)
  }

  @Test("So are two rows above it, where a form has lost one")
  func several() throws {
    let outcome = try Outcome(
      lines: Self.paper(above: { place in
        (place == 1 ? [] : ["| 主管部门 | 城管局 |"]) + ["| 项目编码 | 3303002510000\(place + 1) |"]
      }))
    #expect(Self.codes(outcome) == ["33030025100001", "33030025100002", "33030025100003"])
    #expect(
      outcome.details.map { $0["fields"]["department"].string } == ["城管局", nil, "城管局"])
  }

  @Test("A form that ends with a code keeps it, though the next table begins with its last row")
  func last() throws {
    var lines = Self.summary
    for (place, project) in Self.projects.enumerated() {
      if place == 0 { lines += ["", "# 项目基本信息表", ""] }
      lines += ["| 项目名称 | \(project.0) |"]
      if place == 0 { lines.append("|---|---|") }
      lines += [
        "| 项目单位 | \(project.1) |", "| 预算金额（万元） | \(project.2) |", "", "— \(place + 2) —", "",
        "| 项目编码 | 3303002510000\(place + 1) |",
      ]
      if place < 2 { lines.append("|---|---|") }
    }
    let outcome = try Outcome(lines: lines)
    #expect(Self.codes(outcome) == ["33030025100001", "33030025100002", "33030025100003"])
  }

  /// A paper of applications for grants in the layout of a table in pairs, or of lines above a table.
  private static func grants(_ form: (Int, String, String, String) -> [String]) -> [String] {
    let bids = [
      ("Ring replacement", "Riverside Boxing Club", "9,800"),
      ("Outdoor classroom", "Hollin Wood Primary School", "25,000"),
      ("Accessible toilets", "Mill Lane Allotments", "15,000"),
    ]
    var lines = [
      "## Community Fund: Applications received", "",
      "| Ref | Organisation | Project title | Grant requested (£) |", "|---|---|---|---|",
    ]
    for (place, bid) in bids.enumerated() {
      lines.append("| G-0\(place + 1) | \(bid.1) | \(bid.0) | \(bid.2) |")
    }
    lines += ["| Total |  |  | 49,800 |", ""]
    for (place, bid) in bids.enumerated() {
      lines += form(place + 1, bid.0, bid.1, bid.2) + ["", "Page \(place + 2) of 4", ""]
    }
    return lines
  }

  @Test("The applicant above the project is the form's own", arguments: [false, true])
  func applicants(_ isGeneric: Bool) throws {
    let paper = Self.grants { number, name, body, amount in
      [
        "## Application G-0\(number): \(name)", "",
        "| Organisation | \(body) | Ref | G-0\(number) |",
        "|---|---|---|---|", "| Project | \(name) | Total cost (£) | \(number)0,000 |",
        "| Grant sought (£) | \(amount) | Own contribution (£) | \(number),150 |",
      ]
    }
    var options = Options()
    options.isGeneric = isGeneric
    let input = Input(name: "x.md", bytes: Array(paper.joined(separator: "\n").utf8))
    let submission = try Tieout.run([input], options)
    #expect(submission.links.count == 3 && submission.summary.rows.count == 3)
    #expect(!submission.findings.contains { ["NM04", "CP01"].contains($0.check) })
  }

  @Test(
    "Lines above the project that no profile knows are the form's own, and page numbers no one's")
  func lines() throws {
    let paper = Self.grants { number, name, body, amount in
      [
        "Application no: G-0\(number)", "", "Applicant: \(body)", "", "Project: \(name)", "",
        "| Description | Amount |", "|---|---|", "| Fees | £\(amount) |",
        "| GRANT REQUESTED | £\(amount) |",
      ]
    }
    let outcome = try Outcome(lines: paper)
    #expect(
      outcome.details.map { $0["fields"]["text"].string }
        == ["Application no: G-01", "Application no: G-02", "Application no: G-03"])
  }

  @Test("Lines behind the last form as well end the forms")
  func endings() throws {
    let paper = Self.grants { number, name, body, amount in
      [
        "Applicant: \(body)", "", "Project: \(name)", "", "| Description | Amount |", "|---|---|",
        "| Fees | £\(amount) |", "| GRANT REQUESTED | £\(amount) |", "",
        "Recommended by panel \(number)",
      ]
    }
    let outcome = try Outcome(lines: paper)
    #expect(
      outcome.details.map { $0["fields"]["text"].string }
        == (1...3).map { "Recommended by panel \($0)" })
  }

  @Test(
    "Who signs below each table has not signed the next, whatever stands behind the last form",
    arguments: [["| Reviewer | Date |", "|---|---|", "| Panel A | 1 May |"], ["Filed."], []])
  func signatures(_ end: [String]) throws {
    let signed = Self.grants { number, name, body, amount in
      [
        "Prepared by: Clerk \(number)", "", "Project: \(name)", "", "| Description | Amount |",
        "|---|---|", "| Fees | £\(amount) |", "| GRANT REQUESTED | £\(amount) |",
      ]
    }
    for last in [["Prepared by: Clerk 4", ""], []] {
      let texts = try Outcome(lines: signed + last + end).details.map {
        $0["fields"]["text"].string ?? ""
      }
      #expect(texts[0].contains("Clerk 2") && !texts[0].contains("Clerk 1"))
      #expect(texts[1].contains("Clerk 3") && !texts[1].contains("Clerk 2"))
      #expect(texts[2].contains("Clerk 4") == !last.isEmpty && !texts[2].contains("Clerk 3"))
    }
  }

  @Test(
    "A form may end with the label with which the next begins",
    arguments: [["", "— 2 —", ""], [""]])
  func contacts(_ gap: [String]) throws {
    var lines = Self.summary
    for (place, project) in Self.projects.enumerated() {
      lines +=
        gap + [
          "| 联系人 | 张\(place + 1) | 联系电话 | 8001\(place) |", "|---|---|---|---|",
          "| 项目名称 | \(project.0) | 项目单位 | \(project.1) |", "| 预算金额（万元） | \(project.2) |  |  |",
          "| 联系人 | 李\(place + 1) | 联系电话 | 9001\(place) |",
        ]
    }
    let outcome = try Outcome(lines: lines)
    let contacts = outcome.details.map { $0["fields"]["contact"].string }
    #expect(contacts.map { $0?.suffix(1) } == ["1", "2", "3"])
  }
}
