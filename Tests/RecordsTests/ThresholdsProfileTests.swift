import Testing
import TieoutModel
import TieoutRecords

@Suite("A profile says what counts as a discrepancy")
struct ThresholdsProfileTests {
  private static func load(_ lines: String) throws(ProfileError) -> Profile {
    try ProfileLoader.load(
      Array("\(soundProfile)\n\(lines)".utf8), name: "grants.yaml", checks: ["AG01", "AG05"])
  }

  @Test("Everything can be said, and what is not said is left to the catalogue")
  func all() throws {
    let said = try Self.load(
      """
      thresholds: {trivial: 0.5, decimals: 2, rounding: either, exact: false}
      severity: {AG05: off, AG01: warning}
      """
    ).thresholds
    #expect(said.trivial == Quantity(digits: 5, scale: 1))
    #expect(said.decimals == 2)
    #expect(said.rounding == .either && said.isExact == false && said.width == 2)
    #expect(said.weights == ["AG05": .off, "AG01": .severity(.warning)])
    #expect(!said.runs("AG05") && said.runs("AG01"))
    #expect(try Self.load("").thresholds == Thresholds())
  }

  @Test(
    "Each mistake is named, with its place and what would help",
    arguments: [
      ("thresholds: {trivail: 1}", "There is no key “trivail”. Did you mean “trivial”?"),
      ("thresholds: {trivial: little}", "Expected an amount, found text “little”."),
      ("thresholds: {trivial: -1}", "Expected an amount, found text “-1”."),
      ("thresholds: {decimals: 9}", "Expected a whole number from 0 to 6, found text “9”."),
      ("thresholds: {rounding: up}", "There is no rounding “up”. Known: nearest, either."),
      ("thresholds: {exact: yes}", "Expected true or false, found text “yes”."),
      ("severity: {AG99: off}", "There is no check “AG99”. Did you mean “AG01”?"),
      ("severity: {AG01: eror}", "There is no severity “eror”. Did you mean “error”?"),
    ])
  func mistakes(_ line: String, _ complaint: String) throws {
    let error = try #require(throws: ProfileError.self) { try Self.load(line) }
    #expect(error.text(.english).hasSuffix(": \(complaint)"))
    #expect(error.line == 51)
    #expect(!error.text(.chinese).isEmpty)
  }
}
