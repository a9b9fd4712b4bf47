public import TieoutModel

/// Explains a finding, a repair, a record or a value: what it rests on, and how it came about.
public enum Explanation {
  /// Appends the explanation of a thing by its name; gives what is wrong where there is no such thing.
  ///
  /// - Parameter name: a fingerprint or its beginning, `f12`, `r3`, `detail/38`, `detail/38.indicators[3].target`.
  public static func write(
    _ name: String, of submission: Submission, _ options: WriteOptions,
    into output: inout ByteBuffer
  ) -> Message? {
    var page = ReportPage(options)
    let names = RecordNames(submission)
    switch submission.thing(named: name) {
    case .finding(let place): page.explain(finding: place, submission, names)
    case .repair(let place):
      page.repair(submission.repairs[place...place], submission, names)
      page.fact(
        Message(zh: "指纹", en: "fingerprint"), submission.fingerprintsOfRepairs()[place])
      page.findings(about: { $0.related.contains("r\(place + 1)") }, submission)
    case .several(let fingerprints): return ambiguous(name, fingerprints)
    case nil:
      let (record, path) = split(name)
      guard let place = submission.place(ofRecord: record) else {
        return unknown(record, submission)
      }
      guard let path else {
        page.explain(record: place, submission, names)
        output.raw(page.buffer, 0..<page.buffer.count)
        return nil
      }
      guard let field = FieldPath(path, submission.profile),
        let value = submission.fields(place, field.item)?.named(field.field)
      else { return unknown(path, in: place, name: record, submission) }
      page.explain(value, path, of: place, submission, names)
    }
    output.raw(page.buffer, 0..<page.buffer.count)
    return nil
  }

  private static func ambiguous(_ name: String, _ fingerprints: [String]) -> Message {
    let list = fingerprints.prefix(5).joined(separator: ", ")
    let more = fingerprints.count > 5 ? ", …" : ""
    return Message(
      zh: "以“\(name)”开头的不止一个，请写得更长：\(list)\(more)",
      en: "“\(name)” begins more than one fingerprint. Write more of it: \(list)\(more)")
  }

  /// A record and the path inside it.
  private static func split(_ name: String) -> (record: String, path: String?) {
    guard let dot = name.firstIndex(of: ".") else { return (name, nil) }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  private static func unknown(_ name: String, _ submission: Submission) -> Message {
    let findings = numbered("f", submission.findings.count)
    let repairs = numbered("r", submission.repairs.count)
    let (rows, forms) = (submission.summary.rows.count, submission.details.count)
    return Message(
      zh: "没有“\(name)”。这份材料有检查结果\(findings.zh)、修复\(repairs.zh)、汇总表 \(rows) 行"
        + "（summary/1、summary/total）、明细表 \(forms) 张（detail/1）和 letter。",
      en:
        "There is no “\(name)”. There are findings \(findings.en), repairs \(repairs.en), "
        + "\(rows) rows (summary/1, summary/total), \(forms) forms (detail/1), and letter.")
  }

  /// How things of one kind are numbered, from 1 to their count.
  private static func numbered(_ letter: String, _ count: Int) -> Message {
    switch count {
    case 0: Message(zh: "（无）", en: "(none)")
    case 1: Message(zh: " \(letter)1", en: "\(letter)1")
    default:
      Message(zh: " \(letter)1 至 \(letter)\(count)", en: "\(letter)1 to \(letter)\(count)")
    }
  }

  private static func unknown(
    _ path: String, in place: RecordPlace, name: String, _ submission: Submission
  ) -> Message {
    let known = submission.paths(place)
    let shown = known.joined(separator: ", ")
    return Message(
      zh: "\(name) 没有字段“\(path)”，或其中无值。有：\(shown)。",
      en: "\(name) has no field “\(path)”, or nothing stands there. There is: \(shown).")
  }
}

extension Submission {
  /// The paths of all values of a record, those of a group's items together:
  /// `indicators[0 to 9].target`.
  fileprivate func paths(_ place: RecordPlace) -> [String] {
    var paths = (fields(place, nil) ?? []).map { profile.name($0.name) }
    for group in record(place)?.groups ?? [] where !group.items.isEmpty {
      let last = group.items.count - 1
      var names: [FieldName] = []
      for field in group.items.flatMap(\.fields) where !names.contains(field.name) {
        names.append(field.name)
      }
      let items = "\(profile.name(group.name))[\(last == 0 ? "0" : "0 to \(last)")]"
      paths += names.map { "\(items).\(profile.name($0))" }
    }
    return paths
  }
}
