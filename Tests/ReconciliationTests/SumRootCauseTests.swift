import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A figure of a finding.
private func figure(_ role: String, _ path: String, _ value: String) -> Finding.Evidence {
  let dot = path.firstIndex(of: ".") ?? path.endIndex
  let subject = Subject(record: String(path[..<dot]), field: String(path[dot...].dropFirst()))
  let start = role == "rows" ? 0 : path.utf8.reduce(1) { ($0 * 31 + Int($1)) % 100_000 }
  return Finding.Evidence(
    role: role, subject: subject,
    printed: role == "rows" ? .none : Slice(start: UInt32(start), count: 3), value: value)
}

private func finding(
  _ check: String, _ difference: String, _ values: [Finding.Evidence], records: [String] = []
) -> Finding {
  var finding = Finding(
    check: check, severity: .error, verdict: .broken, subject: values[0].subject, records: records,
    message: Message(zh: "", en: ""), values: values)
  finding.difference = difference
  return finding
}

/// What is left of some findings, each with the checks that it explains.
private func causes(_ findings: [Finding]) -> [String] {
  var findings = findings
  RootCauses.collapse(&findings)
  return findings.map { $0.check + ($0.message.en.contains("explains (FT") ? "+" : "") }
}

@Suite struct SumsThatOneFigureExplains {
  private static let agreement = finding(
    "AG01", "18",
    [figure("result", "summary/1.cost", "164"), figure("other", "detail/1.cost", "146")])

  @Test("A row's figure that is its form's is off in its column's sum as well")
  func column() {
    let sum = finding(
      "FT01", "18",
      [
        figure("result", "summary/total.cost", "346"), figure("addend", "summary/1.cost", "164"),
        figure("addend", "summary/2.cost", "200"),
      ])
    #expect(causes([sum, Self.agreement]) == ["AG01+"])
  }

  @Test("A part that is not its row's sum is off in its column's")
  func part() {
    let row = finding(
      "FT04", "18",
      [figure("result", "summary/9.amount", "124"), figure("addend", "summary/9.fiscal", "142")])
    let column = finding(
      "FT03", "18",
      [
        figure("subtotal", "summary/total.fiscal", "862"),
        figure("rows", "summary/total.fiscal", "880"),
      ],
      records: ["summary/total", "summary/8", "summary/9"])
    #expect(causes([column, row]) == ["FT04+"])
  }

  @Test("What is taken off a sum explains it the other way round")
  func subtrahend() {
    let own = finding(
      "AG01", "9", [figure("result", "summary/1.own", "12"), figure("other", "detail/1.own", "21")])
    let sum = finding(
      "FT04", "9",
      [
        figure("result", "detail/1.total", "42"), figure("addend", "detail/1.cost", "54"),
        figure("subtrahend", "detail/1.own", "21"),
      ])
    #expect(causes([sum, own]) == ["AG01+"])
  }

  @Test("A total that is neither its parts' sum nor its other place is told by the sum")
  func total() {
    let agreement = finding(
      "AG01", "18",
      [figure("result", "summary/1.cost", "146"), figure("other", "detail/1.cost", "164")])
    let sum = finding(
      "FT04", "18",
      [
        figure("result", "detail/1.cost", "164"), figure("addend", "detail/1.fee", "100"),
        figure("addend", "detail/1.rent", "46"),
      ])
    var findings = [agreement, sum]
    RootCauses.collapse(&findings)
    #expect(findings.map(\.check) == ["FT04"])
    #expect(findings[0].message.en.contains("explains (AG01)"))
  }

  @Test("Differences that are equal by chance are two findings")
  func chance() {
    // Another column, another direction, another row's figure.
    let other = finding(
      "FT01", "18",
      [figure("result", "summary/total.fee", "10"), figure("addend", "summary/1.fee", "28")])
    let opposite = finding(
      "FT01", "18",
      [
        figure("result", "summary/total.cost", "382"), figure("addend", "summary/1.cost", "164"),
        figure("addend", "summary/2.cost", "200"),
      ])
    let form = finding(
      "FT04", "18",
      [figure("result", "detail/2.cost", "28"), figure("addend", "detail/2.fee", "10")])
    for sum in [other, opposite, form] { #expect(causes([sum, Self.agreement]).count == 2) }
  }

  @Test("Where two figures may be the cause, none is taken for it")
  func several() {
    let second = finding(
      "AG01", "18",
      [figure("result", "summary/2.cost", "218"), figure("other", "detail/2.cost", "200")])
    let sum = finding(
      "FT01", "18",
      [
        figure("result", "summary/total.cost", "364"), figure("addend", "summary/1.cost", "164"),
        figure("addend", "summary/2.cost", "218"),
      ])
    #expect(causes([sum, Self.agreement, second]).count == 3)
  }
}
