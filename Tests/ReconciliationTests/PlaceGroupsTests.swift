import Testing

@testable import TieoutReconciliation

@Suite("Places by number")
struct PlaceGroupsTests {
  @Test("Each place is in its group, in the order of the places")
  func grouped() {
    let groups = PlaceGroups([1, -1, 0, 1, 3, 1], count: 4)
    #expect(groups.count == 4)
    #expect((0..<4).map { Array(groups[$0]) } == [[2], [0, 3, 5], [], [4]])
    #expect((0..<4).map(groups.count(of:)) == [1, 3, 0, 1])
  }

  @Test("Nothing is in no group")
  func empty() {
    #expect(PlaceGroups([], count: 0).count == 0)
    #expect(PlaceGroups([-1, -1], count: 0).count == 0)
    #expect(PlaceGroups([], count: 2)[1].isEmpty)
  }
}
