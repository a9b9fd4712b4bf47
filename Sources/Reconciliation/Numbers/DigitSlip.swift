import TieoutModel

/// The ways in which one number becomes another by mistake.
enum DigitSlip {
  /// Digits that are taken for one another on paper.
  static let lookAlikes: [[UInt8]] = [[0, 6, 8, 9], [1, 7], [3, 8], [5, 6]]

  /// The patterns in which two unequal numbers of one unit differ.
  static func diagnose(_ left: Quantity, _ right: Quantity) -> [Diagnosis] {
    guard !left.equals(right), (left.digits < 0) == (right.digits < 0) else { return [] }
    if isTransposition(left, right) { return [.transposition] }
    if let pair = oneDigit(left, right) {
      return areLookAlike(pair.0, pair.1) ? [.lookAlike] : [.oneDigit]
    }
    if isTruncation(left, right) || isTruncation(right, left) { return [.truncation] }
    return zeroOrSlide(left, right)
  }

  /// The two digits of the only place in which numbers printed alike differ.
  static func oneDigit(_ left: Quantity, _ right: Quantity) -> (UInt8, UInt8)? {
    guard left.scale == right.scale else { return nil }
    let a = digits(left), b = digits(right)
    guard a.count == b.count, a.count > 1 else { return nil }
    let places = a.indices.filter { a[$0] != b[$0] }
    return places.count == 1 ? (a[places[0]], b[places[0]]) : nil
  }

  /// The power of ten by which two numbers differ exactly, where it is a step between units.
  static func unitStep(_ left: Quantity, _ right: Quantity) -> Int? {
    guard let power = powerOfTen(left, right) else { return nil }
    return [1, 2, 3, 4, 8].contains(abs(power)) ? power : nil
  }

  /// Whether two numbers are the same digits but for a point that one of them lacks.
  static func isLostPoint(_ left: Quantity, _ right: Quantity) -> Bool {
    left.digits == right.digits && left.scale != right.scale
  }

  /// Whether neighbouring digits are swapped, once, at equal decimals.
  private static func isTransposition(_ left: Quantity, _ right: Quantity) -> Bool {
    let scale = Int(max(left.scale, right.scale))
    guard let a = left.digits(at: scale), let b = right.digits(at: scale) else { return false }
    let first = digits(a), second = digits(b)
    guard first.count == second.count,
      let place = first.indices.first(where: { first[$0] != second[$0] }), place + 1 < first.count
    else { return false }
    return first[place] == second[place + 1] && first[place + 1] == second[place]
      && first[(place + 2)...] == second[(place + 2)...]
  }

  /// Whether a number is another one cut off where it should have been rounded.
  private static func isTruncation(_ short: Quantity, _ long: Quantity) -> Bool {
    let places = Int(long.scale) - Int(short.scale)
    guard places > 0, places < 18 else { return false }
    var power: Int64 = 1
    for _ in 0..<places { power *= 10 }
    return long.digits / power == short.digits && (long.digits % power).magnitude * 2 >= power
  }

  private static func zeroOrSlide(_ left: Quantity, _ right: Quantity) -> [Diagnosis] {
    let a = digits(left), b = digits(right)
    if differByZero(a, b) { return [.zero] }
    return powerOfTen(left, right) == nil ? [] : [.slide]
  }

  /// Whether one row of digits is the other with one zero more.
  private static func differByZero(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (long, short) = left.count > right.count ? (left, right) : (right, left)
    guard long.count == short.count + 1 else { return false }
    let place = short.indices.first { short[$0] != long[$0] } ?? short.count
    return long[place] == 0 && long[(place + 1)...] == short[place...]
  }

  /// k where `left` = `right` × 10^k exactly, and k is not 0.
  private static func powerOfTen(_ left: Quantity, _ right: Quantity) -> Int? {
    guard left.digits != 0, right.digits != 0, (left.digits < 0) == (right.digits < 0) else {
      return nil
    }
    let (a, tensA) = stripped(left), (b, tensB) = stripped(right)
    return a == b && tensA != tensB ? tensA - tensB : nil
  }

  /// A number without the zeros at its end, and the power of ten that they stood for.
  private static func stripped(_ quantity: Quantity) -> (digits: Int64, tens: Int) {
    var digits = quantity.digits
    var tens = -Int(quantity.scale)
    while digits.isMultiple(of: 10), digits != 0 {
      digits /= 10
      tens += 1
    }
    return (digits, tens)
  }

  /// Whether two digits are taken for one another.
  static func areLookAlike(_ left: UInt8, _ right: UInt8) -> Bool {
    lookAlikes.contains { $0.contains(left) && $0.contains(right) }
  }

  private static func digits(_ quantity: Quantity) -> [UInt8] { digits(Int128(quantity.digits)) }

  private static func digits(_ number: Int128) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    var rest = number.magnitude
    // Nearly all numbers fit a word, which is divided much faster.
    while rest > UInt128(UInt64.max) {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    var word = UInt64(rest)
    repeat {
      digits.append(UInt8(word % 10))
      word /= 10
    } while word > 0
    digits.reverse()
    return digits
  }
}
