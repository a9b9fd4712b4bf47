import Testing
import Tieout
import TieoutMaking

/// A made document read in some way, beside what is true of it.
struct MadeReading {
  let submission: Submission
  let truth: JSON

  /// Reads a recognition of a document by its draft, without a profile, or as usual.
  enum Way { case draft, generic, usual }

  init(_ name: String, _ way: Way, _ file: String = "vlm-n0.txt") throws {
    truth = try Corpus.json("\(name)/truth.json")
    let inputs = [Input(name: file, bytes: try Corpus.bytes("\(name)/\(file)"))]
    var options = Options()
    switch way {
    case .draft:
      let yaml = try draftProfile(inputs, id: "new")
      options.profiles = [try NamedProfile(yaml: yaml, name: "new.yaml")]
    case .generic: options.isGeneric = true
    case .usual: break
    }
    submission = try Tieout.run(inputs, options)
  }

  /// The values of a record, as outputs write them.
  func values(_ record: Record) -> Set<String> { Set(record.fields.map { submission.text($0) }) }

  /// The rows and forms that lack one of the values that their truth has under some keys.
  func missing() -> [String] {
    var missing: [String] = []
    for (place, row) in truth["summary"]["rows"].items.enumerated() {
      guard place < submission.summary.rows.count else { return ["row \(place + 1)"] }
      let values = values(submission.summary.rows[place])
      for key in ["project_name", "amount", "ref", "applicant", "programme", "unit_name"] {
        if let value = row[key].string, !holds(values, value) {
          missing.append("row \(place + 1) \(key)")
        }
      }
    }
    for (place, form) in truth["forms"].items.enumerated() {
      guard place < submission.details.count else { return missing + ["form \(place + 1)"] }
      let values = values(submission.details[place])
      for key in ["project_name", "amount"] {
        if let value = form[key].string, !holds(values, value) {
          missing.append("form \(place + 1) \(key)")
        }
      }
    }
    return missing
  }

  private func holds(_ values: Set<String>, _ value: String) -> Bool {
    values.contains { SameValue.characters($0) == SameValue.characters(value) }
      || values.contains { left in
        guard let left = ExactDecimal(left), let right = ExactDecimal(value) else { return false }
        return left == right
      }
  }

  /// The records of links: rows and forms that belong together.
  var links: Set<[String]> {
    Set(
      submission.links.map {
        [submission.summary.rows[$0.row].id, submission.details[$0.detail].id]
      })
  }

  var wantedLinks: Set<[String]> {
    let forms = truth["forms"].items.map { $0["form_id"].string ?? "" }
    return Set(
      truth["links"].items.compactMap { link in
        guard let row = link["summary_seq"].string, let form = link["form_id"].string,
          let place = forms.firstIndex(of: form)
        else { return nil }
        return ["summary/\(row)", "detail/\(place + 1)"]
      })
  }

  /// Whether a finding of a check touches a record.
  func finds(_ check: String, on record: String) -> Bool {
    submission.findings.contains { $0.check == check && $0.records.contains(record) }
  }
}

@Suite("Papers that no profile knows")
struct GenericReadingTests {
  @Test(
    "All rows and all forms are there, and every row has its form", arguments: ["d1", "d2", "d3"])
  func records(_ name: String) throws {
    let reading = try MadeReading(name, .generic)
    #expect(reading.submission.profile.isGeneric)
    #expect(reading.submission.summary.rows.count == reading.truth["summary"]["rows"].items.count)
    #expect(reading.submission.details.count == reading.truth["forms"].items.count)
    #expect(reading.links == reading.wantedLinks)
    #expect(reading.missing().isEmpty)
  }

  @Test("Amounts that differ are found without a profile")
  func amounts() throws {
    #expect(try MadeReading("d1", .generic).finds("AG01", on: "detail/2"))
    #expect(try MadeReading("d2", .generic).finds("AG01", on: "detail/9"))
    #expect(try MadeReading("d3", .generic).finds("AG01", on: "detail/8"))
  }

  @Test("A total that is not the sum of its rows is found without a profile")
  func footing() throws {
    #expect(try MadeReading("d2", .generic).finds("FT01", on: "summary/total"))
  }

  @Test("Nothing else is called an error", arguments: ["d1", "d2", "d3"])
  func unplanted(_ name: String) throws {
    let reading = try MadeReading(name, .generic)
    let errors = reading.submission.findings.filter { $0.severity == .error }
    #expect(errors.count <= reading.truth["findings"].items.count, "\(errors.map(\.fingerprint))")
  }

  @Test("The damaged budget submission ties out without its profile, units told by the forms")
  func budget() throws {
    let bytes = try Corpus.bytes("budget-2024/submission.txt")
    var options = Options()
    options.isGeneric = true
    let submission = try Tieout.run([Input(name: "submission.txt", bytes: bytes)], options)
    #expect(submission.summary.rows.count == 44)
    #expect(submission.details.count == 44)
    #expect(submission.links.count == 44)
    #expect(submission.findings.allSatisfy { $0.severity < .error })
  }

  @Test("Fields bear the labels that are printed")
  func names() throws {
    let submission = try MadeReading("d3", .generic).submission
    let names = submission.profile.names
    #expect(names.contains("promoters_contribution"))
    #expect(names.contains("sum_bid_for"))
    #expect(try MadeReading("d1", .generic).submission.profile.names.contains("分管领导"))
  }

  @Test("A letter alone is no summary and no form, and nothing is made of it")
  func nothing() throws {
    var options = Options()
    options.isGeneric = true
    let letter = Array("To whom it may concern\n\nThe report is late.\n\nYours\n".utf8)
    let submission = try Tieout.run([Input(name: "letter.txt", bytes: letter)], options)
    #expect(submission.details.isEmpty)
    #expect(submission.summary.rows.isEmpty)
  }
}

@Suite("A profile that writes itself")
struct DraftTests {
  @Test("The draft is a profile as it stands", arguments: ["d1", "d2", "d3", "budget-2024"])
  func loads(_ name: String) throws {
    let file = name == "budget-2024" ? "submission.txt" : "vlm-n0.txt"
    let inputs = [Input(name: file, bytes: try Corpus.bytes("\(name)/\(file)"))]
    let yaml = try draftProfile(inputs)
    #expect(throws: Never.self) { try NamedProfile(yaml: yaml, name: "draft.yaml") }
    #expect(try draftProfile(inputs) == yaml, "the same papers give the same draft")
  }

  @Test(
    "Unedited, it reads the grants and finds what is wrong with their amounts and sums",
    arguments: ["vlm-n0.txt", "vlm-n1.txt", "vlm-n2.txt", "vlm-n3.txt"])
  func grants(_ file: String) throws {
    let reading = try MadeReading("d3", .draft, file)
    #expect(reading.missing().isEmpty)
    #expect(reading.finds("AG01", on: "detail/8"))
    #expect(reading.finds("FT04", on: "detail/2"))
  }

  @Test("A relation is proposed with its evidence, and its exceptions are named")
  func evidence() throws {
    let bytes = try Corpus.bytes("d3/vlm-n0.txt")
    let yaml = String(
      decoding: try draftProfile([Input(name: "d3.txt", bytes: bytes)]), as: UTF8.self)
    #expect(yaml.contains("# holds in 7 of 8 forms, not in detail/2\n  - {cross_foot: "))
    #expect(yaml.contains("# holds in 8 of 8 forms"))
  }

  @Test("An amount that mostly repeats another because the rest is nothing is a sum, no repetition")
  func noFalseRepetition() throws {
    let bytes = try Corpus.bytes("d2/vlm-n0.txt")
    let yaml = String(
      decoding: try draftProfile([Input(name: "d2.txt", bytes: bytes)]), as: UTF8.self)
    #expect(!yaml.contains("agree: detail."))
  }

  @Test("Papers in which nothing repeats are refused with a reason")
  func refused() {
    let letter = Input(name: "letter.txt", bytes: Array("Dear all\n\nNothing here.\n".utf8))
    #expect(throws: RunError.self) { try draftProfile([letter]) }
  }
}

@Suite("English grants by their profile")
struct GrantsTests {
  @Test(
    "All records, links and planted errors",
    arguments: ["vlm-n0.txt", "vlm-n1.txt", "vlm-n2.txt", "vlm-n3.txt"])
  func planted(_ file: String) throws {
    let reading = try MadeReading("d3", .usual, file)
    #expect(reading.submission.profile.id == "grants-en")
    #expect(reading.missing().isEmpty)
    #expect(reading.links == reading.wantedLinks)
    #expect(reading.finds("AG01", on: "detail/8"))
    #expect(reading.finds("FT04", on: "detail/2"))
    #expect(reading.finds("CP01", on: "detail/6"))
    #expect(reading.finds("RL01", on: "detail/3"))
  }

  @Test("Nothing unplanted is an error or a warning", arguments: ["vlm-n0.txt", "vlm-n1.txt"])
  func unplanted(_ file: String) throws {
    let reading = try MadeReading("d3", .usual, file)
    let grave = reading.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.count == 4, "\(grave.map(\.fingerprint))")
  }
}

@Suite("Drafts of papers that nobody would expect")
struct HostileDraftTests {
  @Test("Whatever repeats in a paper, the draft of it can be loaded", arguments: 0..<60)
  func loads(_ seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    let words = [
      "项目", "金额（元）", "*", ":", "\"a\\b\"", "#x", "Title", "title", "no 1", "A(1)", "A(2)",
      "合计", "1,200",
      "≥5", "", "－", "负责人", "负责人", "12%", "2024年3月1日", "x: y", "[z]", "{q", "- w", "'", "Ａ",
    ]
    var lines: [String] = []
    for _ in 0..<4 {
      var form: [String] = []
      var shape = SplitMix(seed: UInt64(seed) &* 7)
      for _ in 0..<12 {
        let count = Int.random(in: 1...5, using: &shape)
        let isConstant = Bool.random(using: &shape)
        let cells = (0..<count).map { _ in
          isConstant
            ? words.randomElement(using: &shape) ?? ""
            : words.randomElement(using: &generator) ?? ""
        }
        form.append(cells.joined(separator: "\t"))
        if Int.random(in: 0..<5, using: &shape) == 0 { form.append("") }
      }
      lines += form + [""]
    }
    let input = Input(name: "x.txt", bytes: Array(lines.joined(separator: "\n").utf8))
    guard let yaml = try? draftProfile([input]) else {
      // Nothing repeats: said so, and nothing else.
      let error = #expect(throws: RunError.self) { try draftProfile([input]) }
      #expect(error?.message.en.hasPrefix("Neither forms") == true, "\(error?.message.en ?? "")")
      return
    }
    #expect(throws: Never.self) { try NamedProfile(yaml: yaml, name: "x.yaml") }
  }
}
