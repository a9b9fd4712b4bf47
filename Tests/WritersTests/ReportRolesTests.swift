import Foundation
import Testing
import TieoutModel

@testable import TieoutWriters

@Suite("Words for what a figure is in its comparison")
struct ReportRolesTests {
  /// The roles that the checks' source gives to figures: `role: "…"`, `evidence("…"`, and the
  /// first of a pair with a field of an indicator.
  private static let roles: Set<String> = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Reconciliation")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let pattern =
      #/(?:role: |evidence\(|computed\(|\(|case \.\w+: )"([a-z-]+)"(?:,|\n|\)|$| *:)/#
    let given =
      #/role: "|evidence\("|computed\("|\("[a-z-]+", (?:indicator|names|bound|target)|case \.\w+: "/#
    var roles: Set<String> = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      guard file.pathExtension == "swift",
        let text = try? String(contentsOf: file, encoding: .utf8),
        text.contains("Evidence")
          || text.contains("evidence(") || text.contains("computed(")
      else { continue }
      for line in text.split(separator: "\n") where line.contains(given) {
        for match in line.matches(of: pattern) { roles.insert(String(match.output.1)) }
      }
    }
    return roles
  }()

  @Test("Every role that a check gives has its words")
  func complete() {
    #expect(Self.roles.isSuperset(of: ["bound", "parts", "repair", "rows", "summary-total"]))
    for role in Self.roles.sorted() {
      #expect(ReportRoles.word(role) != nil, "\(role) has no words")
    }
  }

  @Test("The Chinese words are Chinese, the English ones are not", arguments: roles.sorted())
  func languages(_ role: String) throws {
    let word = try #require(ReportRoles.word(role))
    #expect(word.zh.unicodeScalars.allSatisfy { $0.value >= 0x4E00 })
    #expect(word.en.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test("A field's name is shown as papers call it, and what nobody knows as it is")
  func others() {
    #expect(ReportRoles.word("no-such-role") == nil)
    let profile = Sample.submission.profile
    #expect(ReportPage(WriteOptions()).role("no-such-role", profile) == "no-such-role")
    #expect(ReportRoles.word("bound_unit", profile).en == "bound unit")
  }
}
