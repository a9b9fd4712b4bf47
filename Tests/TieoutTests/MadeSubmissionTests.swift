import Testing
import TieoutMaking

@Suite("Made submissions")
struct MadeSubmissionTests {
  @Test("Damage that destroys nothing changes no value")
  func noise() throws {
    let result = try NoiseTrials(documents: 4, projects: 8, seed: 1).run()
    #expect(result.tallies.count == Noise.all.count + 3)
    #expect(result.tallies.allSatisfy { $0.values > 1_000 })
    #expect(result.harms == [])
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
}
