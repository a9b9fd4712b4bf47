import Testing
import Tieout

@Suite("Two made documents with other layouts")
struct MadeDocumentTests {
  static let names = ["d1", "d2"]

  /// What is right today of each recognition, in hundredths of a percent.
  ///
  /// A figure may only rise.
  static let floors: [(path: String, share: Int)] = [
    ("d1/vlm-n0.txt", 9977), ("d1/vlm-n1.txt", 9977), ("d1/vlm-n2.txt", 9977),
    ("d1/vlm-n3.txt", 9954), ("d2/vlm-n0.txt", 10000), ("d2/vlm-n1.txt", 10000),
    ("d2/vlm-n2.txt", 9875), ("d2/vlm-n3.txt", 9819), ("d1/md-pipe-n1.md", 9977),
    ("d1/md-pipe-n2.md", 9977), ("d1/md-html-mineru-n1.md", 9977),
    ("d1/md-html-paddlevl-n2.md", 9977), ("d1/rapidtable.md", 9932),
    ("d1/wiredtable.md", 9617), ("d2/md-pipe-n1.md", 10000), ("d2/md-pipe-n2.md", 10000),
    ("d2/md-html-mineru-n1.md", 10000), ("d2/md-html-paddlevl-n2.md", 9930),
    ("d2/rapidtable.md", 9376), ("d2/wiredtable.md", 9252),
  ]

  @Test("No recognition of them is read worse than before", arguments: floors)
  func floor(_ path: String, _ share: Int) throws {
    let name = path.prefix { $0 != "/" }
    let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
    let comparison = Comparison(try Outcome(Corpus.bytes(path), isCompact: true), truth)
    #expect(comparison.total > 400)
    #expect(comparison.share >= share, "\(comparison.differences)")
  }

  @Test("All rows and forms are there, with their names and amounts", arguments: names)
  func records(_ name: String) throws {
    let made = try MadeDocument(name)
    let wanted = [
      "the row", "the form", "the number", "summary.project", "summary.amount",
      "detail.project", "detail.total",
    ]
    let wrong = made.comparison.differences.filter { text in
      wanted.contains { text.hasPrefix($0) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Every row is tied to its form, and no other", arguments: names)
  func links(_ name: String) throws {
    let made = try MadeDocument(name)
    var wanted: Set<[String?]> = []
    for link in made.json["links"].items {
      let row = link["summary_seq"].string ?? ""
      wanted.insert(["summary/\(row)", made.detail(link["form_id"].string)])
    }
    #expect(wanted.count > 5)
    #expect(Set(made.outcome.links) == wanted)
  }

  @Test("Each planted error is found on its record", arguments: names)
  func planted(_ name: String) throws {
    let made = try MadeDocument(name)
    for planted in made.planted {
      #expect(!made.hits(planted).isEmpty, "\(planted.type) \(planted.records)")
    }
    #expect(made.planted.count >= 3)
  }

  @Test("Nothing unplanted is an error or a warning", arguments: names)
  func unplanted(_ name: String) throws {
    let made = try MadeDocument(name)
    let found = Set(made.planted.flatMap { made.hits($0) })
    for (index, finding) in made.outcome.submission.findings.enumerated()
    where finding.severity >= .warning && !found.contains(index) {
      Issue.record("unplanted: \(finding.fingerprint)")
    }
  }

  @Test("Names that are written alike are no finding; the variant is, as one")
  func nameVariant() throws {
    let made = try MadeDocument("d1")
    #expect(made.outcome.findings("NM01").map { $0.subject.record } == ["summary/1"])
    #expect(try MadeDocument("d2").outcome.findings("NM01").isEmpty)
  }
}

/// A made document with its truth and what came out.
struct MadeDocument {
  /// An error that its maker planted.
  struct Planted {
    var type: String
    /// The checks that may find it.
    var checks: [String]
    /// The records that it is on; none for the whole paper.
    var records: Set<String>
  }

  /// The checks that find each kind of planted error.
  private static let checks: [String: [String]] = [
    "amount_mismatch": ["AG01"], "digits_transposed": ["AG01", "AG02"], "name_variant": ["NM01"],
    "dept_mismatch": ["NM04"], "rate_below_rule": ["RL01"], "missing_form": ["CP01"],
    "summary_total_wrong": ["FT01", "FT02"], "weight_sum_wrong": ["FT07"],
  ]

  let outcome: Outcome
  let json: JSON
  let comparison: Comparison

  init(_ name: String) throws {
    outcome = try Outcome(Corpus.bytes("\(name)/vlm-n0.txt"), isCompact: true)
    json = try Corpus.json("\(name)/truth.json")
    comparison = Comparison(outcome, Truth(made: json))
  }

  /// The planted errors for which there is a check.
  var planted: [Planted] {
    json["findings"].items.compactMap { planted in
      guard let type = planted["type"].string, let checks = Self.checks[type] else { return nil }
      var records: Set<String> = []
      if let row = planted["summary_seq"].string { records.insert("summary/\(row)") }
      if let detail = detail(planted["form_id"].string) { records.insert(detail) }
      return Planted(type: type, checks: checks, records: records)
    }
  }

  /// The detail that a form of the truth is.
  func detail(_ form: String?) -> String? {
    let index = json["forms"].items.firstIndex { $0["form_id"].string == form }
    return index.flatMap { comparison.details[$0]?["id"].string }
  }

  /// The findings that are a planted error.
  func hits(_ planted: Planted) -> [Int] {
    outcome.submission.findings.indices.filter { index in
      let finding = outcome.submission.findings[index]
      return planted.checks.contains(finding.check)
        && (planted.records.isEmpty || !planted.records.isDisjoint(with: finding.records))
    }
  }
}
