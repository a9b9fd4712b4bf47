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
  /// Whether the word before ended with 0xBF, as a mark of the first byte.
  private var carry: UInt64 = 0

  @inline(__always)
  mutating func look(at word: UInt64) {
    // `<` and `>` differ in one bit.
    marks |= word.below(0x20) | word.equal(to: 0x26) | (word & ~(0x02 * .each)).equal(to: 0x3C)
    // The noncharacters are EF BF BE and EF BF BF.
    let second = word.equal(to: 0xBF)
    marks |= (second << 8 | carry) & (word | .each).equal(to: 0xBF)
    carry = second >> 56 & 0x80
  }

  @inline(__always)
  var isSuspicious: Bool { marks.hasMarks }
}

/// Finds what text in XML escapes, and quotes.
struct XMLAttributeScan: EscapeScan {
  private var text = XMLScan()
  private var quotes: UInt64 = 0

  @inline(__always)
  mutating func look(at word: UInt64) {
    text.look(at: word)
    quotes |= word.equal(to: 0x22)
  }

  @inline(__always)
  var isSuspicious: Bool { text.isSuspicious || quotes.hasMarks }
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
