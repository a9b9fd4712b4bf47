import Testing
import Tieout

/// The truth of a paper as an extractor would hand it over: an object a row, or one of columns; an
/// object a form.
@Suite("Papers as lists of objects")
struct RecordsJSONTests {
  /// An object of names and values, in this order.
  private static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private static func list(_ items: [String]) -> String {
    "[\n" + items.joined(separator: ",\n") + "\n]"
  }

  private static func quoted(_ value: JSON) -> String {
    value.string.map { "\"\($0)\"" } ?? "null"
  }

  /// How an extractor may write objects.
  enum Shape: CaseIterable {
    /// An object of lists of objects.
    case lists
    /// An object a line, rows and forms one behind the other.
    case lines
    /// An object of columns for each table.
    case columns
  }

  /// A table of objects with the same names.
  private static func table(_ rows: [[(name: String, value: String)]], _ shape: Shape) -> String {
    guard shape == .columns, let first = rows.first else { return list(rows.map(object)) }
    return object(
      first.indices.map { column in
        (name: first[column].name, value: list(rows.map { $0[column].value }))
      })
  }

  /// A summary and its forms, in the words of the paper.
  private static func extracted(_ truth: JSON, _ shape: Shape) -> String {
    let summary = truth["summary"]["rows"].items.map { row in
      [
        ("序号", row["seq"].string ?? "null"), ("项目名称", quoted(row["project_name"])),
        ("项目单位", quoted(row["unit_name"])), ("主管部门", quoted(row["dept_name"])),
        ("归口科室", quoted(row["section"])), ("金额（万元）", quoted(row["amount"])),
      ]
    }
    let forms = truth["forms"].items.map { form in
      let indicators = form["indicators"].items.map { indicator in
        let target = ["op", "target", "unit"].compactMap { indicator[$0].string }.joined()
        return [
          ("一级指标", quoted(indicator["l1"])), ("二级指标", quoted(indicator["l2"])),
          ("三级指标", quoted(indicator["name"])), ("指标值", quoted(.text(target))),
        ]
      }
      let funding = form["funding"].items.map { part in
        (name: "其中：\(part["source"].string ?? "")", value: quoted(part["amount"]))
      }
      return object(
        [
          ("项目名称", quoted(form["project_name"])), ("项目单位", quoted(form["unit_name"])),
          ("主管部门", quoted(form["dept_name"])), ("项目负责人", quoted(form["leader"])),
          ("联系电话", quoted(form["phone"])), ("年度资金总额（万元）", form["amount"].string ?? "null"),
        ] + funding + [
          ("年度绩效目标", quoted(form["goal"])), ("绩效指标", table(indicators, shape)),
        ])
    }
    if shape == .lines {
      return (summary.map(object) + forms).map { $0.replacing("\n", with: "") }
        .joined(separator: "\n")
    }
    return object([("summary", table(summary, shape)), ("forms", list(forms))])
  }

  @Test(
    "They give the records that the plain text gives", arguments: ["d1", "d2"], Shape.allCases)
  func records(_ name: String, _ shape: Shape) throws {
    let json = try Corpus.json("\(name)/truth.json")
    let outcome = try Outcome(Array(Self.extracted(json, shape).utf8), name: "x", isCompact: true)
    let plain = try Outcome(Corpus.bytes("\(name)/vlm-n0.txt"), isCompact: true)
    #expect(outcome.submission.document.sources.map(\.format) == ["json"])
    let truth = Truth(made: json)
    let comparison = Comparison(outcome, truth)
    #expect(
      comparison.share >= Comparison(plain, truth).share, "\(comparison.differences.prefix(20))")
    #expect(outcome.links.count >= plain.links.count)
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("What people know of a paper, told by lines and pages, is no paper")
  func notes() throws {
    #expect(throws: RunError.self) {
      try rebuild([Input(name: "x", bytes: Corpus.bytes("budget-2024/records.json"))])
    }
  }
}
