internal import Tieout

/// The order in which people number files: `page2` before `page10`.
enum NaturalOrder {
  /// Whether a name comes before another; numbers count by value, all else by its bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      let m = digits(a, from: i)
      let n = digits(b, from: j)
      if m.isEmpty || n.isEmpty {
        if a[i] != b[j] { return a[i] < b[j] }
        i += 1
        j += 1
        continue
      }
      // Leading zeros aside, the longer run is the greater number.
      let x = a[m].drop { $0 == 0x30 }
      let y = b[n].drop { $0 == 0x30 }
      if x.count != y.count { return x.count < y.count }
      if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
      i = m.upperBound
      j = n.upperBound
    }
    if i < a.count || j < b.count { return j < b.count }
    return a.lexicographicallyPrecedes(b)
  }

  private static func digits(_ bytes: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end].isDigitASCII { end += 1 }
    return start..<end
  }
}
