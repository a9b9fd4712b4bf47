import Testing

@testable import TieoutStages

@Suite("Looking for what rules may change")
struct LeadTableTests {
  private func next(_ printed: String) -> Int {
    let text = Array(printed.utf8)
    return LeadTable.shared.next(in: text, text.indices)
  }

  @Test("a sign that is passed over is one that no rule changes, in words and in numbers")
  func kept() {
    for value in 0x2000..<0x3040 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for printed in ["\(scalar)", "甲\(scalar)乙", "1\(scalar)2", "\(scalar)5"] {
        let text = Array(printed.utf8)
        guard next(printed) == text.count else { continue }
        let cell = CellView(text, text.indices, isLine: false)
        for index in text.indices {
          #expect(Cleaner.rules.allSatisfy { $0.match(cell, at: index) == nil }, "\(printed)")
        }
      }
    }
  }

  @Test(
    "what a rule may change is found",
    arguments: ["甲\u{3000}乙", "1≧2", "甲\u{200B}乙", "１", "甲 乙", "$1$", "甲、乙 丙"])
  func found(_ printed: String) { #expect(next(printed) < printed.utf8.count) }

  @Test("the signs of Chinese and of bounds are passed over")
  func passed() {
    let printed = "甲、乙。“丙”《丁》≥5≤6"
    #expect(next(printed) == printed.utf8.count)
  }
}
