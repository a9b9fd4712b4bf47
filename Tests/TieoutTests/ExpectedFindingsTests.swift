import Foundation
import Testing
import Tieout

@Suite("What an auditor finds in the budget submission")
struct ExpectedFindingsTests {
  /// A finding that must be there: what it is about, its figures and the lines that they stand on.
  struct Expected: Sendable, CustomTestStringConvertible {
    var what: String
    var check: String
    var record: String
    var field: String
    /// Role, value and line of each place.
    var places: [(role: String, value: String, line: Int)]
    var diagnosis: [Diagnosis] = []
    var majority: String?
    var testDescription: String { what }
  }

  static let expected: [Expected] = [
    Expected(
      what: "511.63, 511.628 and 511.62: cut off instead of rounded", check: "AG02",
      record: "detail/27", field: "indicators[3].bound",
      places: [
        ("total", "511.628", 999), ("summary", "511.63", 102), ("bound", "511.62", 1011),
        ("target", "511.62", 1011),
      ], diagnosis: [.truncation], majority: "511.628"),
    Expected(
      what: "230.4 against 230.04: two digits swapped", check: "AG02", record: "detail/28",
      field: "indicators[2].bound",
      places: [
        ("total", "230.04", 1029), ("summary", "230.04", 103), ("bound", "230.4", 1040),
        ("target", "230.4", 1040),
      ], diagnosis: [.transposition], majority: "230.04"),
    Expected(
      what: "90 against 235", check: "AG02", record: "detail/31", field: "indicators[3].bound",
      places: [
        ("total", "235", 1125), ("summary", "235", 106), ("bound", "90", 1137),
        ("target", "90", 1137), ("bound", "90", 1138), ("target", "90", 1138),
      ], majority: "235"),
    Expected(
      what: "2384.82 against 2348.82: two digits swapped, twice", check: "AG02",
      record: "detail/38", field: "indicators[3].target",
      places: [
        ("total", "2348.82", 1360), ("summary", "2348.82", 113), ("bound", "2348.82", 1372),
        ("target", "2384.82", 1372), ("target", "2384.82", 1373),
      ], diagnosis: [.transposition], majority: "2348.82"),
    Expected(
      what: "511.63 against 511.628: rounded", check: "AG01", record: "summary/27",
      field: "amount", places: [("summary", "511.63", 102), ("total", "511.628", 999)]),
    Expected(
      what: "90 against 95 in a satisfaction target", check: "AG03", record: "detail/31",
      field: "indicators[8].target", places: [("bound", "90", 1142), ("target", "95", 1142)],
      diagnosis: [.oneDigit]),
    Expected(
      what: "90 against 95 in another satisfaction target", check: "AG03", record: "detail/43",
      field: "indicators[13].target", places: [("bound", "90", 1547), ("target", "95", 1547)],
      diagnosis: [.oneDigit]),
    Expected(
      what: "A cost bounded from below, and ≥ in the text against ≤ in the target", check: "RL02",
      record: "detail/26", field: "indicators[3].comparator",
      places: [("bound", "1080.5", 978), ("target", "1080.5", 978)]),
    Expected(
      what: "Another cost bounded from below", check: "RL02", record: "detail/36",
      field: "indicators[3].comparator", places: [("bound", "7510", 1302)]),
    Expected(
      what: "A rate of 85 under the footnote's 90", check: "RL01", record: "detail/6",
      field: "indicators[5].target", places: [("target", "85", 314), ("rule", "90", 318)]),
    Expected(
      what: "A rate of 50 under the footnote's 90", check: "RL01", record: "detail/32",
      field: "indicators[1].target", places: [("target", "50", 1166), ("rule", "90", 1175)]),
    Expected(
      what: "The property company under the housing bureau", check: "NM04", record: "summary/17",
      field: "unit", places: [("summary", "住建局", 77), ("detail", "青汇市物业管理公司", 657)]),
    Expected(
      what: "Two different departments", check: "NM04", record: "summary/18",
      field: "department",
      places: [("summary", "数字城市监督指挥中心", 78), ("detail", "青汇市城市管理综合执法局", 690)]),
    Expected(
      what: "Two other departments", check: "NM04", record: "summary/43", field: "department",
      places: [("summary", "市财政局", 128), ("detail", "中共青汇市委组织部", 1522)]),
  ]

  @Test("Each is reported once, with both values and their lines", arguments: expected)
  func isReported(_ expected: Expected) throws {
    let submission = try Budget.outcome.get().submission
    let found = submission.findings.filter {
      $0.check == expected.check && $0.subject.record == expected.record
        && $0.subject.field == expected.field
    }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    for place in expected.places {
      let isThere = finding.values.contains {
        $0.role == place.role && $0.value == place.value
          && submission.document.location(of: $0.printed).line == place.line
      }
      #expect(isThere, "\(place.role) \(place.value) on line \(place.line)")
    }
    #expect(finding.diagnosis == expected.diagnosis)
    #expect(finding.majority == expected.majority || expected.majority == nil)
  }

  @Test("Those figures disagree nowhere else: no second finding for the same cause")
  func once() throws {
    let outcome = try Budget.outcome.get()
    func subjects(_ check: String) -> [String] {
      outcome.findings(check).map { $0.subject.record }
    }
    #expect(subjects("AG02") == ["detail/27", "detail/28", "detail/31", "detail/38"])
    #expect(subjects("AG03") == ["detail/31", "detail/43"])
    #expect(subjects("RL01") == ["detail/6", "detail/32"])
    #expect(subjects("RL02") == ["detail/26", "detail/36"])
    #expect(subjects("ST03") == ["detail/31"])
    for check in ["FT02", "FT04", "UN01", "CP01", "NM02", "ST06"] {
      #expect(subjects(check) == [], "\(check)")
    }
  }

  @Test("No amount disagrees on rows 1 to 19, whose column had moved")
  func movedRows() throws {
    let outcome = try Budget.outcome.get()
    #expect(outcome.findings("AG01").map { $0.subject.record } == ["summary/27"])
    #expect(outcome.findings("AG01").map { $0.verdict } == [.rounded])
    #expect(outcome.findings("ST01").map { $0.severity } == [.note])
    let moved = outcome.submission.repairs.filter { $0.rule == "ST01" }
    #expect(moved.map { $0.state } == [.proved])
    #expect(moved.first?.alternatives.isEmpty == false)
  }

  @Test("The forms add up to the total exactly, the rows after rounding")
  func sums() throws {
    let outcome = try Budget.outcome.get()
    let finding = try #require(outcome.findings("FT01").first)
    #expect(outcome.findings("FT01").count == 1)
    #expect((finding.severity, finding.verdict) == (.note, .rounded))
    let values = finding.values.map { "\($0.role) \($0.value)" }
    #expect(values == ["total 48727.94", "rows 48727.942", "details 48727.940"])
    #expect(finding.difference == "0.002")
    var options = WriteOptions()
    options.language = .english
    let report = String(
      decoding: outcome.submission.written(TextReport.self, options), as: UTF8.self)
    #expect(report.contains(#/Σ 44 rows +48727\.942 万元 +rounded/#))
    #expect(report.contains(#/Σ 44 forms +48727\.940 万元 +exact/#))
  }

  @Test(
    "Empty mandatory fields, each with its record",
    arguments: [
      ("head", [14, 15, 31]), ("head_phone", [14, 15, 31]), ("goal", [17, 29, 33]),
      ("department", [27, 28, 34, 36, 37]), ("indicators[3].target", [23, 24, 25]),
      ("indicators[4].level3", [29]), ("indicators[6].level3", [29]),
      ("indicators[7].level3", [29, 32]), ("indicators[6].target", [37]),
      ("indicators[4].target", [44]),
    ])
  func emptyFields(_ field: String, _ forms: [Int]) throws {
    let found = try Budget.outcome.get().findings("CP02").filter { $0.subject.field == field }
    #expect(Set(found.map { $0.subject.record }) == Set(forms.map { "detail/\($0)" }))
    #expect(found.count == forms.count)
    #expect(try Budget.outcome.get().findings("CP02").count == 23)
  }

  @Test(
    "What the recognition lost is open, never a discrepancy",
    arguments: [
      ("detail/31", "head"), ("detail/37", "indicators[6].target"),
      ("detail/44", "indicators[4].target"),
    ])
  func lost(_ record: String, _ field: String) throws {
    let found = try Budget.outcome.get().submission.findings.filter {
      $0.subject == Subject(record: record, field: field)
    }
    #expect(found.map { $0.verdict } == [.open])
    #expect(found.map { $0.severity } == [.review])
  }

  @Test("Names that truly differ are warnings; a prefix or a sign more is a note")
  func names() throws {
    let found = try Budget.outcome.get().findings("NM01")
    func rows(_ severity: Severity) -> [String] {
      found.filter { $0.severity == severity }.map { String($0.subject.record.dropFirst(8)) }
    }
    #expect(rows(.warning) == ["3", "4", "12", "17", "18", "26", "30", "35", "44"])
    #expect(rows(.note) == ["34", "39", "43"])
  }

  @Test(
    "Nothing is reported for abbreviations",
    arguments: [
      (1, "民政局", "青汇市民政局"), (5, "就业局", "青汇市就业创业服务中心"),
      (5, "人社局", "人力资源和社会保障管理服务部门"), (6, "社保中心", "青汇市社会保险事业中心"),
      (8, "卫健委", "青汇市卫生健康委员会"), (14, "医保局", "青汇市医疗保障局"),
      (17, "住建局", "青汇市住房和城乡建设局"), (27, "青汇市公安局本级", "青汇市公安局"),
      (31, "交警支队", "青汇市公安局交通警察支队"), (32, "青汇市公安局部门", "青汇市公安局"),
      (38, "中共青汇市纪律检查委员会", "中国共产党青汇市纪律检查委员会"),
      (43, "中共青汇市组织部", "中共青汇市委组织部"),
    ])
  func abbreviations(_ row: Int, _ short: String, _ long: String) throws {
    let outcome = try Budget.outcome.get()
    let fields = outcome.rows[row - 1]["fields"]
    let other = outcome.details[row - 1]["fields"]
    let names = ["unit", "department"].filter {
      fields[$0].value == short && other[$0].value == long
    }
    #expect(!names.isEmpty, "the pair is on the paper")
    let found = outcome.findings("NM04").filter { finding in
      finding.subject.record == "summary/\(row)" && names.contains(finding.subject.field ?? "")
    }
    #expect(found.isEmpty)
  }

  @Test("All findings are those that were read and agreed to")
  func golden() throws {
    let file = Sources.repository.appending(
      path: "Tests/TieoutTests/Golden/budget-2024.findings.txt")
    let lines = try Budget.outcome.get().submission.findings.map { $0.line }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
      String.init)
    let changes = lines.difference(from: recorded)
    #expect(changes.isEmpty)
  }
}

extension Finding {
  /// A finding in one line: check, subject, severity, verdict.
  var line: String {
    let field = subject.field.map { ".\($0)" } ?? ""
    return "\(check) \(subject.record)\(field) \(severity.name) \(verdict.rawValue)"
  }
}
