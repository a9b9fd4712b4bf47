/// How alike two names are, in thousandths: rare letters and pairs of letters count more.
///
/// The mean of two measures, both weighted by rarity: the longest common subsequence of letters,
/// which forgives words put in between, and the common pairs of letters, which forgives words that
/// changed places. What all names of a submission share (`资金`, `经费`) hardly counts.
struct NameSimilarity {
  private var letterWeights: [UInt32: Int] = [:]
  private var bigramWeights: [UInt64: Int] = [:]
  private var previous: [Int] = []
  private var current: [Int] = []

  /// Learns from the names of both sides how rare letters and pairs of letters are.
  init(_ rows: LinkSide, _ details: LinkSide) {
    var letterCounts: [UInt32: Int] = [:]
    var bigramCounts: [UInt64: Int] = [:]
    for side in [rows, details] {
      for entry in side.entries {
        for letter in Set(side.letters[entry.name]) { letterCounts[letter, default: 0] += 1 }
        for bigram in Set(side.bigrams[entry.bigrams]) { bigramCounts[bigram, default: 0] += 1 }
      }
    }
    let total = rows.entries.count + details.entries.count
    letterWeights = letterCounts.mapValues { Rarity.weight(count: $0, of: total) }
    bigramWeights = bigramCounts.mapValues { Rarity.weight(count: $0, of: total) }
  }

  /// The likeness of two names, 0 to 1000.
  mutating func similarity(
    _ left: ArraySlice<UInt32>, _ leftBigrams: ArraySlice<UInt64>,
    _ right: ArraySlice<UInt32>, _ rightBigrams: ArraySlice<UInt64>
  ) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    let total = weight(left) + weight(right)
    let letters = total == 0 ? 0 : 2000 * commonSubsequence(left, right) / total
    let pairs = commonBigrams(leftBigrams, rightBigrams)
    return (letters + (pairs ?? letters)) / 2
  }

  private func weight(_ letters: ArraySlice<UInt32>) -> Int {
    var sum = 0
    for letter in letters { sum += letterWeights[letter] ?? 0 }
    return sum
  }

  private mutating func commonSubsequence(
    _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
  ) -> Int {
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: repeatElement(0, count: right.count + 1))
    current = previous
    for letter in left {
      let weight = letterWeights[letter] ?? 0
      var column = 1
      for other in right {
        current[column] =
          letter == other
          ? previous[column - 1] + weight : max(previous[column], current[column - 1])
        column += 1
      }
      swap(&previous, &current)
    }
    return previous[right.count]
  }

  /// The weight of the common pairs over that of all, in thousandths; both are in order.
  private func commonBigrams(_ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>) -> Int? {
    var common = 0
    var total = 0
    var i = left.startIndex
    var j = right.startIndex
    while i < left.endIndex || j < right.endIndex {
      if j == right.endIndex || (i < left.endIndex && left[i] < right[j]) {
        total += bigramWeights[left[i]] ?? 0
        i += 1
      } else if i == left.endIndex || right[j] < left[i] {
        total += bigramWeights[right[j]] ?? 0
        j += 1
      } else {
        let weight = 2 * (bigramWeights[left[i]] ?? 0)
        total += weight
        common += weight
        i += 1
        j += 1
      }
    }
    return total == 0 ? nil : 1000 * common / total
  }
}

/// How much something counts that occurs `count` times among `total`.
enum Rarity {
  /// log₂(1 + total ÷ count) in sixteenths, in integers so that every machine agrees.
  static func weight(count: Int, of total: Int) -> Int {
    let ratio = UInt64(16 + 16 * total / max(count, 1))
    // The power of two below, and the rest as a straight line.
    let power = 63 - ratio.leadingZeroBitCount
    let rest = Int((ratio << 4) >> UInt64(power)) - 16
    return (power - 4) * 16 + rest
  }
}
