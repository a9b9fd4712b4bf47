/// Looks for bytes that a format cannot write as they are, eight at a time.
///
/// It may be suspicious without need, and then somebody looks closer; it never misses one. A byte is
/// marked by its highest bit. The ways to find one: subtracting borrows from the highest bit of what
/// is too small, and what equals a sign is zero once that sign is taken away from it. A borrow that
/// goes on into the next byte marks that one too, but only where there is something to mark.
protocol EscapeScan {
  /// A scan that has seen nothing.
  init()
  /// Looks at the next eight bytes, the first one lowest.
  mutating func look(at word: UInt64)
  /// Whether any byte seen so far might need an escape.
  var isSuspicious: Bool { get }
}

/// Finds control characters, quotes and backslashes.
struct JSONScan: EscapeScan {
  private var marks: UInt64 = 0

  @inline(__always)
  mutating func look(at word: UInt64) {
    marks |= word.below(0x20) | word.equal(to: 0x22) | word.equal(to: 0x5C)
  }

  @inline(__always)
  var isSuspicious: Bool { marks.hasMarks }
}

/// Finds control characters, `&`, `<`, `>` and the noncharacters U+FFFE and U+FFFF.
struct XMLScan: EscapeScan {
  private var marks: UInt64 = 0
  private var pairs = PairScan()

  @inline(__always)
  mutating func look(at word: UInt64) {
    // `<` and `>` differ in one bit.
    marks |= word.below(0x20) | word.equal(to: 0x26) | word.without(0x02).equal(to: 0x3C)
    pairs.look(at: word)
  }

  @inline(__always)
  var isSuspicious: Bool { (marks | pairs.marks).hasMarks }
}

/// Finds what text in XML escapes, and quotes.
struct XMLAttributeScan: EscapeScan {
  private var marks: UInt64 = 0
  private var pairs = PairScan()

  @inline(__always)
  mutating func look(at word: UInt64) {
    // So do `"` and `&`.
    marks |= word.below(0x20) | word.without(0x04).equal(to: 0x22)
    marks |= word.without(0x02).equal(to: 0x3C)
    pairs.look(at: word)
  }

  @inline(__always)
  var isSuspicious: Bool { (marks | pairs.marks).hasMarks }
}

/// Finds the last two bytes of the noncharacters, which are EF BF BE and EF BF BF: all bits of 0xBE
/// are in both.
private struct PairScan {
  private(set) var marks: UInt64 = 0
  /// The byte before the next word.
  private var last: UInt64 = 0

  @inline(__always)
  mutating func look(at word: UInt64) {
    marks |= (word & (word << 8 | last)).with(0x01).equal(to: 0xBF)
    last = word >> 56
  }
}

/// Finds nothing.
struct NoScan: EscapeScan {
  @inline(__always)
  mutating func look(at word: UInt64) {}

  @inline(__always)
  var isSuspicious: Bool { false }
}

/// Finds everything: for formats that look at each character anyway.
struct FullScan: EscapeScan {
  @inline(__always)
  mutating func look(at word: UInt64) {}

  @inline(__always)
  var isSuspicious: Bool { true }
}

extension UInt64 {
  /// A one in each byte.
  fileprivate static var each: UInt64 { 0x0101_0101_0101_0101 }

  /// The word with bits of each byte taken out.
  @inline(__always)
  fileprivate func without(_ bits: UInt64) -> UInt64 { self & ~(bits &* .each) }

  /// The word with bits of each byte put in.
  @inline(__always)
  fileprivate func with(_ bits: UInt64) -> UInt64 { self | bits &* .each }

  /// Marks the bytes below a bound that is at most 0x80.
  @inline(__always)
  fileprivate func below(_ bound: UInt64) -> UInt64 { (self &- bound &* .each) & ~self }

  /// Marks the bytes that equal a byte.
  @inline(__always)
  fileprivate func equal(to byte: UInt64) -> UInt64 {
    let difference = self ^ byte &* .each
    return (difference &- .each) & ~difference
  }

  /// Whether a byte is marked.
  @inline(__always)
  fileprivate var hasMarks: Bool { self & (0x80 &* .each) != 0 }
}
