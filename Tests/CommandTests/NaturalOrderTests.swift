import Testing

@testable import TieoutCommand

@Suite("Files of a folder come in the order in which people number them")
struct NaturalOrderTests {
  @Test(
    "Numbers count by value, everything else by its bytes",
    arguments: [
      ["page2", "page10"],
      ["page9.txt", "page10.txt", "page11.txt"],
      ["a", "a1", "a1b", "a2"],
      ["1", "01", "2"].sorted { NaturalOrder.precedes($0, $1) },
      ["第2页", "第10页"],
      ["99999999999999999999998", "99999999999999999999999"],
      ["A", "a"],
      ["x", "x "],
    ])
  func order(_ names: [String]) {
    for (left, right) in zip(names, names.dropFirst()) {
      #expect(NaturalOrder.precedes(left, right), "\(left) < \(right)")
      #expect(!NaturalOrder.precedes(right, left), "not \(right) < \(left)")
    }
  }

  @Test("Nothing comes before itself", arguments: ["", "1", "page2", "第2页"])
  func irreflexive(_ name: String) { #expect(!NaturalOrder.precedes(name, name)) }
}

@Suite("Names of submissions")
struct NameTests {
  @Test(
    "A submission is called after its first input, without extension",
    arguments: [
      ("a/b/submission.txt", "submission"), ("pages/", "pages"), ("-", "stdin"),
      (".", "submission"), ("/", "submission"), ("二〇二四 预算.txt", "二〇二四 预算"),
      (".hidden", ".hidden"), ("a.tar.gz", "a.tar"),
    ])
  func names(_ path: String, _ name: String) { #expect(Inputs.name(of: path) == name) }

  @Test("In a batch, files that share a name keep their extension")
  func targets() {
    #expect(Batch.targets(["a.txt", "b.txt"]) == ["a", "b"])
    #expect(Batch.targets(["a.md", "a.txt", "b.txt"]) == ["a.md", "a.txt", "b"])
    #expect(Batch.targets(["a.md", "a.md.x", "a.txt"]).count == 3)
    #expect(Set(Batch.targets(["a.b", "a.b.c", "a.d"])).count == 3)
  }
}
