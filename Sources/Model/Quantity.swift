/// An exact decimal that remembers how precisely it was printed: `digits` × 10^−`scale`.
///
/// `1,937.80` is 193780 at scale 2. Never binary floating point.
public struct Quantity: Hashable, Sendable, BitwiseCopyable {
  /// All digits as one integer.
  public var digits: Int64
  /// The number of digits after the point.
  public var scale: Int8

  /// Creates the quantity `digits` × 10^−`scale`.
  public init(digits: Int64, scale: Int8) {
    self.digits = digits
    self.scale = scale
  }

  /// Zero, without decimals.
  public static let zero = Quantity(digits: 0, scale: 0)

  /// The digits at another scale; `nil` where they would not fit or digits would be lost.
  public func digits(at scale: Int) -> Int128? {
    let difference = scale - Int(self.scale)
    if difference >= 0 {
      guard difference <= 19 else { return digits == 0 ? 0 : nil }
      return Int128(digits) * Self.powersOfTen[difference]
    }
    guard -difference <= 19 else { return digits == 0 ? 0 : nil }
    let power = Self.powersOfTen[-difference]
    return Int128(digits).isMultiple(of: power) ? Int128(digits) / power : nil
  }

  /// Whether both are the same number, whatever their scales.
  public func equals(_ other: Quantity) -> Bool {
    if self.scale == other.scale { return digits == other.digits }
    let scale = Int(max(self.scale, other.scale))
    guard let left = digits(at: scale), let right = other.digits(at: scale) else { return false }
    return left == right
  }

  /// The number times a power of ten, its precision moved along.
  public func scaled(byPowerOfTen exponent: Int) -> Quantity {
    Quantity(digits: digits, scale: Int8(clamping: Int(scale) - exponent))
  }

  /// 10⁰ to 10¹⁹.
  static let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<19 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}

extension Quantity: Comparable {
  /// Compares exactly, whatever the scales.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    if left.scale == right.scale { return left.digits < right.digits }
    let scale = max(Int(left.scale), Int(right.scale))
    if let a = left.digits(at: scale), let b = right.digits(at: scale) { return a < b }
    // Too far apart to share a scale: the one with the smaller scale is larger in size.
    return left.scale < right.scale ? left.digits < 0 : right.digits > 0
  }
}

extension Quantity: CustomStringConvertible {
  /// The canonical text: no separators, the printed decimals kept, `-` for negatives.
  public var description: String {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(24)
    append(to: &buffer)
    return String(ofStrings: buffer)
  }

  /// Appends the canonical text.
  public func append(to output: inout [UInt8]) {
    if digits < 0 { output.append(0x2D) }
    var magnitude = digits.magnitude
    if scale < 0 {
      // Thousands were printed: the zeros belong to the number.
      appendDigits(magnitude, minimum: 1, point: 0, to: &output)
      if magnitude != 0 { for _ in 0..<(-Int(scale)) { output.append(0x30) } }
      magnitude = 0
      return
    }
    appendDigits(magnitude, minimum: Int(scale) + 1, point: Int(scale), to: &output)
  }

  private func appendDigits(
    _ magnitude: UInt64, minimum: Int, point: Int, to output: inout [UInt8]
  ) {
    // The last digits are found first and stand behind: no number has more than twenty.
    var digits: [20 of UInt8] = .init(repeating: 0x30)
    var rest = magnitude
    var length = 0
    while rest > 0 {
      digits[length] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
      length += 1
    }
    let most = max(length, minimum)
    output.append(addingCapacity: most + 1) { output in
      var place = most
      while place > 0 {
        if place == point { output.append(0x2E) }
        place -= 1
        output.append(place < length ? digits[place] : 0x30)
      }
    }
  }
}
