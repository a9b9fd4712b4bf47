import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

@Suite("Places that are looked up once for several formats")
struct KnownPlacesTests {
  /// A paper of one text with findings on figures that stand behind a character of another width.
  private static let submission = {
    var maker = DocumentMaker()
    maker.source("a.txt") { maker in
      maker.copy("汇总表\n1\t养老")
      maker.replace("２", with: "2", by: "fold-width")
      maker.copy("\t937.88\n合计\t938\n")
    }
    var submission = Submission(
      document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    submission.summary.rows = [
      Record(id: "summary/1", kind: .row, at: maker.slice("1\t养老2\t937.88"))
    ]
    let subject = Subject(record: "summary/1", field: "amount")
    submission.findings = ["937.88", "养老2", "938"].map { words in
      Finding(
        check: "AG01", severity: .error, verdict: .broken, subject: subject,
        message: Message(zh: "不同", en: "different"),
        values: [
          Finding.Evidence(role: "sum", subject: subject, printed: .none, value: "938"),
          Finding.Evidence(
            role: "amount", subject: subject, printed: maker.slice(words), value: words),
        ])
    }
    return submission
  }()

  private func written(_ submission: Submission) -> [[UInt8]] {
    let writers: [any Writer.Type] = [JSONWriter.self, XMLWriter.self]
    return [false, true].flatMap { isCompact in
      var options = WriteOptions()
      options.isCompact = isCompact
      return writers.map { writer in
        var output: [UInt8] = []
        writer.write(submission, options, into: &output)
        return output
      }
    }
  }

  @Test("are written as those that each format looks up for itself")
  func same() {
    var submission = Self.submission
    submission.findPlaces()
    #expect(submission.places.map(\.line) == [2, 2, 2, 3])
    #expect(submission.places.map(\.column) == [1, 7, 3, 4])
    #expect(written(submission) == written(Self.submission))
  }

  @Test("are told of nothing else, when findings have gone since")
  func stale() {
    var (submission, unasked) = (Self.submission, Self.submission)
    submission.findPlaces()
    submission.findings.removeFirst()
    unasked.findings.removeFirst()
    #expect(written(submission) == written(unasked))
  }

  @Test("are not kept of papers with pages, of which there is more to tell")
  func pages() {
    var submission = Sample.submission
    submission.findPlaces()
    #expect(submission.places.isEmpty)
  }
}
