import Foundation
import Testing
import Tieout

/// What README.md shows under “The library”: the lines between the marks are the same.
enum LibraryExample {
  static func findings(_ path: String) throws -> [String] {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }
    // README begins
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var options = Options()
    options.isCancelled = { Task.isCancelled }
    let submission = try Tieout.run([Input(name: "submission.txt", bytes: bytes)], options)

    for finding in submission.findings where finding.severity >= .warning {
      print("\(finding.check) \(finding.subject.record): \(finding.message.en)")
    }
    var json: [UInt8] = []
    JSONWriter.write(submission, WriteOptions(), into: &json)
    // README ends
    lines.append(String(decoding: json.prefix(1), as: UTF8.self))
    return lines
  }
}

@Suite("The library as README.md shows it")
struct LibraryExampleTests {
  @Test("It runs")
  func runs() throws {
    let file = Sources.repository.appending(path: "Corpus/budget-2024/submission.txt")
    #expect(try LibraryExample.findings(file.path).last == "{")
  }

  @Test("In a task that is cancelled it ends")
  func cancelled() async {
    let file = Sources.repository.appending(path: "Corpus/budget-2024/submission.txt").path
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try LibraryExample.findings(file)
    }
    task.cancel()
    await #expect(throws: RunError.cancelled) { try await task.value }
  }

  @Test("It is what README.md shows")
  func isShown() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Sources.repository.appending(path: path), encoding: .utf8)
    }
    let lines = try text("Tests/TieoutTests/LibraryExample.swift").components(separatedBy: "\n")
    let begin = try #require(lines.firstIndex { $0.hasSuffix("// README begins") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// README ends") })
    let example = lines[(begin + 1)..<end].map { $0.isEmpty ? "" : String($0.dropFirst(4)) }
    #expect(try text("README.md").contains(example.joined(separator: "\n")))
  }
}
