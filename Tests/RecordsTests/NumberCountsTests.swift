import Testing
import TieoutModel

@testable import TieoutRecords

@Suite("Counting how often a number is printed")
struct NumberCountsTests {
  private func counted(_ digits: [Int64], scale: Int8 = 0, from start: Int = 0) -> [Int] {
    var counts = NumberCounts()
    return digits.map { counts.count(Quantity(digits: $0, scale: scale), from: start) }
  }

  @Test("numbers that rise, fall, and come again are counted each by itself")
  func mixed() {
    let numbers: [Int64] = [1, 2, 5, 3, 5, 9, 3, 0, 3, 10, 4, 9, 4]
    let expected = numbers.indices.map { place in
      numbers[..<place].count { $0 == numbers[place] }
    }
    #expect(counted(numbers) == expected)
    #expect(counted(numbers, scale: 1) == expected)
    #expect(counted([0, 0, 1, 0], from: 1) == [1, 2, 1, 3])
  }

  @Test("a number with decimals is another one than that without")
  func scales() {
    var counts = NumberCounts()
    #expect(counts.count(Quantity(digits: 1, scale: 0), from: 0) == 0)
    #expect(counts.count(Quantity(digits: 10, scale: 1), from: 0) == 0)
    #expect(counts.count(Quantity(digits: 1, scale: 0), from: 0) == 1)
    #expect(counts.count(Quantity(digits: 10, scale: 1), from: 0) == 1)
  }
}
