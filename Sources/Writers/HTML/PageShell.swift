internal import Mustache
internal import TieoutModel

/// What stands around the data in `report.html`, made from the template.
struct PageShell {
  /// Everything before the data.
  let head: String
  /// Everything behind them.
  let foot: String

  /// The template before the data and behind them: parsed once, which takes longer than filling it.
  private static let templates = String(decoding: PackageResources.report_mustache, as: UTF8.self)
    .split(separator: "<!-- data -->").map { try? MustacheTemplate(string: String($0)) }

  /// The scripts, in the order in which they build on one another.
  private static let script = [
    PackageResources.choices_js, PackageResources.page_js, PackageResources.source_js,
    PackageResources.pictures_js, PackageResources.records_js, PackageResources.findings_js,
    PackageResources.main_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
  private static let scriptHash = contentHash(script.utf8Span.span)
  private static let styleHash = contentHash(style.utf8Span.span)

  /// Fills the template.
  init(_ submission: Submission, _ tieOut: TieOut, _ options: WriteOptions) {
    let context = Self.context(submission, tieOut, options)
    head = Self.templates.first??.render(context) ?? ""
    foot = Self.templates.last??.render(context) ?? ""
  }

  private static func context(
    _ submission: Submission, _ tieOut: TieOut, _ options: WriteOptions
  ) -> [String: Any] {
    let profile = submission.profile
    let totals = submission.ledgerTotals()
    return [
      "language": options.language.rawValue,
      "version": Generator.version,
      "title": submission.title,
      "profile": [
        "id": profile.id, "version": profile.version, "score": String(submission.profileScore),
        "zh": profile.title.zh, "en": profile.title.en,
      ],
      "sources": submission.document.sources.map {
        [
          "name": $0.name, "format": $0.format, "encoding": $0.encoding, "sha256": $0.sha256,
          "lines": String($0.lines), "bytes": String($0.byteCount),
        ]
      },
      "unit": profile.units.name(tieOut.unit),
      "stated": tieOut.stated?.quantity?.description ?? "—",
      "rows": side(tieOut.rows),
      "forms": side(tieOut.forms),
      "links": String(submission.links.count),
      "counts": counts(submission),
      "ledger": [
        ("值", "values", totals.values), ("标签", "labels", totals.labels),
        ("套语", "boilerplate", totals.boilerplate), ("标记", "markup", totals.markup),
        ("未归位", "unplaced", totals.unplaced),
      ].map { ["zh": $0.0, "en": $0.1, "count": String($0.2)] },
      "scalars": String(totals.scalars),
      "tally": ReportTally(submission, exitCode: options.exitCode).line,
      "style": style, "styleHash": styleHash,
      "script": script, "scriptHash": scriptHash,
    ]
  }

  private static func side(_ side: TieOut.Side) -> [String: Any] {
    var context: [String: Any] = [
      "count": String(side.count), "sum": side.sum?.description ?? "—",
    ]
    if let verdict = side.verdict {
      context["verdict"] = [
        "name": verdict.rawValue, "zh": verdict.word(.chinese), "en": verdict.word(.english),
      ]
    }
    if let difference = side.difference, difference.digits != 0 {
      context["difference"] = (difference.digits > 0 ? "+" : "") + difference.description
    }
    if side.missing > 0 { context["missing"] = String(side.missing) }
    return context
  }

  /// How many findings somebody must see, by severity; those that are undecided stand behind.
  private static func counts(_ submission: Submission) -> [[String: String]] {
    let findings = submission.findings.filter { !submission.isSettled($0) }
    var counts = Severity.allCases.reversed().map { severity in
      [
        "name": severity.name, "zh": severity.title(.chinese), "en": severity.title(.english),
        "count": String(findings.count { $0.severity == severity && $0.verdict != .open }),
      ]
    }
    counts.append([
      "name": "open", "zh": "未决", "en": "Open",
      "count": String(findings.count { $0.verdict == .open }),
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
