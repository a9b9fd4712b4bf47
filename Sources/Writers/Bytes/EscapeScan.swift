/// Looks for bytes that a format cannot write as they are, sixteen at a time.
///
/// It may be suspicious without need, and then somebody looks closer; it never misses one. A byte is
/// marked by its highest bit, which subtracting sets in what is too small; what equals a sign is zero,
/// the least of all, once the bits of that sign are turned over. A borrow that goes on into the next
/// byte may mark that one too, but only where there is something to mark.
protocol EscapeScan {
  /// A scan that has seen nothing.
  init()
  /// Looks at sixteen bytes; `before` has for each of them the one before it, or zero for none.
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>)
  /// Whether any byte seen so far might need an escape; of each sixteen only those before a place
  /// from 1 to 16 count. Before the place 0 there is none, and something may be suspicious all the same.
  func isSuspicious(before end: Int) -> Bool
}

/// Finds control characters, quotes and backslashes.
struct JSONScan: EscapeScan {
  private var marks = SIMD2<UInt64>.zero

  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {
    // With the bit 0x02 turned over, a quote follows the control characters.
    marks |= (bytes.turned(0x02).less(0x21) | bytes.turned(0x5C).less(1)) & ~bytes
  }

  @inline(__always)
  func isSuspicious(before end: Int) -> Bool { marks.hasMarks(before: end) }
}

/// Finds control characters, `&`, `<`, `>`, quotes, which attributes escape and texts hardly hold, and
/// the noncharacters U+FFFE and U+FFFF.
struct XMLScan: EscapeScan {
  private var marks = SIMD2<UInt64>.zero

  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let low = (bytes & ~SIMD2.all(0x04)).turned(0x02).less(0x21)
    let angles = (bytes | SIMD2.all(0x02)).turned(0x3E).less(1)
    // The noncharacters are EF BF BE and EF BF BF: all bits of 0xBE are in both of their last two.
    let both = bytes & before
    let last = (both | SIMD2.all(0x01)).turned(0xBF).less(1)
    marks |= (low | angles) & ~bytes
    marks |= last & both
  }

  @inline(__always)
  func isSuspicious(before end: Int) -> Bool { marks.hasMarks(before: end) }
}

/// Finds nothing.
struct NoScan: EscapeScan {
  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {}

  @inline(__always)
  func isSuspicious(before end: Int) -> Bool { false }
}

/// Finds everything: for formats that look at each character anyway.
struct FullScan: EscapeScan {
  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ before: SIMD2<UInt64>) {}

  @inline(__always)
  func isSuspicious(before end: Int) -> Bool { true }
}

extension SIMD2<UInt64> {
  /// A byte sixteen times.
  @inline(__always)
  fileprivate static func all(_ byte: UInt64) -> Self {
    Self(repeating: byte &* 0x0101_0101_0101_0101)
  }

  /// The bytes with some of their bits turned over.
  @inline(__always)
  fileprivate func turned(_ bits: UInt64) -> Self { self ^ Self.all(bits) }

  /// Marks those of the bytes below 0x80 that are below a bound, and some of the others.
  @inline(__always)
  fileprivate func less(_ bound: UInt64) -> Self { self &- Self.all(bound) }

  /// Whether a byte before a place from 1 to 16 is marked.
  @inline(__always)
  fileprivate func hasMarks(before end: Int) -> Bool {
    // Bytes at the place and behind it are shifted out of the word in which it stands.
    let rest = UInt64(truncatingIfNeeded: 128 &- end &* 8)
    let marks = end > 8 ? self[0] | self[1] &<< rest : self[0] &<< rest
    return marks & 0x8080_8080_8080_8080 != 0
  }
}
