internal import TieoutMarkup
public import TieoutModel

/// Reads the findings of an earlier run out of its JSON.
public enum EarlierFindings {
  /// The findings of a `findings.json` or `submission.json`; `nil` where the bytes are neither.
  public static func read(_ json: [UInt8]) -> [Comparison.Earlier]? {
    let tree = JSONTree(json)
    guard tree.error == nil, let root = tree.root,
      tree.string(tree.member("schema", of: root)) == "tieout/1",
      let findings = tree.member("findings", of: root)
    else { return nil }
    return tree.children(of: findings).compactMap { tree.finding($0) }
  }
}

extension JSONTree {
  /// A finding, with the hash of what it rests on.
  fileprivate func finding(_ place: Int) -> Comparison.Earlier? {
    func text(_ name: String, of place: Int) -> String? { string(member(name, of: place)) }
    guard let fingerprint = text("fingerprint", of: place), let check = text("check", of: place),
      let severity = text("severity", of: place),
      let verdict = text("verdict", of: place).flatMap({ Verdict(rawValue: $0) }),
      let message = member("message", of: place)
    else { return nil }
    let finding = Finding(
      check: check, severity: .note, verdict: verdict, subject: Subject(record: ""),
      message: Message(zh: text("zh", of: message) ?? "", en: text("en", of: message) ?? ""),
      values: items("values", of: place).map { value in
        Finding.Evidence(
          role: text("role", of: value) ?? "", subject: Subject(record: ""), printed: .none,
          value: text("value", of: value) ?? "", unit: text("unit", of: value) ?? "")
      })
    return Comparison.Earlier(
      fingerprint: fingerprint, check: check, severity: severity, message: finding.message,
      evidence: finding.evidenceHash)
  }
}
