import Testing
import TieoutModel

@testable import TieoutRecords

@Suite("Items that share an array of fields")
struct ItemListTests {
  private func field(_ number: Int) -> Field {
    let printed = Slice(number..<number + 1)
    return Field(name: FieldName(rawValue: 0), printed: printed, value: .text(printed))
  }

  @Test("each item has the fields that were added before it ended, and no other")
  func parts() {
    var list = ItemList()
    for (item, count) in [2, 0, 3].enumerated() {
      for place in 0..<count { list.fields.append(field(item * 10 + place)) }
      list.close(at: Slice(item..<item + 1))
    }
    #expect(list.items.map(\.at.start) == [0, 1, 2])
    #expect(list.items.map { $0.fields.map(\.printed.start) } == [[0, 1], [], [20, 21, 22]])
  }

  @Test("what is dropped or cleared is in no item, and leaves made items alone")
  func dropped() {
    var list = ItemList()
    list.fields.append(field(1))
    list.close(at: .none)
    list.fields.append(field(2))
    list.drop()
    #expect(list.fields.count == list.begin)
    let items = list.items
    list.clear()
    #expect(list.isEmpty)
    list.fields.append(field(3))
    list.close(at: .none)
    #expect(items.map { $0.fields.map(\.printed.start) } == [[1]])
    #expect(list.items.map { $0.fields.map(\.printed.start) } == [[3]])
  }

  @Test("an item that is changed leaves the others alone")
  func changed() {
    var list = ItemList()
    for number in 0..<3 {
      list.fields.append(field(number))
      list.close(at: .none)
    }
    var items = list.items
    items[1].fields.append(field(9))
    items[1].fields[items[1].fields.startIndex].rowRepair = 7
    #expect(items.map(\.fields.count) == [1, 2, 1])
    #expect(items.map { $0.fields.map(\.rowRepair).max() } == [0, 7, 0])
  }
}
