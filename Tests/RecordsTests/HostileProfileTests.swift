import Testing
import TieoutModel
import TieoutRecords

/// Files that are no profiles at all, and some that were made to do harm.
@Suite("Files that are no profiles")
struct HostileProfileTests {
  private func complaint(_ bytes: [UInt8]) throws -> String {
    try #require(throws: ProfileError.self) {
      try ProfileLoader.load(bytes, name: "x.yaml")
    }.description
  }

  @Test(
    "A file without content holds nothing", arguments: ["", "\n\n", "# a remark\n", "---\n...\n"])
  func empty(_ text: String) throws {
    let complaint = try complaint(Array(text.utf8))
    let known = ["x.yaml:1:1: The file holds nothing.", "found nothing"]
    #expect(known.contains { complaint.contains($0) }, "\(complaint)")
  }

  @Test(
    "A file of another kind is not taken for a profile", arguments: ["hello", "- a\n- b", "42"])
  func otherContent(_ text: String) throws {
    #expect(
      try complaint(Array(text.utf8)).hasPrefix("x.yaml:1:1: Expected keys and values, found "))
  }

  @Test("A profile without tables is refused")
  func noTables() throws {
    let text = "profile: x\nversion: 1\ntitle: {zh: 甲, en: A}\n"
    #expect(
      try complaint(Array(text.utf8))
        == "x.yaml:1:1: There is neither “summary” nor “detail”. "
        + "Describe the summary, the detail forms or both.")
  }

  @Test("Bytes that are not UTF-8 are shown where they stand")
  func encoding() throws {
    let bytes = Array("profile: x\ntitle: 甲".utf8) + [0xB2, 0xB9]
    #expect(
      try complaint(bytes) == "x.yaml:2:9: The file is not UTF-8. Save it as UTF-8.")
  }

  @Test("A control character is shown where it stands")
  func control() throws {
    let complaint = try complaint(Array("profile: x\ntitle: 甲\u{1}".utf8))
    #expect(complaint.hasPrefix("x.yaml:2:9: This is not YAML (control characters"))
  }

  @Test("A file that is too large is not read")
  func size() throws {
    #expect(
      try complaint(Array(repeating: 0x23, count: 200_000))
        == "x.yaml:1:1: The file has more than 128 KB.")
  }

  @Test("A thousand brackets are refused", arguments: [900, 20_000])
  func depth(_ count: Int) throws {
    let complaint = try complaint(Array(repeating: 0x5B, count: count))
    #expect(complaint.contains("This is not YAML"))
  }

  @Test("Lists in lists without end are refused where they become too deep")
  func steps() throws {
    let text = String(repeating: "- ", count: 20_000) + "x"
    #expect(
      try complaint(Array(text.utf8)).hasPrefix(
        "x.yaml:1:129: This is not YAML (lists and keys lie too deep in one another)"))
  }

  @Test("A reference stands for what it names")
  func reference() throws {
    let text =
      soundProfile.replacing("totals: [合计]", with: "totals: &sums [合计]") + "\nexcludes: *sums\n"
    #expect(try ProfileLoader.load(Array(text.utf8), name: "x.yaml").excludes == ["合计"])
  }

  @Test("References that lie too deep in one another are refused")
  func deepReferences() throws {
    let text = "- &a [x]\n" + String(repeating: "- &a [*a]\n", count: 10_000)
    #expect(try complaint(Array(text.utf8)).contains("lists and keys lie too deep in one another"))
  }

  @Test("References that multiply are refused")
  func laughs() throws {
    var text = "profile: &a [x, x, x, x, x, x, x, x, x]\n"
    for name in "bcdefghijklmnop" {
      let before = Character(UnicodeScalar(name.asciiValue.map { $0 - 1 } ?? 0))
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",")
      text += "]\n"
    }
    #expect(try complaint(Array(text.utf8)).contains("references stand for too many values"))
  }

  @Test("A reference to nothing is shown")
  func dangling() throws {
    #expect(try complaint(Array("profile: *x".utf8)).hasPrefix("x.yaml:1:10: This is not YAML"))
  }

  @Test("Units are numbered in a byte, and one more is refused")
  func units() throws {
    let units = (1...260).map { "u\($0)" }.joined(separator: ", ")
    let text = soundProfile.replacing(#"other: ["%","#, with: "other: [\(units),")
    #expect(try complaint(Array(text.utf8)).contains("There are more than 254 units"))
  }

  @Test("Groups are numbered in a byte, and one more is refused")
  func groups() throws {
    let groups = (1...255).map {
      "    - {name: g\($0), kind: parts, columns: [{name: a, role: amount}]}\n"
    }
    let text = soundProfile.replacing("  groups:\n", with: "  groups:\n" + groups.joined())
    #expect(try complaint(Array(text.utf8)).contains("There are more than 254 groups"))
  }
}
