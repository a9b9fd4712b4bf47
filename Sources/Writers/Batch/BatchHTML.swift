public import TieoutModel

/// Writes `batch.html`: what many submissions come to together, as a page in both languages.
///
/// It looks like `report.html`, asks nobody for anything, and its size does not grow with the
/// number of submissions. It stands complete without its script.
public enum BatchHTML {
  /// The file's name.
  public static let fileName = "batch.html"

  /// How many submissions that could not be used are listed; `batch.json` lists all.
  private static let listed = 200

  private static let template = PageTemplate(PackageResources.batch_mustache)

  private static let style = [PackageResources.report_css, PackageResources.batch_css]
    .map { String(decoding: $0, as: UTF8.self) }.joined()

  private static let script = [PackageResources.choices_js, PackageResources.batch_js]
    .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  /// Appends the page; `page` is the file of each submission that its name leads to.
  public static func write(
    _ summary: BatchSummary, _ catalogue: [CatalogueEntry], page: String, language: Language,
    into output: inout ByteBuffer
  ) {
    var values = totals(summary)
    values["language"] = .text(language.rawValue)
    values["exits"] = .list(exits(summary))
    values["checks"] = .list(checks(summary.total.checks, catalogue))
    values["worstCount"] = .text(String(summary.worst.count))
    values["worst"] = .list(summary.worst.map { worst($0, page: page) })
    values["unusableCount"] = .text(String(summary.unusable.count))
    values["unusable"] = .list(
      summary.unusable.prefix(listed).map {
        [
          "name": .text(Display.visible($0.name)), "zh": .text($0.message.zh),
          "en": .text($0.message.en),
        ]
      })
    if summary.unusable.count > listed {
      values["unlisted"] = .text(String(summary.unusable.count - listed))
    }
    template.fill(values, into: &output)
  }

  private static func totals(_ summary: BatchSummary) -> PageTemplate.Values {
    let total = summary.total
    var values: PageTemplate.Values = [
      "version": .text(Generator.version), "documents": .text(String(summary.documents)),
      "scalars": .text(String(total.scalars)), "rate": .text(total.unplacedPerMillion),
      "tally": .text(total.line),
      "severities": .list(
        severities.map {
          [
            "name": .text($0.part.name), "zh": .text($0.zh), "en": .text($0.en),
            "count": .text(String(total[$0.part])),
          ]
        }),
      "style": .text(style), "styleHash": .text(contentHash(style.utf8Span.span)),
      "script": .text(script), "scriptHash": .text(contentHash(script.utf8Span.span)),
    ]
    for part in [ReportTally.Part.rows, .details, .links, .repairs] {
      values[part.name] = .text(String(total[part]))
    }
    return values
  }

  /// What findings count as, in the words of the report.
  private static let severities: [(part: ReportTally.Part, zh: String, en: String)] = {
    func words(_ part: ReportTally.Part, _ severity: Severity) -> (ReportTally.Part, String, String)
    {
      (part, severity.title(.chinese), severity.title(.english))
    }
    return [
      words(.error, .error), words(.warning, .warning), words(.review, .review),
      words(.note, .note), (.open, "未决", "Open"),
    ]
  }()

  /// How many ended with each exit code.
  private static func exits(_ summary: BatchSummary) -> [PageTemplate.Values] {
    let words: [Int: (zh: String, en: String)] = [
      0: ("没有达到界限的发现", "No findings that count"), 1: ("有发现", "With findings"),
      2: ("无法使用", "Unusable"), 3: ("无可核对", "Nothing to reconcile"),
      4: ("程序故障", "Fault of the program"),
    ]
    return summary.exits.sorted { $0.key < $1.key }.map { code, count in
      [
        "code": .text(String(code)), "zh": .text(words[code]?.zh ?? ""),
        "en": .text(words[code]?.en ?? ""), "count": .text(String(count)),
        "share": .text(String(count * 1000 / summary.documents)),
      ]
    }
  }

  /// The checks that found something, the busiest first, of equals in the catalogue's order.
  private static func checks(
    _ counts: [String: Int], _ catalogue: [CatalogueEntry]
  ) -> [PageTemplate.Values] {
    let most = counts.values.max() ?? 1
    let found = catalogue.enumerated().compactMap { place, entry in
      counts[entry.id].map { (place: place, entry: entry, count: $0) }
    }
    return found.sorted { ($1.count, $0.place) < ($0.count, $1.place) }.map { place, entry, count in
      [
        "id": .text(entry.id), "zh": .text(entry.title.zh), "en": .text(entry.title.en),
        "count": .text(String(count)), "share": .text(String(count * 1000 / most)),
      ]
    }
  }

  private static func worst(_ entry: BatchSummary.Entry, page: String) -> PageTemplate.Values {
    let tally = entry.tally
    let figures = severities.map { tally[$0.part] } + [tally[.unplaced]]
    return [
      "name": .text(Display.visible(entry.name)),
      "address": .text(address(entry.folder) + "/" + page),
      "figures": .list(
        figures.map { ["count": .text(String($0)), "zero": .text($0 == 0 ? "zero" : "")] }),
      "size": .text("\(tally[.rows]) / \(tally[.details]) / \(tally[.links])"),
    ]
  }

  /// A folder's name in an address: no character of it means anything there, so that a name
  /// can lead nowhere else.
  private static func address(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var address: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: address.append(byte)
      default: address += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self)
  }
}
