import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

@Suite("The database that engineers query")
struct SQLiteTests {
  private func file(_ submission: Submission) -> [UInt8] {
    var output: [UInt8] = []
    SQLiteWriter.write(submission, WriteOptions(), into: &output)
    return output
  }

  @Test("It is a database of SQLite, the same for the same papers")
  func bytes() {
    let first = file(ReportFixture.submission)
    #expect(first.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(first == file(ReportFixture.submission))
    #expect(file(Sample.submission).count > 4096)
  }

  @Test("Characters that end statements are characters")
  func hostile() {
    let bytes = Array("'); DROP TABLE fields; --\u{1}".utf8)
    var maker = DocumentMaker()
    maker.source("a'.txt") { $0.copy(bytes) }
    var profile = Profile(id: "p", version: "1")
    let slice = Slice(0..<bytes.count)
    let field = Field(name: profile.intern("goal"), printed: slice, value: .text(slice))
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.details = [Record(id: "detail/1", kind: .detail, at: slice, fields: [field])]
    let text = String(decoding: file(submission), as: UTF8.self)
    #expect(text.contains("'); DROP TABLE fields; --"))
    #expect(text.contains("CREATE TABLE fields"))
  }
}
