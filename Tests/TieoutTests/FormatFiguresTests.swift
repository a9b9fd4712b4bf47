import Foundation
import Testing
import Tieout

/// What each file of the made documents gives, beside what its text still holds.
@Suite("Figures of the formats")
struct FormatFiguresTests {
  /// One file: how many values are right, and how many stand in its text at all.
  struct Figure {
    var path: String
    var share: Double
    var ceiling: Double
  }

  /// The files of a document that engines wrote.
  private static func files(_ name: String) throws -> [String] {
    let folder = Sources.repository.appending(path: "Corpus/\(name)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
      !["README.md", "noise.json", "truth.json"].contains($0)
    }
  }

  private static func figure(_ name: String, _ file: String, _ truth: Truth) throws -> Figure {
    let bytes = try Corpus.bytes("\(name)/\(file)")
    let outcome = try Outcome([Input(name: file, bytes: bytes)], isCompact: true)
    let text = SameValue.characters(
      String(decoding: outcome.submission.document.bytes, as: UTF8.self))
    return Figure(
      path: "\(name)/\(file)", share: Double(Comparison(outcome, truth).share) / 10_000,
      ceiling: ceiling(truth, inFile(file, bytes) ?? text))
  }

  /// The characters of a file's words in the engine's order; `nil` where the document has that order.
  private static func inFile(_ file: String, _ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if file.hasSuffix(".tsv") {
      let words = text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(11).joined()
      }
      return SameValue.characters(words.joined())
    }
    if file == "rapidocr.json" {
      let words = text.matches(of: /"text": *("(?:[^"\\]|\\.)*")/).compactMap {
        try? JSONDecoder().decode(String.self, from: Data($0.1.utf8))
      }
      return SameValue.characters(words.joined())
    }
    if file.hasSuffix(".hocr") {
      return SameValue.characters(text.replacing(/<[^>]*>/, with: ""))
    }
    return nil
  }

  // MARK: The ceiling

  private static let comparators = [
    ">=": ["≥", ">=", "不低于"], "<=": ["≤", "<=", "不超过"], ">": [">"], "<": ["<"], "=": ["="],
  ]

  /// The share of values that stand in a text, absent ones counted as standing.
  ///
  /// A value that is wanted in many places must stand there as often: a name that an engine misread
  /// in all places but one is lost in all but one. Words that span rows are printed once for all.
  private static func ceiling(_ truth: Truth, _ text: String) -> Double {
    var wanted: [[String]: Int] = [:]
    var standing = 0
    var total = 0
    func count(_ words: [String]?, spansRows: Bool = false) {
      total += 1
      guard let words else {
        standing += 1
        return
      }
      if !spansRows {
        wanted[words, default: 0] += 1
      } else if words.contains(where: { text.contains(SameValue.characters($0)) }) {
        standing += 1
      }
    }
    let values =
      truth.rows.flatMap(\.values) + truth.forms.flatMap { $0.values + $0.funding }
      + truth.forms.flatMap { $0.indicators.flatMap(\.values) }.filter { $0.name != "target" }
    for value in values {
      count(
        value.text.map { comparators[$0] ?? spellings($0) },
        spansRows: value.name.hasPrefix("level"))
    }
    // A target stands with its comparator before it.
    for item in truth.forms.flatMap(\.indicators) {
      guard let target = item.values.first(where: { $0.name == "target" })?.text else { continue }
      let sign = item.values.first { $0.name == "comparator" }?.text
      let signs = sign.flatMap { comparators[$0] } ?? [""]
      count(signs.flatMap { sign in spellings(target).map { sign + $0 } })
    }
    for (words, number) in wanted {
      let found = words.reduce(0) {
        $0 + text.components(separatedBy: SameValue.characters($1)).count - 1
      }
      standing += min(number, found)
    }
    return Double(standing) / Double(max(total, 1))
  }

  /// How a number may be printed.
  private static func spellings(_ text: String) -> [String] {
    guard let number = Decimal(string: text), ExactDecimal(text) != nil else { return [text] }
    var spellings = [text]
    for places in 0...2 {
      for grouped in [false, true] {
        let style = Decimal.FormatStyle(locale: Locale(identifier: "en_US"))
          .precision(.fractionLength(places)).grouping(grouped ? .automatic : .never)
        let spelt = style.format(number)
        if SameValue.holds(text, spelt) { spellings.append(spelt) }
      }
    }
    return spellings
  }

  /// How far below a bar a file may stay, and what the bar is; `nil` for texts that lost their tables.
  private static func allowance(_ file: String) -> (below: Double, bar: Bar)? {
    switch file {
    case _ where file.hasSuffix("-n1.md"): (0.02, .undamaged)
    case _ where file.hasSuffix("-n2.md"): (0.04, .undamaged)
    case "rapidocr.json", "rapidtable.md", "wiredtable.md": (0.05, .ceiling)
    case "tesseract.tsv", "tesseract.hocr", "tesseract.alto.xml": (0.15, .ceiling)
    default: nil
    }
  }

  /// What a figure is compared with: what the text without any damage gives, or what the file holds.
  private enum Bar { case undamaged, ceiling }

  @Test("Each engine comes near what its text holds", arguments: ["d1", "d2", "d3"])
  func bars(_ name: String) throws {
    let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
    let plain = try Self.figure(name, "vlm-n0.txt", truth)
    var table = ""
    for file in try Self.files(name) where !file.contains("psm6") {
      let figure = try Self.figure(name, file, truth)
      table += String(format: "%@\t%.4f\t%.4f\n", figure.path, figure.share, figure.ceiling)
      guard let (below, bar) = Self.allowance(file) else { continue }
      let wanted = bar == .ceiling ? min(figure.ceiling, plain.share) : plain.share
      #expect(figure.share >= wanted - below, "\(figure)")
    }
    // `FIGURES=1 swift test --filter FormatFiguresTests` shows them.
    if ProcessInfo.processInfo.environment["FIGURES"] != nil { print(table) }
  }
}
