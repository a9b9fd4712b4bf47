import Foundation
import Testing
import Tieout
import TieoutTestSupport

@Suite("The manual of checks")
struct ManualTests {
  @Test("Every registered check says what, why, by an example, when not, and how it decides")
  func complete() {
    for entry in Registry.catalogue {
      guard let manual = entry.manual else {
        Issue.record("\(entry.id) \(entry.name) has no manual")
        continue
      }
      let parts = [manual.what, manual.why, manual.example, manual.unless, manual.decided]
      for part in parts + [entry.title] {
        #expect(part.en.count > 3 && part.zh.count > 1, "\(entry.id)")
        #expect(part.zh.unicodeScalars.contains { $0.value > 0x2E80 }, "\(entry.id): \(part.zh)")
      }
    }
  }

  @Test("CHECKS.md is what stands beside the checks")
  func fresh() throws {
    try expectGolden(
      ManualWriter.markdown(Registry.catalogue), "../../\(ManualWriter.fileName)")
  }

  @Test("The checks that a manual refers to exist, or are announced")
  func references() {
    let known = Set(Registry.catalogue.map(\.id))
    let announced: Set<String> = ["RL03"]
    for entry in Registry.catalogue {
      guard let manual = entry.manual else { continue }
      for part in [manual.what, manual.why, manual.example, manual.unless, manual.decided] {
        for match in "\(part.en) \(part.zh)".matches(of: #/[A-Z]{2}[0-9]{2}/#) {
          let id = String(match.output)
          #expect(known.contains(id) || announced.contains(id), "\(entry.id) refers to \(id)")
        }
      }
    }
  }

  @Test("No finding is graver than its check says", arguments: Corpus.read)
  func gravest(_ path: String) throws {
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Corpus.bytes(path))])
    for finding in submission.findings {
      let manual = Registry.check(finding.check)?.manual
      guard let gravest = manual?.gravest else { continue }
      #expect(finding.severity <= gravest, "\(finding.fingerprint)")
    }
  }

  @Test("A check is found by its identifier, in any case, and by its name")
  func names() {
    #expect(Registry.check("AG01")?.id == "AG01")
    #expect(Registry.check("ag01")?.id == "AG01")
    #expect(Registry.check("foot-the-summary")?.id == "FT01")
    #expect(Registry.check("AG99") == nil)
  }
}
