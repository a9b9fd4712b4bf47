import Testing
import Tieout

@Suite("What counts as a discrepancy can be said")
struct ThresholdTests {
  private static func run(_ change: (inout Thresholds) -> Void) throws -> Submission {
    var options = Options()
    change(&options.thresholds)
    return try Tieout.run(
      [Input(name: "x.txt", bytes: Corpus.bytes("budget-2024/submission.txt"))], options)
  }

  private static func verdict(_ check: String, _ submission: Submission) -> Verdict? {
    submission.findings.first { $0.check == check }?.verdict
  }

  @Test("Without anything said, rounding passes as rounding")
  func standard() throws {
    #expect(try Self.verdict("FT01", Self.run { _ in }) == .rounded)
  }

  @Test("Exact lets nothing pass that is not equal to the digit")
  func exact() throws {
    let submission = try Self.run { $0.isExact = true }
    // The forms' figures have more decimals than the summary's.
    #expect(submission.findings.contains { $0.check == "AG01" && $0.verdict == .broken })
    #expect(submission.tally.rounded == 0 && submission.tally.coarse == 0)
  }

  @Test("Figures that may have been cut off are allowed for")
  func either() throws {
    let standard = try Self.run { _ in }
    let wide = try Self.run { $0.rounding = .either }
    #expect(wide.tally.broken < standard.tally.broken)
  }

  @Test("Trivial differences are notes, and say so; greater ones stay what they are")
  func trivial() throws {
    let standard = try Self.run { _ in }
    let submission = try Self.run { $0.trivial = Quantity(digits: 1, scale: 0) }
    let notes = submission.findings.filter { $0.message.en.contains("Trivial: not more than 1 万元") }
    #expect(!notes.isEmpty)
    #expect(notes.allSatisfy { $0.severity == .note })
    let great = submission.findings.filter { $0.difference == "36.00" }
    #expect(!great.isEmpty)
    #expect(great.allSatisfy { $0.severity == .warning })
    #expect(submission.findings.count == standard.findings.count)
  }

  @Test("A check that is off neither finds nor counts")
  func off() throws {
    let submission = try Self.run { $0.weights["AG02"] = .off }
    #expect(!submission.findings.contains { $0.check == "AG02" })
    #expect(!submission.tallies.contains { $0.check == "AG02" })
  }

  @Test("A check can weigh otherwise, and findings are sorted by what they weigh")
  func weight() throws {
    let submission = try Self.run { $0.weights["NM01"] = .severity(.error) }
    #expect(submission.findings.first?.check == "NM01")
    let names = submission.findings.filter { $0.check == "NM01" }
    #expect(names.allSatisfy { $0.severity == .error })
  }

  @Test("What the caller says goes before what the profile says")
  func order() throws {
    var profile = Thresholds()
    profile.decimals = 3
    profile.weights = ["AG01": .off, "NM01": .off]
    var caller = Thresholds()
    caller.weights = ["AG01": .severity(.note)]
    let both = profile.overridden(by: caller)
    #expect(both.decimals == 3)
    #expect(both.weights == ["AG01": .severity(.note), "NM01": .off])
  }

  @Test("The counts of the checks add up to all counts", arguments: Corpus.read)
  func tallies(_ path: String) throws {
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Corpus.bytes(path))])
    for verdict in Verdict.allCases {
      let sum = submission.tallies.reduce(0) { $0 + $1.tally[verdict] }
      #expect(sum == submission.tally[verdict])
    }
  }

  @Test("Ticks are listed where they are asked for, and change nothing else")
  func ticks() throws {
    let input = Input(name: "x.txt", bytes: try Corpus.bytes("budget-2024/submission.txt"))
    let plain = try Tieout.run([input])
    var options = Options()
    options.isTicking = true
    let ticking = try Tieout.run([input], options)
    #expect(plain.ticks.isEmpty)
    #expect(plain.written(JSONWriter.self) == ticking.written(JSONWriter.self))
    let agreed = ticking.tallies.first { $0.check == "AG01" }?.tally.exact
    #expect(ticking.ticks.count { $0.check == "AG01" } == agreed)
    #expect(ticking.ticks.allSatisfy { $0.values.count > 1 })
  }
}

@Suite("What has changed since an earlier run")
struct BaselineTests {
  private static func findings(_ text: String, _ baseline: Baseline? = nil) throws -> Submission {
    var options = Options()
    options.baseline = baseline
    return try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
  }

  @Test("The same papers have nothing new")
  func same() throws {
    let text = String(decoding: try Corpus.bytes("budget-2024/submission.txt"), as: UTF8.self)
    let json = try Self.findings(text).written(FindingsWriter.self)
    let again = try Self.findings(text, Baseline(json: json, name: "f.json"))
    let comparison = try #require(again.comparison)
    #expect(comparison.new.isEmpty && comparison.changed.isEmpty && comparison.gone.isEmpty)
    #expect(comparison.same == again.findings.count)
  }

  @Test("What was mended is gone, what is worse is new, what is otherwise has changed")
  func changed() throws {
    let text = String(decoding: try Corpus.bytes("budget-2024/submission.txt"), as: UTF8.self)
    let json = try Self.findings(text).written(JSONWriter.self)
    let later =
      text.replacing("2384.82", with: "2348.82").replacing("≤511.62万元", with: "≤511.61万元")
    let submission = try Self.findings(later, Baseline(json: json, name: "f.json"))
    let comparison = try #require(submission.comparison)
    #expect(comparison.gone.contains { $0.fingerprint.hasSuffix(":indicators[3].target:target") })
    #expect(comparison.changed.contains { submission.findings[$0].check == "AG02" })
    let output = JSON(submission.written(FindingsWriter.self))
    #expect(output["baseline"]["gone"].items.count == comparison.gone.count)
    #expect(Contract.validate(json: submission.written(FindingsWriter.self)).isEmpty)
  }

  @Test("Another file is refused")
  func foreign() { #expect(throws: RunError.self) { try Baseline(json: [0x7B, 0x7D], name: "x") } }
}
