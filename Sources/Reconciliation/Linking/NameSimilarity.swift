/// How alike two names are, in thousandths: rare letters and pairs of letters count more.
///
/// The mean of two measures, both weighted by rarity: the longest common subsequence of letters,
/// which forgives words put in between, and the common pairs of letters, which forgives words that
/// changed places. What all names of a submission share (`资金`, `经费`) hardly counts.
struct NameSimilarity {
  /// The weights of one side's letters and pairs of letters, place by place.
  private struct Weights {
    var letters: [Int32] = []
    var bigrams: [Int32] = []
    var names: [Name] = []
  }

  /// What all pairs with one name need to know of it.
  private struct Name {
    /// Its letters.
    var set: LetterSet
    /// The weight of all its letters.
    var letters = 0
    /// The weight of all its bigrams.
    var bigrams = 0
  }

  private var rows: Weights
  private var details: Weights
  private var left: [(letter: UInt32, weight: Int)] = []
  private var right: [UInt32] = []
  private var sums: [Int] = []

  /// Learns from the names of both sides how rare letters and pairs of letters are.
  init(_ rows: LinkSide, _ details: LinkSide) {
    var letters = Rarities(capacity: 512)
    var bigrams = Rarities(capacity: rows.bigrams.count)
    for side in [rows, details] {
      for entry in side.entries {
        for place in entry.name { letters.add(UInt64(side.letters[place])) }
        for place in entry.bigrams { bigrams.add(side.bigrams[place]) }
      }
    }
    let total = rows.entries.count + details.entries.count
    letters.weigh(total)
    bigrams.weigh(total)
    func weights(_ side: LinkSide) -> Weights {
      var weights = Weights()
      weights.letters = Array(repeating: 0, count: side.letters.count)
      weights.bigrams = Array(repeating: 0, count: side.bigrams.count)
      weights.names.reserveCapacity(side.entries.count)
      for entry in side.entries {
        var name = Name(set: LetterSet(side.letters[entry.name]))
        for place in entry.name {
          let weight = letters.next()
          weights.letters[place] = Int32(weight)
          name.letters += weight
        }
        for place in entry.bigrams {
          let weight = bigrams.next()
          weights.bigrams[place] = Int32(weight)
          name.bigrams += weight
        }
        weights.names.append(name)
      }
      return weights
    }
    self.rows = weights(rows)
    self.details = weights(details)
  }

  /// The likeness of the names of a row and a form, 0 to 1000.
  mutating func similarity(
    row: Int, _ rowSide: LinkSide, detail: Int, _ detailSide: LinkSide
  ) -> Int {
    let names = (rows.names[row], details.names[detail])
    guard names.0.set.mayShare(with: names.1.set) else { return 0 }
    let entries = (rowSide.entries[row], detailSide.entries[detail])
    let letters = commonSubsequence(
      entries.0.name, rowSide, names.0.set, entries.1.name, detailSide, names.1.set)
    let total = names.0.letters + names.1.letters
    let likeness = total == 0 ? 0 : 2000 * letters / total
    let pairs = names.0.bigrams + names.1.bigrams
    guard pairs > 0 else { return likeness }
    let common = commonBigrams(entries.0.bigrams, rowSide, entries.1.bigrams, detailSide)
    return (likeness + 2000 * common / pairs) / 2
  }

  /// The weight of the longest common subsequence.
  ///
  /// Letters that the other name has not are left out first: names of unrelated projects share
  /// three or four.
  private mutating func commonSubsequence(
    _ row: Range<Int>, _ rowSide: LinkSide, _ rowSet: LetterSet,
    _ detail: Range<Int>, _ detailSide: LinkSide, _ detailSet: LetterSet
  ) -> Int {
    left.removeAll(keepingCapacity: true)
    for place in row where detailSet.mayHold(rowSide.letters[place]) {
      left.append((rowSide.letters[place], Int(rows.letters[place])))
    }
    right.removeAll(keepingCapacity: true)
    for place in detail where rowSet.mayHold(detailSide.letters[place]) {
      right.append(detailSide.letters[place])
    }
    sums.removeAll(keepingCapacity: true)
    for _ in right { sums.append(0) }
    var best = 0
    for (letter, weight) in left {
      // The sums of the row above, one column back, and of this row, one column back.
      var diagonal = 0
      best = 0
      for column in right.indices {
        let above = sums[column]
        best = letter == right[column] ? diagonal + weight : max(above, best)
        diagonal = above
        sums[column] = best
      }
    }
    return best
  }

  /// The weight of the common pairs; both are in order.
  private func commonBigrams(
    _ left: Range<Int>, _ leftSide: LinkSide, _ right: Range<Int>, _ rightSide: LinkSide
  ) -> Int {
    var common = 0
    var i = left.lowerBound
    var j = right.lowerBound
    while i < left.upperBound, j < right.upperBound {
      let (a, b) = (leftSide.bigrams[i], rightSide.bigrams[j])
      if a == b { common += Int(rows.bigrams[i]) }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return common
  }
}
