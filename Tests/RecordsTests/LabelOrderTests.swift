import Testing

@testable import TieoutRecords

@Suite("Labels over rows, in their order")
struct LabelOrderTests {
  @Test("As many labels as rows stand over one each")
  func asMany() {
    #expect(LabelOrder(labels: 3, known: [nil, nil, nil]).open == [[0], [1], [2]])
  }

  @Test("One row more leaves two ways for those in the middle; a known one settles what follows")
  func oneMore() {
    func open(_ known: [Int?]) -> [Set<Int>] { LabelOrder(labels: 3, known: known).open }
    #expect(open([nil, nil, nil, nil]) == [[0], [0, 1], [1, 2], [2]])
    #expect(open([nil, nil, 1, nil]) == [[0], [0, 1], [1], [2]])
    #expect(open([nil, 0, nil, nil]) == [[0], [0], [1], [2]])
  }

  @Test("What is known against the order, and more labels than rows, leaves no way")
  func noWay() {
    #expect(LabelOrder(labels: 3, known: [nil, 2, 1, nil]).open.allSatisfy { $0.isEmpty })
    #expect(LabelOrder(labels: 3, known: [nil, nil]).open.allSatisfy { $0.isEmpty })
    #expect(LabelOrder(labels: 2, known: []).open.isEmpty)
  }
}
