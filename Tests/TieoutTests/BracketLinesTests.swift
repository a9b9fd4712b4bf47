import Testing
import Tieout

@Suite("Brackets around lines and behind labels")
struct BracketLinesTests {
  private static let yaml = """
    profile: notes
    version: "1"
    title: {zh: 便条, en: Notes}
    detail:
      title: {field: title, endings: [Note]}
      fields:
        - {name: key, labels: [a], type: name, means: key, line: true}
        - {name: sum, labels: [Sum], type: amount, line: true}
    """

  private func read(_ lines: [String]) throws -> Submission {
    var options = Options()
    options.profiles = [try NamedProfile(yaml: Array(Self.yaml.utf8), name: "notes.yaml")]
    return try Tieout.run(
      [Input(name: "x.txt", bytes: Array(lines.joined(separator: "\n").utf8))], options)
  }

  @Test("A label of one letter behind a wide bracket, and nothing else, breaks nothing")
  func short() throws {
    for line in ["（a:", "(a:", "(a:)", "（a:）", "（", "()", "（a", "(a)"] {
      #expect(throws: Never.self) { try read(["Note", line, "Note", line]) }
    }
  }

  @Test("What stands in brackets around a line is read, and its unit behind a label as well")
  func whole() throws {
    let submission = try read(["Note", "（a：roof）", "Sum (£): 120", "Note", "(a: wall)", "Sum: 90"])
    let values = submission.details.map { $0.fields.map { submission.text($0) } }
    #expect(values == [["Note", "roof", "120"], ["Note", "wall", "90"]])
    #expect(submission.unplaced().isEmpty)
  }
}
