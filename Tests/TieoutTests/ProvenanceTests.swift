import Testing
import Tieout

@Suite("Every value can be found on the paper")
struct ProvenanceTests {
  @Test("The bytes at a value's place, with its edits, are what is printed", arguments: Corpus.read)
  func everyField(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let audit = try ProvenanceAudit(Outcome(bytes).json, bytes)
    for complaint in audit.complaints.prefix(20) {
      Issue.record("\(complaint.place): \(complaint.kind)")
    }
    #expect(audit.complaints.isEmpty)
    #expect(audit.fields > 100)
  }

  @Test(
    "In every format, the bytes of the file at a value's place, with its edits, are what is printed",
    arguments: [
      "d1/md-pipe-n2.md", "d2/md-html-paddlevl-n2.md", "d1/wiredtable.md", "d1/rapidocr.json",
      "d1/tesseract.tsv", "d1/tesseract.hocr", "d1/tesseract.alto.xml",
    ])
  func everyFormat(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let audit = try ProvenanceAudit(Outcome(bytes).json, bytes)
    for complaint in audit.complaints.prefix(20) {
      Issue.record("\(complaint.place): \(complaint.kind)")
    }
    #expect(audit.fields > 100)
  }

  @Test("All fields of the budget submission are looked at")
  func count() throws {
    let bytes = try Corpus.bytes("budget-2024/submission.txt")
    let audit = try ProvenanceAudit(Budget.outcome.get().json, bytes)
    // Fields with a value, counted over rows, total, captions, letter, forms and their parts.
    #expect(audit.fields > 4300)
    #expect(audit.withEdits > 200)
    #expect(audit.withRepairs > 150)
  }

  @Test(
    "A value of a finding is the text of the one cell at its place, or what that text means",
    arguments: Corpus.read)
  func everyFindingsValue(_ path: String) throws {
    let submission = try Outcome(Corpus.bytes(path)).submission
    var count = 0
    for finding in submission.findings {
      for value in finding.values where !value.printed.isEmpty {
        count += 1
        let printed = submission.document.string(value.printed)
        let text = submission.document.text
        let isMeant =
          Quantity.read(text, value.printed.range)?.quantity.description == value.value
          || submission.profile.terms.contains(value.value)
        #expect(printed == value.value || isMeant, "\(finding.fingerprint): \(value.value)")
        let isOneCell = !text[value.printed.range].contains(0x09)
        #expect(isOneCell, "\(finding.fingerprint): \(value.value)")
      }
    }
    #expect(count > 0)
  }

  @Test("An audit notices a wrong byte, a wrong line, a lost edit and an unknown repair")
  func auditNotices() throws {
    func complaints(_ field: String) -> [String] {
      let json = JSON(
        Array(
          #"{"repairs":[{"id":"r1"}],"details":[{"id":"d","at":{"source":0},"fields":{"a":\#(field)}}]}"#
            .utf8))
      return ProvenanceAudit(json, Array("一\n二 三\n".utf8)).complaints.map { $0.kind }
    }
    let edit = #""edits":[{"rule":"space","bytes":[7,8],"after":""}]"#
    #expect(
      complaints(#"{"value":"二三","at":{"line":2,"column":1,"bytes":[4,11]},\#(edit)}"#) == [])
    #expect(
      complaints(#"{"value":"二三","at":{"line":2,"column":1,"bytes":[4,11]}}"#)
        == ["its bytes are something else"])
    #expect(
      complaints(#"{"value":"二","at":{"line":1,"column":1,"bytes":[4,7]}}"#)
        == ["its line is not that of its bytes"])
    #expect(
      complaints(#"{"value":"三","at":{"line":2,"column":2,"bytes":[8,11]}}"#)
        == ["its column is not that of its bytes"])
    #expect(
      complaints(#"{"value":"三","at":{"line":2,"column":3,"bytes":[8,11]},"repairs":["r2"]}"#)
        == ["it names a repair that is not there"])
    #expect(
      complaints(#"{"value":"三","at":{"line":2,"column":3,"bytes":[8,21]}}"#)
        == ["its bytes are not in the source"])
  }
}
