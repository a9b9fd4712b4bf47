/// How alike two names are, in thousandths: rare letters and pairs of letters count more.
///
/// The mean of two measures, both weighted by rarity: the longest common subsequence of letters,
/// which forgives words put in between, and the common pairs of letters, which forgives words that
/// changed places. What all names of a submission share (`资金`, `经费`) hardly counts.
struct NameSimilarity {
  /// What all pairs with one name need to know of it.
  private struct Name {
    /// Its letters.
    var set = LetterSet()
    /// The weight of all its letters.
    var letters = 0
    /// The weight of all its pairs of letters.
    var pairs = 0
  }

  /// What each letter and each pair of letters counts.
  private let letterWeights: [Int32]
  private let pairWeights: [Int32]
  private let names: [Name]
  /// The letters of the name that is being compared are marked with its number, counted from 1.
  private var marks: [Int32]
  private var marked: Int32 = -1
  /// The letters of another name that it has as well, and the weights of the best subsequences with
  /// each of them as the last one.
  private var common: [Int32]
  private var sums: [Int32]

  /// Learns from the names of so many records, each as often as it occurs, how rare letters and
  /// pairs of letters are.
  init(_ alphabet: Alphabet, _ counts: BothCounts, of total: Int) {
    var letterCounts: [Int32] = Array(repeating: 0, count: alphabet.letterCount)
    var pairCounts: [Int32] = Array(repeating: 0, count: alphabet.pairCount)
    var longest = 0
    for (number, name) in alphabet.names.enumerated() {
      let count = counts.rows[number] + counts.details[number]
      for place in name.letters { letterCounts[Int(alphabet.letters[place])] += count }
      for place in name.pairs { pairCounts[Int(alphabet.pairs[place])] += count }
      longest = max(longest, name.letters.count)
    }
    let letterWeights = Self.weights(letterCounts, of: total)
    let pairWeights = Self.weights(pairCounts, of: total)
    names = alphabet.names.map { name in
      var known = Name()
      for letter in alphabet.letters[name.letters] {
        known.set.insert(UInt32(bitPattern: letter))
        known.letters += Int(letterWeights[Int(letter)])
      }
      for pair in alphabet.pairs[name.pairs] { known.pairs += Int(pairWeights[Int(pair)]) }
      return known
    }
    self.letterWeights = letterWeights
    self.pairWeights = pairWeights
    marks = Array(repeating: 0, count: alphabet.letterCount)
    common = Array(repeating: 0, count: longest)
    sums = common
  }

  private static func weights(_ counts: [Int32], of total: Int) -> [Int32] {
    let weights = Rarity.weights(upTo: Int(counts.max() ?? 0), of: total)
    return counts.map { weights[Int($0)] }
  }

  /// The likeness of two names, 0 to 1000.
  mutating func similarity(_ left: Int32, _ right: Int32, _ alphabet: Alphabet) -> Int {
    let (own, other) = (names[Int(left)], names[Int(right)])
    guard own.set.mayShare(with: other.set) else { return 0 }
    let (name, otherName) = (alphabet.names[Int(left)], alphabet.names[Int(right)])
    let letters = alphabet.letters.span.extracting(name.letters)
    mark(left, letters)
    let count = gatherCommon(left, alphabet.letters.span.extracting(otherName.letters))
    // Without a letter there is no pair either.
    guard count > 0 else { return 0 }
    let subsequence = Self.best(letters, common, count, letterWeights, &sums)
    let total = own.letters + other.letters
    let likeness = total == 0 ? 0 : 2000 * subsequence / total
    let pairs = own.pairs + other.pairs
    guard pairs > 0 else { return likeness }
    let shared = commonPairs(
      alphabet.pairs.span.extracting(name.pairs), alphabet.pairs.span.extracting(otherName.pairs))
    return (likeness + 2000 * shared / pairs) / 2
  }

  /// Marks the letters of a name, once for all that it is compared with.
  private mutating func mark(_ name: Int32, _ letters: Span<Int32>) {
    guard name != marked else { return }
    marked = name
    for place in letters.indices { marks[Int(letters[place])] = name + 1 }
  }

  /// Gathers the letters of another name that the marked one has, and tells how many there are.
  ///
  /// Names of unrelated projects share three or four.
  private mutating func gatherCommon(_ name: Int32, _ letters: Span<Int32>) -> Int {
    var count = 0
    for place in letters.indices where marks[Int(letters[place])] == name + 1 {
      common[count] = letters[place]
      count += 1
    }
    return count
  }

  /// The weight of the longest subsequence of a name that a row of letters has as well; `sums` has
  /// room for a number a letter.
  private static func best(
    _ name: Span<Int32>, _ letters: [Int32], _ count: Int, _ weights: [Int32],
    _ sums: inout [Int32]
  ) -> Int {
    let columns = letters.span.extracting(first: count)
    var sums = sums.mutableSpan
    // Of the name, too, only what both have matters.
    var set = LetterSet()
    for column in columns.indices {
      sums[column] = 0
      set.insert(UInt32(bitPattern: columns[column]))
    }
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
