/// How alike two names are, in thousandths: rare letters and pairs of letters count more.
///
/// The mean of two measures, both weighted by rarity: the longest common subsequence of letters,
/// which forgives words put in between, and the common pairs of letters, which forgives words that
/// changed places. What all names of a submission share (`资金`, `经费`) hardly counts.
struct NameSimilarity {
  /// What all pairs with one name need to know of it.
  private struct Name {
    /// Its letters.
    var set: LetterSet
    /// The weight of all its letters.
    var letters = 0
    /// The weight of all its pairs of letters.
    var pairs = 0
  }

  /// What each letter and each pair of letters counts.
  private let letterWeights: [Int32]
  private let pairWeights: [Int32]
  private let rows: [Name]
  private let details: [Name]
  /// The letters of the row that is being compared are marked with its number, counted from 1.
  private var marks: [Int32]
  private var markedRow = -1
  /// The letters of a form that the row has as well, and the weights of the best subsequences with
  /// each of them as the last one.
  private var common: [Int32] = []
  private var sums: [Int32] = []

  /// Learns from the names of both sides how rare letters and pairs of letters are.
  init(_ rows: LinkSide, _ details: LinkSide, _ alphabet: Alphabet) {
    let total = rows.entries.count + details.entries.count
    letterWeights = Self.weights(
      rows.letters, details.letters, count: alphabet.letters.count, of: total)
    pairWeights = Self.weights(rows.pairs, details.pairs, count: alphabet.pairs.count, of: total)
    self.rows = Self.names(rows, letterWeights, pairWeights)
    self.details = Self.names(details, letterWeights, pairWeights)
    marks = Array(repeating: 0, count: alphabet.letters.count)
  }

  private static func weights(
    _ rows: [Int32], _ details: [Int32], count: Int, of total: Int
  ) -> [Int32] {
    var counts: [Int32] = Array(repeating: 0, count: count)
    for number in rows { counts[Int(number)] += 1 }
    for number in details { counts[Int(number)] += 1 }
    let weights = Rarity.weights(upTo: Int(counts.max() ?? 0), of: total)
    return counts.map { weights[Int($0)] }
  }

  private static func names(
    _ side: LinkSide, _ letterWeights: [Int32], _ pairWeights: [Int32]
  ) -> [Name] {
    side.entries.map { entry in
      var name = Name(set: LetterSet())
      for place in entry.name {
        let letter = side.letters[place]
        name.set.insert(UInt32(bitPattern: letter))
        name.letters += Int(letterWeights[Int(letter)])
      }
      for place in entry.pairs { name.pairs += Int(pairWeights[Int(side.pairs[place])]) }
      return name
    }
  }

  /// The likeness of the names of a row and a form, 0 to 1000.
  mutating func similarity(
    row: Int, _ rowSide: LinkSide, detail: Int, _ detailSide: LinkSide
  ) -> Int {
    let (left, right) = (rows[row], details[detail])
    guard left.set.mayShare(with: right.set) else { return 0 }
    mark(row, rowSide)
    let letters = commonSubsequence(
      row, rowSide.letters.span.extracting(rowSide.entries[row].name), right.set,
      detailSide.letters.span.extracting(detailSide.entries[detail].name))
    // Without a letter there is no pair either.
    guard !common.isEmpty else { return 0 }
    let total = left.letters + right.letters
    let likeness = total == 0 ? 0 : 2000 * letters / total
    let pairs = left.pairs + right.pairs
    guard pairs > 0 else { return likeness }
    let shared = commonPairs(
      rowSide.pairs.span.extracting(rowSide.entries[row].pairs),
      detailSide.pairs.span.extracting(detailSide.entries[detail].pairs))
    return (likeness + 2000 * shared / pairs) / 2
  }

  /// Marks the letters of a row, once for all forms that it is compared with.
  private mutating func mark(_ row: Int, _ side: LinkSide) {
    guard row != markedRow else { return }
    markedRow = row
    for place in side.entries[row].name { marks[Int(side.letters[place])] = Int32(row + 1) }
  }

  /// The weight of the longest common subsequence.
  ///
  /// Letters that the other name has not are left out first: names of unrelated projects share
  /// three or four.
  private mutating func commonSubsequence(
    _ row: Int, _ left: Span<Int32>, _ rightSet: LetterSet, _ right: Span<Int32>
  ) -> Int {
    common.removeAll(keepingCapacity: true)
    for place in right.indices where marks[Int(right[place])] == Int32(row + 1) {
      common.append(right[place])
    }
    while sums.count < common.count { sums.append(0) }
    return Self.best(left, rightSet, common, letterWeights, &sums)
  }

  /// The weight of the longest subsequence of a name that a row of letters has as well; `sums` has
  /// room for a number a letter.
  private static func best(
    _ name: Span<Int32>, _ set: LetterSet, _ letters: [Int32], _ weights: [Int32],
    _ sums: inout [Int32]
  ) -> Int {
    let columns = letters.span
    var sums = sums.mutableSpan
    for column in columns.indices { sums[column] = 0 }
    var best: Int32 = 0
    for place in name.indices where set.mayHold(UInt32(bitPattern: name[place])) {
      let letter = name[place]
      let weight = weights[Int(letter)]
      // The sums of the letter before, one column back, and of this one, one column back.
      var diagonal: Int32 = 0
      best = 0
      for column in columns.indices {
        let above = sums[column]
        best = letter == columns[column] ? diagonal + weight : max(above, best)
        diagonal = above
        sums[column] = best
      }
    }
    return Int(best)
  }

  /// The weight of the common pairs; both are in order.
  private func commonPairs(_ left: Span<Int32>, _ right: Span<Int32>) -> Int {
    var common: Int32 = 0
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a == b { common += pairWeights[Int(a)] }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return Int(common)
  }
}
