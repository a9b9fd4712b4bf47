/// The names that are linked, their letters and the pairs of these, numbered as they come.
///
/// Both sides share the numbers, so that whatever is known of a letter, a pair or a name stands in
/// an array and costs no look-up; and a name that both sides have, as most do, is taken apart once.
struct Alphabet {
  /// Where a name stands.
  struct Name {
    /// Its letters in `letters`.
    var letters: Range<Int>
    /// Its pairs of neighbouring letters in `pairs`, in ascending order.
    var pairs: Range<Int>
  }

  /// The names.
  private(set) var names: [Name] = []
  /// The numbers of the letters of all names.
  private(set) var letters: [Int32] = []
  /// The numbers of the pairs of letters of all names.
  private(set) var pairs: [Int32] = []
  private var nameNumbers = KeyNumbers(capacity: 128)
  private var letterNumbers = KeyNumbers(capacity: 512)
  /// The first letter stands in the upper half of a key.
  private var pairNumbers = KeyNumbers(capacity: 1024)

  /// Makes room for about so many names.
  init(capacity: Int) {
    names.reserveCapacity(capacity)
    letters.reserveCapacity(capacity * 24)
    pairs.reserveCapacity(capacity * 24)
  }

  /// How many letters there are.
  var letterCount: Int { letterNumbers.count }
  /// How many pairs of letters there are.
  var pairCount: Int { pairNumbers.count }

  /// The number of a name; `nil` where it has no letters.
  mutating func number(of name: ArraySlice<UInt32>) -> Int32? {
    guard !name.isEmpty else { return nil }
    var key = name.stableHash(seed: 1)
    var number = nameNumbers.number(of: key)
    // Two names with one hash: as good as never.
    while number < names.count,
      !Self.isSpelt(letters[names[number].letters], letterNumbers.keys, name)
    {
      key &+= 1
      number = nameNumbers.number(of: key)
    }
    if number == names.count { add(name) }
    return Int32(number)
  }

  /// Whether numbers of letters stand for the letters of a name.
  private static func isSpelt(
    _ numbers: ArraySlice<Int32>, _ letters: [UInt64], _ name: ArraySlice<UInt32>
  ) -> Bool {
    guard numbers.count == name.count else { return false }
    for (number, letter) in zip(numbers, name) where letters[Int(number)] != UInt64(letter) {
      return false
    }
    return true
  }

  private mutating func add(_ name: ArraySlice<UInt32>) {
    let first = (letter: letters.count, pair: pairs.count)
    var last: UInt32?
    for letter in name {
      letters.append(Int32(letterNumbers.number(of: UInt64(letter))))
      if let last {
        pairs.append(Int32(pairNumbers.number(of: UInt64(last) << 32 | UInt64(letter))))
      }
      last = letter
    }
    sortPairs(from: first.pair)
    names.append(Name(letters: first.letter..<letters.count, pairs: first.pair..<pairs.count))
  }

  /// Sorts the pairs of one name: mostly a dozen, for which nothing is as quick as insertion.
  private mutating func sortPairs(from first: Int) {
    guard pairs.count - first <= 64 else { return pairs[first...].sort() }
    var pairs = pairs.mutableSpan
    for index in first..<pairs.count {
      let pair = pairs[index]
      var place = index
      while place > first, pairs[place - 1] > pair {
        pairs[place] = pairs[place - 1]
        place -= 1
      }
      pairs[place] = pair
    }
  }
}
