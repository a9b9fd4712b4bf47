import Foundation
import Testing

@Suite("What the papers show is what the command does")
struct TranscriptTests {
  /// All papers that hold commands, by their path in the repository.
  static let papers: [String] = {
    let folder = "Tests/CommandTests/Transcripts"
    let transcripts =
      (try? FileManager.default.contentsOfDirectory(
        atPath: Built.repository.appending(path: folder).path)) ?? []
    let root = [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "PROFILES.md",
    ]
    return root + transcripts.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }()

  @Test("Every command prints what stands under it", arguments: papers)
  func transcript(_ paper: String) throws {
    let file = Built.repository.appending(path: paper)
    let text = try String(contentsOf: file, encoding: .utf8)
    let shell = try Shell()
    var accepted = text.components(separatedBy: "\n")
    var shift = 0
    for block in Transcript(text).blocks {
      var status: Int32 = 0
      for step in block {
        let outcome = try shell.run(step.command, previous: status)
        status = outcome.status
        var lines = outcome.output.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        if Transcript.matches(lines, step.expected) { continue }
        let first = step.line + shift
        accepted.replaceSubrange(first..<(first + step.expected.count), with: lines)
        shift += lines.count - step.expected.count
        Issue.record(
          """
          \(paper):\(step.line): $ \(step.command)
          printed:
          \(lines.joined(separator: "\n"))
          """)
      }
    }
    // UPDATE_TRANSCRIPTS=1 writes what was printed where it differs; review the change.
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      let updated = accepted.joined(separator: "\n")
      if updated != text { try updated.write(to: file, atomically: true, encoding: .utf8) }
    }
  }

  @Test("The papers hold commands at all")
  func notEmpty() throws {
    let readme = try String(
      contentsOf: Built.repository.appending(path: "README.md"), encoding: .utf8)
    #expect(!Transcript(readme).blocks.isEmpty)
    #expect(Self.papers.count > 6)
  }
}

@Suite("How transcripts are compared")
struct TranscriptMatchingTests {
  @Test(
    "An ellipsis stands for the rest of a line or for any lines",
    arguments: [
      (["a", "b"], ["a", "b"], true),
      (["a", "b"], ["a"], false),
      (["a"], ["a", "b"], false),
      (["a", "b", "c"], ["…", "c"], true),
      (["a", "b", "c"], ["…", "b"], false),
      (["c"], ["…", "c"], true),
      (["a", "b", "c", "b", "d"], ["a", "…", "b", "…", "d"], true),
      (["a", "b"], ["a", "b", "…", "b"], false),
      ([], ["…"], true),
      (["size 12 bytes"], ["size … bytes"], true),
      (["size 12 lines"], ["size … bytes"], false),
      (["total 5"], ["total…"], true),
      (["a 1 b 2 c"], ["a … b … c"], true),
      (["a 1 c"], ["a … b … c"], false),
    ])
  func matching(_ lines: [String], _ pattern: [String], _ isMatch: Bool) {
    #expect(Transcript.matches(lines, pattern) == isMatch)
  }

  @Test("A block is its commands, each with the lines under it")
  func parsing() {
    let text = "before\n```console\n$ one\n> more\nx\n\ny\n$ two\n```\n```swift\n$ three\n```"
    let steps = Transcript(text).blocks.flatMap { $0 }
    #expect(steps.map { $0.command } == ["one\nmore", "two"])
    #expect(steps.map { $0.expected } == [["x", "", "y"], []])
    #expect(steps.map { $0.line } == [4, 8])
  }
}
