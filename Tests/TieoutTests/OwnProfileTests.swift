import Testing
import Tieout

@Suite("What a profile of one's own says of other papers and of their edges")
struct OwnProfileTests {
  private static let yaml = """
    include: [cn-common]
    profile: books
    version: "1"
    title: {zh: 书目, en: Books}
    excludes: [草案]
    boilerplate: [本表一式两份]
    summary:
      columns:
        - {name: seq, labels: [序号], type: sequence, means: sequence}
        - {name: title, labels: [书名], type: name, means: key, mandatory: true}
        - {name: price, labels: [价格], type: amount, unit: 元, means: amount}
      totals: [合计]
    detail:
      fields:
        - {name: title, labels: [书名], type: name, means: key, mandatory: true}
        - {name: price, labels: [价格], type: amount, unit: 元, means: total}
        - {name: words, labels: [], rest: true, line: true}
    """

  private func run(_ heading: String) throws -> Submission {
    var lines = [heading, "序号\t书名\t价格", "1\t河的声音\t32.50", "2\t山中来信\t41.00", "合计\t\t73.50"]
    for (title, price) in [("河的声音", "32.50"), ("山中来信", "41.00")] {
      lines += ["", "书名\t\(title)", "价格\t\(price)", "", "本表一式两份，编号不得涂改。"]
    }
    var options = Options()
    options.profiles = [
      try NamedProfile(yaml: Array(Self.yaml.utf8), name: "books.yaml"),
      try NamedProfile(id: "cn-procurement"),
    ]
    let text = lines.joined(separator: "\n")
    return try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
  }

  @Test("Lines that every paper repeats are no prose, and are not reported as unread")
  func boilerplate() throws {
    let submission = try run("书目")
    #expect(submission.profile.id == "books")
    #expect(submission.links.count == 2)
    let words = submission.profile.field("words")
    #expect(submission.details.allSatisfy { $0[words] == nil })
    #expect(submission.ledgerTotals().boilerplate > 0)
    #expect(submission.unplaced().allSatisfy { !submission.document.string($0).contains("一式") })
  }

  @Test("A paper with a word that the profile excludes is of another family")
  func excluded() throws {
    #expect(try run("书目（草案）").profile.id != "books")
  }
}
