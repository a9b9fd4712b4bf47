/// How alike two names are, in thousandths: rare letters and pairs of letters count more.
///
/// The mean of two measures, both weighted by rarity: the longest common subsequence of letters,
/// which forgives words put in between, and the common pairs of letters, which forgives words that
/// changed places. What all names of a submission share (`资金`, `经费`) hardly counts.
struct NameSimilarity {
  /// The weights of one side's letters and pairs of letters, place by place.
  private struct Weights {
    var letters: [Int]
    var bigrams: [Int]
  }

  private var rows: Weights
  private var details: Weights
  private var previous: [Int] = []
  private var current: [Int] = []

  /// Learns from the names of both sides how rare letters and pairs of letters are.
  init(_ rows: LinkSide, _ details: LinkSide) {
    var letterCounts: [UInt32: Int] = [:]
    var bigramCounts: [UInt64: Int] = [:]
    for side in [rows, details] {
      for entry in side.entries {
        for letter in side.letters[entry.name] { letterCounts[letter, default: 0] += 1 }
        for bigram in side.bigrams[entry.bigrams] { bigramCounts[bigram, default: 0] += 1 }
      }
    }
    let total = rows.entries.count + details.entries.count
    func weights(_ side: LinkSide) -> Weights {
      Weights(
        letters: side.letters.map {
          letterCounts[$0].map { Rarity.weight(count: $0, of: total) } ?? 0
        },
        bigrams: side.bigrams.map {
          bigramCounts[$0].map { Rarity.weight(count: $0, of: total) } ?? 0
        })
    }
    self.rows = weights(rows)
    self.details = weights(details)
  }

  /// The likeness of the names of a row and a form, 0 to 1000.
  mutating func similarity(
    _ row: LinkSide.Entry, _ rowSide: LinkSide, _ detail: LinkSide.Entry, _ detailSide: LinkSide
  ) -> Int {
    let letters = commonSubsequence(
      rowSide.letters[row.name], detailSide.letters[detail.name], rows.letters)
    var total = 0
    for weight in rows.letters[row.name] { total += weight }
    for weight in details.letters[detail.name] { total += weight }
    let likeness = total == 0 ? 0 : 2000 * letters / total
    let pairs = commonBigrams(row.bigrams, rowSide, detail.bigrams, detailSide)
    return (likeness + (pairs ?? likeness)) / 2
  }

  private mutating func commonSubsequence(
    _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, _ weights: [Int]
  ) -> Int {
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: repeatElement(0, count: right.count + 1))
    current.removeAll(keepingCapacity: true)
    current.append(contentsOf: previous)
    for place in left.indices {
      let letter = left[place]
      let weight = weights[place]
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
  private func commonBigrams(
    _ left: Range<Int>, _ leftSide: LinkSide, _ right: Range<Int>, _ rightSide: LinkSide
  ) -> Int? {
    var common = 0
    var total = 0
    var i = left.lowerBound
    var j = right.lowerBound
    while i < left.upperBound || j < right.upperBound {
      let isLeft =
        j == right.upperBound
        || (i < left.upperBound && leftSide.bigrams[i] < rightSide.bigrams[j])
      if isLeft {
        total += rows.bigrams[i]
        i += 1
      } else if i == left.upperBound || rightSide.bigrams[j] < leftSide.bigrams[i] {
        total += details.bigrams[j]
        j += 1
      } else {
        total += 2 * rows.bigrams[i]
        common += 2 * rows.bigrams[i]
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
