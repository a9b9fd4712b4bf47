import Testing
import TieoutModel
import TieoutRecords

@Suite("Loading a profile")
struct ProfileLoaderTests {
  @Test("The small profile loads, so that each mistake below is the only one")
  func sound() throws {
    let profile = try ProfileLoader.load(Array(soundProfile.utf8), name: "grants.yaml")
    #expect(profile.id == "grants")
    #expect(profile.summary.columns.count == 4)
  }

  @Test("Each mistake is named, with its place and what would help", arguments: Mistake.all)
  func complaint(_ mistake: Mistake) throws {
    let broken = try mistake.brokenProfile()
    let error = try #require(throws: ProfileError.self) {
      try ProfileLoader.load(Array(broken.utf8), name: "grants.yaml")
    }
    #expect(error.text(.english) == "grants.yaml:" + mistake.english)
    #expect(error.text(.chinese) == "grants.yaml:" + mistake.chinese)
    #expect(error.description == error.text(.english))
  }

  @Test("There are as many mistakes as tests, and no two alike")
  func mistakes() {
    #expect(Set(Mistake.all.map(\.testDescription)).count == Mistake.all.count)
    #expect(Mistake.all.count > 60)
  }
}

/// One entry of the lists of mistakes.
struct Mistake: CustomTestStringConvertible {
  var testDescription = ""
  var was: [String] = []
  var now: [String] = []
  var english = ""
  var chinese = ""

  static let all: [Mistake] = {
    var all: [Mistake] = []
    let lists = [mistakesOfForm, mistakesInTables, mistakesInDetails, mistakesInRelations]
    for paragraph in lists.flatMap({ $0.split(separator: "\n\n") }) {
      var mistake = Mistake()
      for line in paragraph.split(separator: "\n") {
        let value = String(line.drop { $0 != ":" }.dropFirst(2))
        switch line.prefix(while: { $0 != ":" }) {
        case "was": mistake.was.append(value)
        case "now": mistake.now += value.isEmpty ? [] : [value]
        case "en": mistake.english = value
        case "zh": mistake.chinese = value
        default: mistake.testDescription = String(line)
        }
      }
      all.append(mistake)
    }
    return all
  }()

  /// The small profile with the mistake made, its indentation kept.
  func brokenProfile() throws -> String {
    var lines = soundProfile.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let places = lines.indices.filter { place in
      let rest = lines[place...]
      return rest.count >= was.count && zip(rest, was).allSatisfy { $0.hasSuffix($1) }
    }
    try #require(places.count == 1, "the lines stand in the profile once")
    let first = places[0]
    let indentation = lines[first].dropLast(was[0].count)
    lines.replaceSubrange(first..<(first + was.count), with: now.map { indentation + $0 })
    return lines.joined(separator: "\n")
  }
}
