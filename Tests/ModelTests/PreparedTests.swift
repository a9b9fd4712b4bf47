import Testing

@testable import TieoutModel

@Suite("What is kept with a profile")
struct PreparedTests {
  /// A table that a stage might make.
  private struct Table: Equatable {
    var words: [String]
  }

  @Test("what was kept is given, and else made of the profile as it is")
  func kept() {
    var profile = Profile(id: "a", version: "1")
    #expect(profile.prepared { Table(words: [$0.id]) } == Table(words: ["a"]))
    profile.prepare { Table(words: [$0.id, $0.version]) }
    #expect(profile.prepared { _ in Table(words: []) } == Table(words: ["a", "1"]))
    // Each type is kept for itself.
    #expect(profile.prepared { _ in "made" } == "made")
  }

  @Test("a profile that is compiled anew keeps nothing of what it was")
  func dropped() {
    var profile = Profile(id: "a", version: "1")
    profile.prepare { _ in Table(words: ["old"]) }
    profile.compile()
    #expect(profile.prepared { _ in Table(words: ["new"]) } == Table(words: ["new"]))
  }
}
