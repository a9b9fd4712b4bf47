internal import Mustache
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

  private static let style = [PackageResources.report_css, PackageResources.batch_css]
    .map { String(decoding: $0, as: UTF8.self) }.joined()

  private static let script = [PackageResources.choices_js, PackageResources.batch_js]
    .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  /// Appends the page; `page` is the file of each submission that its name leads to.
  public static func write(
    _ summary: BatchSummary, _ catalogue: [CatalogueEntry], page: String, language: Language,
    into output: inout ByteBuffer
  ) {
    let template = try? MustacheTemplate(
      string: String(decoding: PackageResources.batch_mustache, as: UTF8.self))
    var context = totals(summary)
    context["language"] = language.rawValue
    context["exits"] = exits(summary)
    context["checks"] = checks(summary.total.checks, catalogue)
    context["worstCount"] = String(summary.worst.count)
    context["worst"] = summary.worst.map { worst($0, page: page) }
    context["unusableCount"] = String(summary.unusable.count)
    context["unusable"] = summary.unusable.prefix(listed).map {
      ["name": Display.visible($0.name), "zh": $0.message.zh, "en": $0.message.en]
    }
    if summary.unusable.count > listed {
      context["unlisted"] = String(summary.unusable.count - listed)
    }
    output.escaped(template?.render(context) ?? "", as: NoEscaping.self)
  }

  private static func totals(_ summary: BatchSummary) -> [String: Any] {
    let total = summary.total
    var context: [String: Any] = [
      "version": Generator.version, "documents": String(summary.documents),
      "scalars": String(total.scalars), "rate": total.unplacedPerMillion, "tally": total.line,
      "severities": severities.map {
        ["name": $0.part.name, "zh": $0.zh, "en": $0.en, "count": String(total[$0.part])]
      },
      "style": style, "styleHash": contentHash(style.utf8Span.span),
      "script": script, "scriptHash": contentHash(script.utf8Span.span),
    ]
    for part in [ReportTally.Part.rows, .details, .links, .repairs] {
      context[part.name] = String(total[part])
    }
    return context
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
  private static func exits(_ summary: BatchSummary) -> [[String: String]] {
    let words: [Int: (zh: String, en: String)] = [
      0: ("没有达到界限的发现", "No findings that count"), 1: ("有发现", "With findings"),
      2: ("无法使用", "Unusable"), 3: ("无可核对", "Nothing to reconcile"),
      4: ("程序故障", "Fault of the program"),
    ]
    return summary.exits.sorted { $0.key < $1.key }.map { code, count in
      [
        "code": String(code), "zh": words[code]?.zh ?? "", "en": words[code]?.en ?? "",
        "count": String(count), "share": String(count * 1000 / summary.documents),
      ]
    }
  }

  /// The checks that found something, the busiest first, of equals in the catalogue's order.
  private static func checks(
    _ counts: [String: Int], _ catalogue: [CatalogueEntry]
  ) -> [[String: String]] {
    let most = counts.values.max() ?? 1
    let found = catalogue.enumerated().compactMap { place, entry in
      counts[entry.id].map { (place: place, entry: entry, count: $0) }
    }
    return found.sorted { ($1.count, $0.place) < ($0.count, $1.place) }.map { place, entry, count in
      [
        "id": entry.id, "zh": entry.title.zh, "en": entry.title.en, "count": String(count),
        "share": String(count * 1000 / most),
      ]
    }
  }

  private static func worst(_ entry: BatchSummary.Entry, page: String) -> [String: Any] {
    let tally = entry.tally
    let figures = severities.map { tally[$0.part] } + [tally[.unplaced]]
    return [
      "name": Display.visible(entry.name), "address": address(entry.folder) + "/" + page,
      "figures": figures.map { ["count": String($0), "zero": $0 == 0 ? "zero" : ""] },
      "size": "\(tally[.rows]) / \(tally[.details]) / \(tally[.links])",
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
