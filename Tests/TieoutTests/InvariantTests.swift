import Foundation
import Testing
import Tieout

/// The sources of the package, as text.
enum Sources {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// One Swift file: its target's folder, its path, its lines.
  struct File: Sendable {
    var target: String
    var path: String
    var text: String

    /// The modules that it imports.
    var imports: [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"),
          words[..<index].allSatisfy({
            ["public", "internal", "package", "private", "fileprivate", "@_exported", "@testable"]
              .contains($0)
          })
        else { return nil }
        return words.last.map { String($0) }
      }
    }
  }

  /// All Swift files under a folder of the repository.
  static func files(_ folder: String) -> [File] {
    let root = repository.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      let target = path.split(separator: "/").first.map { String($0) } ?? ""
      return File(target: target, path: path, text: text ?? "")
    }
  }
}

@Suite("What must not be there")
struct InvariantTests {
  private static let sources = Sources.files("Sources")

  /// What each target may import, by folder.
  private static let allowed: [String: Set<String>] = [
    "Model": [],
    "Markup": ["CLibXML2"],
    "Readers": ["TieoutModel", "TieoutMarkup"],
    "Stages": ["TieoutModel"],
    "Records": ["TieoutModel", "CYAML"],
    "Reconciliation": ["TieoutModel"],
    "Writers": ["TieoutModel", "TieoutMarkup", "Crypto", "CZlib", "CSQLite"],
    "Tieout": [
      "TieoutModel", "TieoutReaders", "TieoutStages", "TieoutRecords", "TieoutReconciliation",
      "TieoutWriters", "TieoutMarkup", "Crypto",
    ],
    "Command": ["Tieout", "ArgumentParser", "Glibc", "Darwin", "Synchronization"],
  ]

  @Test("The sources are found, every target among them")
  func found() {
    #expect(Set(Self.sources.map { $0.target }) == Set(Self.allowed.keys))
    #expect(Self.sources.contains { $0.imports.contains("TieoutModel") })
  }

  @Test("A target imports what is under it and never a sibling", arguments: allowed.keys.sorted())
  func imports(_ target: String) {
    for file in Self.sources where file.target == target {
      let strangers = Set(file.imports).subtracting(Self.allowed[target] ?? [])
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
    }
  }

  @Test("Only four files of the command talk to the operating system")
  func system() {
    let files = Self.sources.filter { !Set($0.imports).isDisjoint(with: ["Glibc", "Darwin"]) }
    #expect(
      files.map { $0.path } == [
        "Command/Files+Writing.swift", "Command/Files.swift", "Command/Signals.swift",
        "Command/Threads.swift",
      ])
  }

  @Test("Nothing but the command prints")
  func silent() {
    for file in Self.sources where file.target != "Command" {
      let prints = file.text.contains(#/\b(print|debugPrint|dump)\(/#)
      #expect(!prints, "\(file.path) prints")
    }
  }

  @Test("Only the report's page writes a terminal's escape character")
  func escapes() {
    let files = Self.sources.filter { $0.text.contains(#"\u{1B}["#) }
    #expect(files.map { $0.path } == ["Writers/Report/ReportPage.swift"])
  }

  @Test("Nothing in the sources forces or traps on purpose")
  func traps() {
    for file in Self.sources {
      let trap = ["fatalError(", "try!", "as!"].first { file.text.contains($0) }
      #expect(trap == nil, "\(file.path)")
    }
  }

  @Test("Unsafe code stands in the files that ARCHITECTURE.md names, and nowhere else")
  func unsafeFiles() throws {
    let architecture = try String(
      contentsOf: Sources.repository.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let files = Self.sources.filter {
      $0.text.split(separator: "\n").contains { line in
        let code = line.prefix { $0 != "/" || !line.contains("//") }
        return code.contains(#/\bunsafe\b/#)
      }
    }
    #expect(!files.isEmpty)
    for file in files {
      let isNamed = architecture.contains("`Sources/\(file.path)`")
      #expect(isNamed, "\(file.path) is not in ARCHITECTURE.md")
    }
  }

  @Test("No file is longer than two ideas")
  func length() {
    for file in Self.sources + Sources.files("Tests") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 301, "\(file.path) has \(lines) lines")
    }
  }

  @Test(
    "A built-in profile knows nothing of the corpora",
    arguments: Registry.profiles + ["cn-common", "en-common"])
  func profiles(_ id: String) throws {
    let yaml = try String(
      contentsOf: Sources.repository.appending(path: "Sources/Records/Profiles/\(id).yaml"),
      encoding: .utf8)
    for name in ["d1", "d2", "d3"] {
      let truth = try Corpus.json("\(name)/truth.json")
      let records = truth["summary"]["rows"].items + truth["forms"].items
      for key in [
        "project_name", "unit_name", "dept_name", "applicant", "lead", "leader", "phone", "ref",
        "amount", "total",
      ] {
        for word in records.compactMap({ $0[key].string }) where word.count > 2 {
          #expect(!yaml.contains(word), "\(word) in \(id)")
        }
      }
    }
    let paper = try Corpus.json("budget-2024/records.json")
    for record in paper["summary"].items + paper["forms"].items {
      for key in [
        "project", "amount", "total", "head", "head_phone", "finance_head", "finance_phone", "goal",
      ] {
        // A total of 120 names nothing.
        for word in [record[key].string].compactMap({ $0 }) where word.utf8.count > 5 {
          #expect(!yaml.contains(word), "\(word) in \(id)")
        }
      }
    }
    // Invented towns, provinces and bodies of the fictional submissions.
    for name in ["青汇", "北辰", "云栖", "桐汀", "苕川", "嘉澜", "Ashmere"] {
      #expect(!yaml.contains(name), "\(name) in \(id)")
    }
    #expect(yaml.contains("profile: \(id)") || id.hasSuffix("-common"))
  }
}

@Suite("The registries")
struct RegistryTests {
  /// The text of all tests, where cases must be.
  private static let tests = Sources.files("Tests").map { $0.text }.joined()

  @Test("Every check and writer has its cases")
  func cases() {
    let types: [Any.Type] =
      Registry.checks.map { $0 as Any.Type } + Registry.writers.map { $0 as Any.Type }
    #expect(types.count > 8)
    for type in types {
      let name = String(describing: type)
      let hasCases = Self.tests.contains(name)
      #expect(hasCases, "no test names \(name)")
    }
  }

  @Test("Every reader and stage has a folder of cases, and every such folder is registered")
  func caseFolders() throws {
    let readers = try Self.folders("Tests/ReadersTests/Cases")
    #expect(readers == Registry.readers.map { $0.format }.sorted())
    let stages = try Self.folders("Tests/StagesTests/Cases")
    #expect(stages == Registry.stages.map { $0.name }.sorted())
  }

  private static func folders(_ path: String) throws -> [String] {
    let url = Sources.repository.appending(path: path)
    return try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("Names are unique")
  func unique() {
    let formats = Registry.readers.map { $0.format }
    #expect(Set(formats).count == formats.count)
    let outputs = Registry.writers.map { $0.format }
    #expect(Set(outputs).count == outputs.count)
    let files = Registry.writers.map { $0.fileName }
    #expect(Set(files).count == files.count)
    let stages = Registry.stages.map { $0.name }
    #expect(Set(stages).count == stages.count)
    let checks = Registry.checks.map { $0.entry.id }
    #expect(Set(checks).count == checks.count)
  }
}
