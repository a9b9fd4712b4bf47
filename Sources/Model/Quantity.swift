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
    if difference == 0 { return Int128(digits) }
    if difference > 0 {
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
    var text = ""
    withText { text = String(ofWhole: $0) }
    return text
  }

  /// Appends the canonical text.
  public func append(to output: inout [UInt8]) {
    withText { text in
      output.append(addingCapacity: text.count) { output in
        for place in text.indices { output.append(text[place]) }
      }
    }
  }

  /// Calls a function with the canonical text.
  public func withText(_ body: (Span<UInt8>) -> Void) {
    if scale >= 0, scale <= 20 {
      // Twenty decimals, a digit before the point, the point and a sign: nearly every number.
      var text: [24 of UInt8] = .init(repeating: 0x30)
      let start = write(to: text.mutableSpan)
      body(text.span.extracting(start...))
    } else {
      // None is printed with more decimals or thousands than a byte counts.
      var text: [160 of UInt8] = .init(repeating: 0x30)
      let start = write(to: text.mutableSpan)
      body(text.span.extracting(start...))
    }
  }

  /// Writes the canonical text to the end of some zeros, and says where it begins.
  private func write(to text: consuming MutableSpan<UInt8>) -> Int {
    // The last digits are found first, so that it is written from its end.
    var start = text.count
    var rest = digits.magnitude
    var length = 0
    // Thousands were printed: the zeros belong to the number.
    if scale < 0, rest > 0 { start += Int(scale) }
    let decimals = max(0, Int(scale))
    while rest > 0 || length <= decimals {
      if length == decimals, decimals > 0 {
        start -= 1
        text[start] = 0x2E
      }
      start -= 1
      text[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
      length += 1
    }
    if digits < 0 {
      start -= 1
      text[start] = 0x2D
    }
    return start
  }
}
