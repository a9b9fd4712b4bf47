import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Linking rows to forms")
struct LinkerTests {
  /// The forms in another order, some of them dropped; `kept[i]` is the place of form i now.
  static func shuffled(_ paper: Paper, seed: UInt64, dropping: Int) -> (Paper, [Int?]) {
    var random = SeededRandom(state: seed)
    var order = Array(paper.forms.indices)
    order.shuffle(using: &random)
    order.removeFirst(order.count * dropping / 3)
    var places: [Int?] = Array(repeating: nil, count: paper.forms.count)
    var copy = paper
    copy.forms = order.map { paper.forms[$0] }
    for (place, form) in order.enumerated() { places[form] = place }
    return (copy, places)
  }

  static func mistakes(_ links: [Link], _ truth: [Int?]) -> [String] {
    var found: [Int?] = Array(repeating: nil, count: truth.count)
    for link in links { found[link.row] = link.detail }
    return truth.indices.filter { found[$0] != truth[$0] }.map {
      "row \($0 + 1): \(found[$0].map(String.init) ?? "-") for \(truth[$0].map(String.init) ?? "-")"
    }
  }

  @Test("explore")
  func explore() throws {
    let corpus = try BudgetCorpus.load()
    for (name, paper, amounts) in [
      ("undamaged", corpus.undamaged(), true), ("printed no amounts", corpus.paper(), false),
      ("printed wrong amounts", corpus.paper(), true),
    ] {
      let links = Linker.links(paper.submission(), usesAmounts: amounts)
      print(name, Self.mistakes(links, Array(0..<44)), links.filter(\.isUnsure).map { $0.row + 1 })
      if name == "undamaged" {
        for link in links.sorted(by: { $0.weight < $1.weight }).prefix(8) {
          print(link.row + 1, link.weight, link.evidence.map { "\($0.kind) \($0.weight)" }, link.runnerUp?.weight ?? 0)
        }
      }
    }
    for seed in 1...8 as ClosedRange<UInt64> {
      for dropping in 0...1 {
        for amounts in [true, false] {
          let (paper, truth) = Self.shuffled(corpus.undamaged(), seed: seed, dropping: dropping)
          let links = Linker.links(paper.submission(), usesAmounts: amounts)
          print(seed, dropping, amounts, Self.mistakes(links, truth), links.filter(\.isUnsure).map { $0.row + 1 })
        }
      }
    }
  }
}

/// A generator that gives the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
