import Testing
import Tieout
import TieoutMaking

@Suite("Made submissions")
struct MadeSubmissionTests {
  @Test("Damage that destroys nothing changes no value")
  func noise() throws {
    let result = try NoiseTrials(MadeSeries(documents: 4, projects: 8, seed: 1)).run()
    #expect(result.tallies.count == Noise.all.count + 3)
    #expect(result.tallies.allSatisfy { $0.values > 1_000 })
    #expect(result.harms == [])
  }

  @Test("Each kind of error is found, and nothing else is reported, however like an error it looks")
  func plants() throws {
    let series = MadeSeries(documents: Plant.all.count, projects: 9, seed: 3)
    let result = try PlantTrials(series).run()
    #expect(result.misses == [])
    #expect(Plant.Matter.allCases.allSatisfy { result.recall($0) == 1 })
    #expect(result.falseErrors + result.falseWarnings + result.falseReviews == 0)
  }

  @Test("Each kind of damage changes the page", arguments: Noise.all.indices)
  func damages(_ kind: Int) {
    let lines = Page.lines(Author.submission(projects: 8, seed: 1))
    var random = SplitMix(seed: 1)
    #expect(Noise.all[kind].apply(lines, percent: 50, &random) != lines)
  }

  @Test("Equal seeds give equal pages, other seeds other ones")
  func seeds() {
    func page(_ seed: UInt64) -> [String] {
      Page.lines(Author.submission(projects: 5, seed: seed))
    }
    #expect(page(1) == page(1))
    #expect(page(1) != page(2))
  }

  @Test(
    "Forms count in the money that their own caption names, else in the summary's",
    arguments: [true, false])
  func captions(isOnForms: Bool) throws {
    let lines = Page.lines(Author.submission(projects: 6, seed: 4)).map { line in
      let line = line.replacing("（万元）", with: "").replacing("万元", with: "元")
      return isOnForms && line.hasPrefix("填报单位") ? line + "    金额单位：元" : line
    }
    let text = lines.joined(separator: "\n")
    let submission = try Tieout.run([Input(name: "a.txt", bytes: Array(text.utf8))])
    // The goals' products were told in 万元, and are left out here.
    let alarms = submission.findings.filter { $0.severity > .note && $0.check != "NR01" }
    #expect(alarms.map(\.message.en) == [])
    let total = submission.profile.detail.total
    let units = submission.details.map { submission.profile.units.name($0[total]?.unit ?? .none) }
    #expect(units == Array(repeating: "元", count: 6))
  }
}
