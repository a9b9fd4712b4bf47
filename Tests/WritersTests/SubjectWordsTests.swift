import Testing
import TieoutModel
import TieoutWriters

@Suite("What people call records and fields")
struct SubjectWordsTests {
  private func report(_ field: String, _ language: Language) -> String {
    var submission = Sample.submission
    submission.findings = [
      Finding(
        check: "AG03", severity: .error, verdict: .broken,
        subject: Subject(record: "detail/1", field: field), message: Message(zh: "一", en: "a"))
    ]
    var options = WriteOptions()
    options.language = language
    var output: [UInt8] = []
    MarkdownReport.write(submission, options, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("A part of a form is counted from one, and its field has a word")
  func part() {
    #expect(report("indicators[3].target", .chinese).contains("指标4 · 目标值"))
    #expect(report("indicators[3].bound", .chinese).contains("指标4 · 指标值"))
    #expect(report("indicators[3].bound_unit", .english).contains("indicator 4 · bound unit"))
  }

  @Test("A form is called a form; its identifier stands behind it")
  func record() {
    #expect(report("total", .chinese).contains("明细表1"))
    #expect(report("total", .english).contains("form 1"))
    #expect(report("total", .english).contains("(detail/1 total)"))
  }

  @Test("A path that names nothing known stands as it is")
  func unknown() {
    #expect(report("never[0]", .english).contains("· never"))
  }
}
