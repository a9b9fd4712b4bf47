import Testing
import TieoutModel

@Suite("Which form a row is linked to, and which row a form")
struct LinkPlacesTests {
  /// Three rows and three forms: row 0 is surely form 2, row 2 perhaps form 0, row 1 none.
  private static let submission: Submission = {
    var submission = Submission(
      document: Document(), profile: Profile(id: "made", version: "1"), profileScore: 0)
    for number in 1...3 {
      submission.summary.rows.append(Record(id: "summary/\(number)", kind: .row, at: .none))
      submission.details.append(Record(id: "detail/\(number)", kind: .detail, at: .none))
    }
    submission.setLinks([
      Link(row: 2, detail: 0, weight: 100, evidence: [], isUnsure: true),
      Link(row: 0, detail: 2, weight: 900, evidence: []),
    ])
    return submission
  }()

  @Test("Links stand in the order of their rows")
  func order() {
    #expect(Self.submission.links.map(\.row) == [0, 2])
  }

  @Test("Both sides name each other; what is linked to nothing has no partner")
  func partners() {
    #expect((0..<4).map { Self.submission.detail(ofRow: $0) } == [2, nil, 0, nil])
    #expect((0..<4).map { Self.submission.row(ofDetail: $0) } == [2, nil, 0, nil])
  }

  @Test("A pair that is not sure has no sure partner")
  func sure() {
    #expect((0..<4).map { Self.submission.sureDetail(ofRow: $0) } == [2, nil, nil, nil])
    #expect((0..<4).map { Self.submission.sureRow(ofDetail: $0) } == [nil, nil, 0, nil])
  }

  @Test("The places are those that the links name")
  func links() {
    for row in 0..<3 {
      #expect(Self.submission.detail(ofRow: row) == Self.submission.link(ofRow: row)?.detail)
    }
    for form in 0..<3 {
      #expect(Self.submission.row(ofDetail: form) == Self.submission.link(ofDetail: form)?.row)
    }
  }
}
