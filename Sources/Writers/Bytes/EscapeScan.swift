/// Looks for bytes that a format cannot write as they are, sixteen at a time.
///
/// It may be suspicious without need, and then somebody looks closer; it never misses one. A byte is
/// marked by its highest bit. The ways to find one: subtracting borrows from the highest bit of what
/// is too small, and what equals a sign is zero once that sign is taken away from it. A borrow that
/// goes on into the next byte marks that one too, but only where there is something to mark.
protocol EscapeScan {
  /// A scan that has seen nothing.
  init()
  /// Looks at sixteen bytes; `before` has for each of them the one before it, or zero for none.
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>)
  /// Whether any byte seen so far might need an escape.
  var isSuspicious: Bool { get }
}

/// Finds control characters, quotes and backslashes.
struct JSONScan: EscapeScan {
  private var marks = SIMD2<UInt64>.zero

  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {
    marks |= bytes.below(0x20) | bytes.equal(to: 0x22) | bytes.equal(to: 0x5C)
  }

  @inline(__always)
  var isSuspicious: Bool { marks.hasMarks }
}

/// Finds control characters, `&`, `<`, `>` and the noncharacters U+FFFE and U+FFFF.
struct XMLScan: EscapeScan {
  private var marks = SIMD2<UInt64>.zero

  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {
    // `<` and `>` differ in one bit.
    marks |= bytes.below(0x20) | bytes.equal(to: 0x26) | bytes.without(0x02).equal(to: 0x3C)
    marks |= bytes.noncharacters(before)
  }

  @inline(__always)
  var isSuspicious: Bool { marks.hasMarks }
}

/// Finds what text in XML escapes, and quotes.
struct XMLAttributeScan: EscapeScan {
  private var marks = SIMD2<UInt64>.zero

  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {
    // So do `"` and `&`.
    marks |= bytes.below(0x20) | bytes.without(0x04).equal(to: 0x22)
    marks |= bytes.without(0x02).equal(to: 0x3C) | bytes.noncharacters(before)
  }

  @inline(__always)
  var isSuspicious: Bool { marks.hasMarks }
}

/// Finds nothing.
struct NoScan: EscapeScan {
  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {}

  @inline(__always)
  var isSuspicious: Bool { false }
}

/// Finds everything: for formats that look at each character anyway.
struct FullScan: EscapeScan {
  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {}

  @inline(__always)
  var isSuspicious: Bool { true }
}

extension SIMD2<UInt64> {
  /// A byte sixteen times.
  @inline(__always)
  private static func all(_ byte: UInt64) -> Self {
    Self(repeating: byte &* 0x0101_0101_0101_0101)
  }

  /// The bytes with some of their bits taken out.
  @inline(__always)
  fileprivate func without(_ bits: UInt64) -> Self { self & ~Self.all(bits) }

  /// Marks the bytes below a bound that is at most 0x80.
  @inline(__always)
  fileprivate func below(_ bound: UInt64) -> Self { (self &- Self.all(bound)) & ~self }

  /// Marks the bytes that equal a byte.
  @inline(__always)
  fileprivate func equal(to byte: UInt64) -> Self {
    let difference = self ^ Self.all(byte)
    return (difference &- Self.all(1)) & ~difference
  }

  /// Marks the last bytes of the noncharacters, which are EF BF BE and EF BF BF: all bits of 0xBE are
  /// in both of their last two.
  @inline(__always)
  fileprivate func noncharacters(_ before: Self) -> Self {
    (self & before | Self.all(1)).equal(to: 0xBF)
  }

  /// Whether a byte is marked.
  @inline(__always)
  fileprivate var hasMarks: Bool { (self[0] | self[1]) & 0x8080_8080_8080_8080 != 0 }
}
