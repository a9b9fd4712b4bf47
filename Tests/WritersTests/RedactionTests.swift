import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

@Suite("Names and numbers that must not be shown")
struct RedactionTests {
  /// A letter that names people, in plain text.
  private func submission(_ text: String, _ fields: [(String, FieldType, String)]) -> Submission {
    var maker = DocumentMaker()
    maker.source("a.txt") { $0.copy(Array(text.utf8)) }
    var profile = Profile(id: "p", version: "1")
    var record = Record(
      id: "detail/1", kind: .detail, at: Slice(0..<text.utf8.count), fields: [])
    for (name, type, value) in fields {
      var spec = FieldSpec(name: profile.intern(name))
      spec.type = type
      profile.detail.fields.append(spec)
      let slice = maker.slice(value)
      record.fields.append(Field(name: spec.name, printed: slice, value: .text(slice)))
    }
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.details = [record]
    return submission
  }

  private func text(_ submission: Submission) -> String {
    String(decoding: submission.document.text, as: UTF8.self)
  }

  @Test("A name is masked wherever it stands, and places stay where they were")
  func everywhere() {
    var submission = submission(
      "负责人\t林晓舟\n目标由林晓舟和 林 晓 舟 负责。", [("head", .person, "林晓舟")])
    let count = submission.document.text.count
    submission.redact([.person])
    #expect(text(submission) == "负责人\t＊＊Ａ\n目标由＊＊Ａ和 ＊ ＊ Ａ 负责。")
    #expect(submission.document.text.count == count)
    #expect(submission.document.bytes == submission.document.text)
    #expect(submission.redactions == [Redaction(type: .person, values: 1, places: 3)])
  }

  @Test("Two people have two masks, one person has one")
  func consistent() {
    var submission = submission(
      "林晓舟\n何远\n林晓舟", [("head", .person, "林晓舟"), ("other", .person, "何远")])
    submission.redact([.person])
    #expect(text(submission) == "＊＊Ａ\n＊Ｂ\n＊＊Ａ")
  }

  @Test(
    "A telephone number is known with other separators and widths, but not inside a longer number")
  func phones() {
    var submission = submission(
      "0571-88886666\n057188886666\n(0571)8888 6666\n９0571888866661\n8888",
      [("phone", .phone, "0571-88886666")])
    submission.redact([.phone])
    #expect(
      text(submission)
        == "****-*******1\n***********1\n(****)**** ***1\n９0571888866661\n8888")
  }

  @Test("A short value is masked in its field and looked for nowhere else")
  func short() {
    var submission = submission(
      "内线\t8021\n金额\t8021.50", [("extension", .phone, "8021")])
    submission.redact([.phone])
    #expect(text(submission) == "内线\t****\n金额\t8021.50")
  }

  @Test("What is not asked for stays")
  func others() {
    var submission = submission("林晓舟 13800001111", [("head", .person, "林晓舟")])
    submission.redact([.phone])
    #expect(text(submission) == "林晓舟 13800001111")
    submission.redact([])
    #expect(submission.redactions.count == 1)
  }

  @Test("Words about the papers are masked as the papers are")
  func words() {
    var submission = submission("林晓舟", [("head", .person, "林晓舟")])
    submission.findings = [
      Finding(
        check: "NM05", severity: .review, verdict: .broken, subject: Subject(record: "detail/1"),
        message: Message(zh: "负责人林晓舟不同。", en: "The head, 林晓舟, differs."))
    ]
    submission.redact([.person])
    #expect(submission.findings[0].message.zh == "负责人＊＊Ａ不同。")
    #expect(submission.findings[0].message.en == "The head, ＊＊Ａ, differs.")
  }
}
