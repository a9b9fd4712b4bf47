internal import TieoutModel

/// What stands around the data in `report.html`.
enum PageShell {
  private static let template = PageTemplate(PackageResources.report_mustache)

  /// The scripts, in the order in which they build on one another.
  private static let script = [
    PackageResources.choices_js, PackageResources.page_js, PackageResources.source_js,
    PackageResources.pictures_js, PackageResources.records_js, PackageResources.findings_js,
    PackageResources.main_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
  private static let scriptHash = contentHash(script.utf8Span.span)
  private static let styleHash = contentHash(style.utf8Span.span)

  /// Appends the page; `data` appends what its scripts read.
  static func write(
    _ submission: Submission, _ tieOut: TieOut, _ options: WriteOptions,
    into output: inout ByteBuffer, data: @escaping (inout ByteBuffer) -> Void
  ) {
    var values = values(submission, tieOut, options)
    values["data"] = .written(data)
    template.fill(values, into: &output)
  }

  private static func values(
    _ submission: Submission, _ tieOut: TieOut, _ options: WriteOptions
  ) -> PageTemplate.Values {
    let profile = submission.profile
    let totals = submission.ledgerTotals()
    var values: PageTemplate.Values = [
      "language": .text(options.language.rawValue),
      "version": .text(Generator.version),
      "title": .text(submission.title),
      "profile.id": .text(profile.id), "profile.version": .text(profile.version),
      "profile.score": .text(String(submission.profileScore)),
      "profile.zh": .text(profile.title.zh), "profile.en": .text(profile.title.en),
      "sources": .list(
        submission.document.sources.map {
          [
            "name": .text($0.name), "format": .text($0.format), "encoding": .text($0.encoding),
            "sha256": .text($0.sha256), "lines": .text(String($0.lines)),
            "bytes": .text(String($0.byteCount)),
          ]
        }),
      "unit": .text(profile.units.name(tieOut.unit)),
      "stated": .text(tieOut.stated?.quantity?.description ?? "—"),
      "links": .text(String(submission.links.count)),
      "counts": .list(counts(submission)),
      "ledger": .list(
        [
          ("值", "values", totals.values), ("标签", "labels", totals.labels),
          ("套语", "boilerplate", totals.boilerplate), ("标记", "markup", totals.markup),
          ("未归位", "unplaced", totals.unplaced),
        ].map { ["zh": .text($0.0), "en": .text($0.1), "count": .text(String($0.2))] }),
      "scalars": .text(String(totals.scalars)),
      "tally": .text(ReportTally(submission, exitCode: options.exitCode).line),
      "style": .text(style), "styleHash": .text(styleHash),
      "script": .text(script), "scriptHash": .text(scriptHash),
    ]
    add(tieOut.rows, "rows", to: &values)
    add(tieOut.forms, "forms", to: &values)
    return values
  }

  /// Adds what one side comes to.
  private static func add(
    _ side: TieOut.Side, _ name: String, to values: inout PageTemplate.Values
  ) {
    values[name + ".count"] = .text(String(side.count))
    values[name + ".sum"] = .text(side.sum?.description ?? "—")
    if let verdict = side.verdict {
      values[name + ".verdict"] = .list([
        [
          "name": .text(verdict.rawValue), "zh": .text(verdict.word(.chinese)),
          "en": .text(verdict.word(.english)),
        ]
      ])
    }
    if let difference = side.difference, difference.digits != 0 {
      values[name + ".difference"] = .text(
        (difference.digits > 0 ? "+" : "") + difference.description)
    }
    if side.missing > 0 { values[name + ".missing"] = .text(String(side.missing)) }
  }

  /// How many findings somebody must see, by severity; those that are undecided stand behind.
  private static func counts(_ submission: Submission) -> [PageTemplate.Values] {
    let findings = submission.findings.filter { !submission.isSettled($0) }
    var counts: [PageTemplate.Values] = Severity.allCases.reversed().map { severity in
      [
        "name": .text(severity.name), "zh": .text(severity.title(.chinese)),
        "en": .text(severity.title(.english)),
        "count": .text(
          String(findings.count { $0.severity == severity && $0.verdict != .open })),
      ]
    }
    counts.append([
      "name": .text("open"), "zh": .text("未决"), "en": .text("Open"),
      "count": .text(String(findings.count { $0.verdict == .open })),
    ])
    return counts
  }
}

extension Submission {
  /// What the paper calls itself: the summary's title, else the letter's, else the file's name.
  fileprivate var title: String {
    if let title = summary.fields.named(profile.summary.title) { return text(title) }
    return document.sources.first?.name ?? Generator.name
  }
}
