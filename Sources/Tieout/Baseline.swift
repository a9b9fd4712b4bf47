/// The findings of an earlier run, to see what is new, changed and gone.
public struct Baseline: Sendable {
  /// The name of their file, as reports tell it.
  public let name: String
  /// The SHA-256 of their file, in hexadecimal.
  public let sha256: String
  /// The findings.
  let findings: [Comparison.Earlier]

  /// Reads a `findings.json` or `submission.json`, of an earlier run or of another year's papers.
  public init(json: [UInt8], name: String) throws(RunError) {
    guard let findings = EarlierFindings.read(json) else {
      throw RunError(
        zh: "“\(name)”不是 tieout 写出的 findings.json 或 submission.json。请给出其中之一。",
        en: "“\(name)” is no findings.json or submission.json that tieout wrote. Give one of them.")
    }
    self.name = name
    sha256 = Tieout.sha256(json.span)
    self.findings = findings
  }
}

extension Submission {
  /// Compares the findings with those of an earlier run.
  mutating func compare(with baseline: Baseline) {
    let keys = RecordKeys(self)
    comparison = Comparison(
      findings, with: baseline.findings, of: baseline.name, isKnown: keys.isKnown)
  }
}
