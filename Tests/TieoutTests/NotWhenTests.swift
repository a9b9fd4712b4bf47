import Foundation
import Testing
import Tieout

@Suite("When a check stays silent")
struct NotWhenTests {
  @Test(
    "A check is silent for the reason that its manual gives, and fires without it",
    arguments: SilenceCase.all)
  func silent(_ one: SilenceCase) throws {
    var paper = try BarredPaper(named: one.paper, in: SilenceCase.folder)
    for change in one.fires { try paper.change(change) }
    let loud = try findings(paper)
    for change in one.quiet { try paper.change(change) }
    let quiet = try findings(paper)
    let heard = loud.filter { $0.check == one.check }
    let left = quiet.filter { $0.check == one.check }.map(\.verdict.rawValue)
    #expect(!heard.isEmpty, "it does not fire at all")
    if let verdict = one.stays {
      #expect(heard.contains { $0.verdict.rawValue != verdict })
      #expect(!left.isEmpty && left.allSatisfy { $0 == verdict }, "\(left)")
    } else {
      #expect(left == [], "it still fires")
    }
    if let other = one.instead { #expect(quiet.contains { $0.check == other }) }
  }

  @Test("Each reason of the manual has its case, and each case its reason")
  func complete() {
    let reasons = Registry.catalogue.flatMap { entry in
      Self.clauses(entry.manual?.unless.en ?? "").map { "\(entry.id) not when: \($0)" }
    }
    let cases = Set(SilenceCase.all.map { "\($0.check) not when: \($0.reason)" })
    #expect(Set(reasons).subtracting(cases).sorted() == [], "reasons without a case")
    #expect(cases.subtracting(reasons).sorted() == [], "cases without a reason")
  }

  @Test("Both languages give as many reasons")
  func languages() {
    for entry in Registry.catalogue {
      guard let reasons = entry.manual?.unless else { continue }
      let chinese = reasons.zh.split(whereSeparator: { "；。".contains($0) }).count
      #expect(Self.clauses(reasons.en).count == chinese, "\(entry.id)")
    }
  }

  @Test("Nothing is found in the papers that the cases change")
  func sound() throws {
    for name in Set(SilenceCase.all.map(\.paper)).sorted() {
      let found = try findings(BarredPaper(named: name, in: SilenceCase.folder))
      #expect(found.map(\.message.en) == [], "\(name)")
    }
  }

  private func findings(_ paper: BarredPaper) throws -> [Finding] {
    try Tieout.run([Input(name: "paper.txt", bytes: Array(paper.text.utf8))]).findings
  }

  /// The reasons in a manual's words, one by one.
  private static func clauses(_ text: String) -> [String] {
    text.replacing(". ", with: "; ").split(separator: ";").map { clause in
      clause.trimmingCharacters(in: CharacterSet(charactersIn: " ."))
    }
  }
}
