internal import TieoutModel

/// Reads what a text claims about sums and products of its numbers.
///
/// A reading of the words under which the numbers agree is taken for what was meant; only where
/// none is does the most natural one become a claim that fails. Parts that nothing shows to be all
/// there are may fall short of their whole in silence.
struct ProseClaims {
  /// The text.
  let text: [UInt8]
  /// Its numbers and signs.
  let prose: ProseText
  /// The decimals that money in ten-thousands is expected with.
  let floor: Int
  /// The width of the interval that a figure stands for, in units of its last digit.
  let width: Int
  /// The claims.
  private(set) var claims: [ProseClaim] = []
  /// Whether each number states what others come to.
  private(set) var isStated: [Bool]
  /// Whether each number is part of a list whose whole stands before it.
  var isListed: [Bool]

  /// Reads a text.
  init(_ text: [UInt8], _ prose: ProseText, floor: Int, width: Int = 1) {
    self.text = text
    self.prose = prose
    self.floor = floor
    self.width = width
    isStated = Array(repeating: false, count: prose.numbers.count)
    isListed = isStated
    guard prose.numbers.count > 1 else { return }
    readEquations()
    guard prose.numbers.count > 2 else { return }
    readLists()
    readOutline()
    readClosings()
    readProducts()
    readCountProducts()
    readDifferences()
    readGrowth()
    readRemainders()
    readShares()
  }

  /// The number at a place.
  func number(_ place: Int) -> ProseNumber { prose.numbers[place] }

  /// Adds a claim, unless another one speaks of the same stated number.
  mutating func add(_ claim: ProseClaim) {
    if isStated[claim.stated] {
      // Of two readings the one that agrees is what was meant.
      guard claim.holds,
        let known = claims.firstIndex(where: { $0.stated == claim.stated && !$0.holds })
      else { return }
      claims[known] = claim
      return
    }
    isStated[claim.stated] = true
    claims.append(claim)
  }

  /// A number as an interval; `nil` where it is no plain number.
  func reading(_ place: Int, as measure: ProseMeasure? = nil) -> Reading? {
    let number = number(place)
    let measure = measure ?? number.measure
    guard !number.isRange, number.exactness != .bound else { return nil }
    let isWhole = measure.isWhole || measure == .nothing && number.quantity.scale == 0
    if isWhole, number.exactness == .exact { return Reading(exact: number.quantity) }
    // Zeros are dropped where money is told in ten-thousands.
    let floor = measure.base == .money && measure.exponent == 4 ? floor : 0
    let reading = Reading(number.quantity, exponent: measure.exponent, floor: floor, width: width)
    return number.exactness == .about ? reading?.approximate : reading
  }

  /// The sum of some numbers; `nil` where one of them is no plain number.
  func sum(_ places: some Sequence<Int>) -> Reading? {
    var sum: Reading? = .zero
    for place in places {
      guard let addend = reading(place) else { return nil }
      sum = sum.flatMap { Reading.sum($0, addend) }
    }
    return sum
  }

  /// How the sum of some numbers compares with another one.
  func ladder(_ parts: some Sequence<Int>, _ whole: Int) -> Ladder? {
    guard let sum = sum(parts), let stated = reading(whole) else { return nil }
    return Ladder(sum, stated)
  }

  /// A claim that some numbers add up to another one.
  func claim(_ parts: [Int], _ whole: Int, _ ladder: Ladder, isCertain: Bool) -> ProseClaim {
    ProseClaim(
      kind: .sum, terms: parts,
      signs: Array(repeating: .plus, count: max(0, parts.count - 1)),
      stated: whole, ladder: ladder,
      isCertain: isCertain
        && !(parts + [whole]).contains { number($0).exactness == .about })
  }

  /// Whether a sum that fails fails by so little, or so typically, that it was meant to agree.
  func isNear(_ ladder: Ladder) -> Bool {
    let apart = (ladder.left.value - ladder.right.value).magnitude
    if apart * 50 <= ladder.right.value.magnitude { return true }
    guard let left = ladder.left.quantity, let right = ladder.right.quantity else { return false }
    // A swap shows in three digits; one digit alone says little of round numbers.
    switch DigitSlip.diagnose(left, right) {
    case [.transposition]: return Self.significantDigits(right) >= 3
    case []: return false
    default: return Self.significantDigits(right) >= 4
    }
  }

  /// The number of digits without the zeros at the end.
  private static func significantDigits(_ quantity: Quantity) -> Int {
    var digits = quantity.digits.magnitude
    while digits > 0, digits.isMultiple(of: 10) { digits /= 10 }
    var count = 0
    while digits > 0 {
      digits /= 10
      count += 1
    }
    return count
  }

  /// Whether a whole that is called approximate may well be meant by a sum.
  func isRoughly(_ ladder: Ladder, _ whole: Int) -> Bool {
    let apart = (ladder.left.value - ladder.right.value).magnitude
    return number(whole).exactness == .about && apart * 5 <= ladder.right.value.magnitude
  }

  /// Whether words about another time or a part make numbers incomparable.
  func isScoped(_ places: [Int]) -> Bool {
    places.contains { ProseWords.scopes.isIn(number($0).label, of: text) }
  }
}
