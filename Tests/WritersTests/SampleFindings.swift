import TieoutModel
import TieoutTestSupport

/// The links, repairs and findings of the sample.
enum SampleFindings {
  static func fill(_ submission: inout Submission, _ maker: DocumentMaker) {
    let amount = maker.slice("1937.88万元")
    let total = maker.slice("1937.88", from: Int(maker.slice("总额").end))
    submission.setLinks([
      Link(
        row: 0, detail: 0, weight: 920,
        evidence: [
          Link.Evidence(kind: .amount, weight: 400, summary: amount, detail: total),
          Link.Evidence(
            kind: .name, weight: 520, summary: maker.slice("养老服务 & 救助"),
            detail: maker.slice("养老服务\n及救助")),
          Link.Evidence(kind: .order, weight: 0, summary: .none, detail: .none),
        ],
        runnerUp: (detail: 0, weight: -115))
    ])
    submission.repairs = [
      Repair(
        rule: "ST05", state: .likely, cells: [amount], before: ["", "1937.88"],
        after: ["1937.88", ""]),
      Repair(
        rule: "ST01", state: .proved, cells: [amount, maker.slice("410.94")],
        before: ["2,348.82"], after: ["1,937.88"],
        evidence: [Message(zh: "两行与明细相符", en: "two rows agree with their forms")],
        alternatives: [Message(zh: "下移一行：0 行相符", en: "down by one: 0 agree")], score: "19:0"),
      Repair(rule: "ST07", state: .offered, cells: [], before: [], after: []),
    ]
    var disagree = Finding(
      check: "AG01", severity: .error, verdict: .broken, attribution: .source,
      subject: Subject(record: "summary/1", field: "amount"), records: ["summary/1", "detail/1"],
      message: Message(
        zh: "两处“金额”不符：1937.88 与 1973.88", en: "\"Amount\" disagrees:\n1937.88 and 1973.88"),
      values: [
        Finding.Evidence(
          role: "amount", subject: Subject(record: "summary/1", field: "amount"), printed: amount,
          value: "1937.88", unit: "万元"),
        Finding.Evidence(
          role: "sum", subject: Subject(record: "detail/1"), printed: .none, value: "1973.88",
          unit: "万元"),
      ])
    disagree.intervals = [Finding.Interval(role: "amount", low: "1937.875", high: "1937.885")]
    disagree.slack = "0.005"
    disagree.difference = "-36.00"
    disagree.differenceInYuan = "-360000"
    disagree.diagnosis = [.transposition]
    disagree.majority = "1937.88"
    disagree.suggested = (
      value: "1937.88", grounds: Message(zh: "三处中两处如此", en: "two of three places say so")
    )
    disagree.related = ["r2"]
    submission.findings = [
      disagree,
      Finding(
        check: "CP02", severity: .review, verdict: .open,
        subject: Subject(record: "detail/1", field: "head"),
        message: Message(zh: "负责人未填", en: "the head is not filled in")),
    ]
    submission.tally.count(.broken)
    submission.tally.count(.open)
    submission.tally.exact = 412
    var counts = Tally()
    counts.exact = 43
    counts.count(.broken)
    submission.tallies = [("AG01", counts), ("CP02", Tally())]
    decide(&submission)
  }

  /// A decision that holds on a repair, a stale one on a finding, and one whose finding is gone.
  private static func decide(_ submission: inout Submission) {
    func decision(_ fingerprint: String, _ ruling: Decision.Ruling) -> Decision {
      Decision(
        fingerprint: fingerprint, ruling: ruling, reason: "原件\n如此 <&>", by: "李",
        when: "2026-11-26T09:30:00Z", evidence: "00ff", version: "0.1.0")
    }
    var corrected = decision("NM01:summary/2:project:summary", .correct)
    corrected.correction = Decision.Correction(
      subject: Subject(record: "summary/2", field: "project"), value: "留守\"儿童\"")
    submission.decisions = [
      decision("ST07:summary::repair-1", .reject),
      decision(submission.findings[1].fingerprint, .accept), corrected,
    ]
    submission.decisions[0].standing = .current
    submission.decisions[1].standing = .stale
    submission.repairs[2].state = .rejected
    submission.repairs[2].decision = 0
    submission.findings[1].decision = 1
  }
}
