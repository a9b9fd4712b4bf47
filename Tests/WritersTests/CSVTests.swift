import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

@Suite("The summary beside its forms, for spreadsheets")
struct CSVTests {
  private func lines(_ submission: Submission, _ options: WriteOptions = WriteOptions()) -> [String]
  {
    var output: [UInt8] = []
    CSVWriter.write(submission, options, into: &output)
    return String(decoding: output, as: UTF8.self).split(separator: "\r\n").map { String($0) }
  }

  /// A submission of one row with this text.
  private func submission(_ text: String) -> Submission {
    let bytes = Array(text.utf8)
    var maker = DocumentMaker()
    maker.source("a.txt") { $0.copy(bytes) }
    var profile = Profile(id: "p", version: "1")
    let slice = Slice(0..<bytes.count)
    let field = Field(name: profile.intern("goal"), printed: slice, value: .text(slice))
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.summary.rows = [
      Record(id: "summary/1", kind: .row, at: slice, fields: [field])
    ]
    return submission
  }

  @Test(
    "Text that begins like a formula gets an apostrophe",
    arguments: [
      ("=1+2", "'=1+2"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-a", "'-a"),
      ("@SUM(A1)", "'@SUM(A1)"), ("=A1,B1", "\"'=A1,B1\""), ("\rx", "\"'\rx\""),
      ("-1-1", "'-1-1"), ("+1.2.3", "'+1.2.3"), ("-1.", "'-1."),
    ])
  func formulas(_ text: String, _ cell: String) {
    #expect(lines(submission(text)).last?.hasPrefix("summary/1,\(cell),") == true)
  }

  @Test(
    "Numbers and other text stay as they are",
    arguments: ["-12.5", "+3", "-", "1=1", "a-b", "'", "≥90%", " =1"])
  func untouched(_ text: String) {
    #expect(lines(submission(text)).last?.hasPrefix("summary/1,\(text),") == true)
  }

  @Test("Quotes are doubled, and a comma or a quote puts the cell into quotes")
  func quotes() {
    #expect(lines(submission("a,\"b\"")).last?.hasPrefix("summary/1,\"a,\"\"b\"\"\",") == true)
  }

  @Test("A row stands beside its form, a row without one beside nothing")
  func sideBySide() {
    let lines = lines(ReportFixture.submission)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("record.id,project,amount,detail.id,detail.name,tieout.unit,"))
    #expect(lines[1].hasPrefix("summary/1,困难群众救助补助资金,1080.50,,,万元,1080.50,,,"))
    #expect(lines[2].hasPrefix("summary/2,执勤补贴,230.04,detail/1,执勤补贴,万元,230.04,230.4,-0.36,"))
    #expect(lines[3].hasPrefix("summary/total,合计,"))
  }

  @Test("A form that no row stands for is not left out")
  func unlinked() {
    var submission = ReportFixture.submission
    submission.setLinks([])
    #expect(lines(submission).last?.hasPrefix(",,,detail/1,执勤补贴,万元,,230.4,,") == true)
  }

  @Test("It begins with a byte order mark only where asked for")
  func byteOrderMark() {
    var options = WriteOptions()
    #expect(lines(Sample.submission, options)[0].hasPrefix("record.id"))
    options.hasByteOrderMark = true
    #expect(lines(Sample.submission, options)[0].hasPrefix("\u{FEFF}record.id"))
  }
}
