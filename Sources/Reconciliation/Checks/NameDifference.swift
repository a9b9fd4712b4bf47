import TieoutModel

/// How two names of one project differ, letter by letter.
struct NameDifference: Hashable, Sendable {
  /// What kind of difference it is.
  enum Kind: String, Hashable, Sendable {
    /// One carries a prefix that does not distinguish projects, or another one.
    case prefix
    /// Only signs differ: asterisks, brackets, dashes.
    case punctuation
    /// Words differ or are missing in the middle.
    case wording
    /// One is the other with something before or behind it.
    case other
  }

  /// What kind of difference it is.
  var kind: Kind
  /// Both names in one line, the differences in braces: `维修补{助→贴}资金`.
  var aligned: String

  /// Compares two printed names; `nil` where they differ in widths and spaces at most.
  init?(_ text: [UInt8], _ left: Range<Int>, _ right: Range<Int>, prefixes: [[UInt32]]) {
    let a = Self.signs(text, left)
    let b = Self.signs(text, right)
    guard a != b else { return nil }
    kind = Self.kind(a, b, prefixes)
    aligned = Self.alignWords(text[left], text[right]) ?? Self.align(a, b)
  }

  /// Writes both names in one line, word by word; `nil` where they are not written in words.
  private static func alignWords(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> String? {
    // Most names are in Chinese, which is seen at once.
    guard left.allSatisfy({ $0 < 0xE0 }), right.allSatisfy({ $0 < 0xE0 }) else { return nil }
    let a = left.split(whereSeparator: \.isBlankASCII)
    let b = right.split(whereSeparator: \.isBlankASCII)
    guard a.count > 1 || b.count > 1 else { return nil }
    var numbers: [[UInt8]: UInt32] = [:]
    func number(_ word: ArraySlice<UInt8>) -> UInt32 {
      let folded = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      let number = numbers[folded] ?? UInt32(numbers.count)
      numbers[folded] = number
      return number
    }
    let x = a.map(number), y = b.map(number)
    let lengths = commonLengths(x[...], y[...])
    let width = b.count + 1
    var parts: [[UInt8]] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let (start, other) = (i, j)
      while i < a.count || j < b.count, i == a.count || j == b.count || x[i] != y[j] {
        if j == b.count
          || i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
        {
          i += 1
        } else {
          j += 1
        }
      }
      if i > start || j > other {
        var part: [UInt8] = [0x7B]
        part += a[start..<i].joined(separator: [0x20])
        part += "→".utf8
        part += b[other..<j].joined(separator: [0x20])
        part.append(0x7D)
        parts.append(part)
      }
      if i < a.count, j < b.count {
        parts.append(Array(a[i]))
        i += 1
        j += 1
      }
    }
    return String(decoding: Array(parts.joined(separator: [0x20])), as: UTF8.self)
  }

  /// The scalars, widths and cases folded, without white space.
  private static func signs(_ text: [UInt8], _ printed: Range<Int>) -> [UInt32] {
    var signs: [UInt32] = []
    signs.reserveCapacity(printed.count / 3 + 1)
    let part = text.span.extracting(printed)
    var index = 0
    while let scalar = NameText.scalar(part, &index) {
      let folded = NameText.fold(scalar)
      if folded > 0x20, folded != 0xA0, folded != 0x3000 { signs.append(folded) }
    }
    return signs
  }

  private static func letters(_ signs: [UInt32]) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(signs.count)
    for sign in signs where NameText.isLetter(sign) { letters.append(sign) }
    return letters
  }

  private static func kind(_ a: [UInt32], _ b: [UInt32], _ prefixes: [[UInt32]]) -> Kind {
    let left = letters(a)
    let right = letters(b)
    if left == right { return .punctuation }
    func bare(_ name: [UInt32]) -> ArraySlice<UInt32> {
      let prefix = prefixes.filter { $0.count < name.count && name.starts(with: $0) }
        .max { $0.count < $1.count }
      return name.dropFirst(prefix?.count ?? 0)
    }
    let (x, y) = (bare(left), bare(right))
    if x == y { return .prefix }
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    if !short.isEmpty, long.starts(with: short) || long.suffix(short.count) == short {
      return .other
    }
    return .wording
  }

  /// Writes both names in one line, along their longest common subsequence.
  private static func align(_ whole: [UInt32], _ other: [UInt32]) -> String {
    // What both begin with needs no table.
    var shared = 0
    while shared < min(whole.count, other.count), whole[shared] == other[shared] { shared += 1 }
    let a = whole[shared...]
    let b = other[shared...]
    let lengths = commonLengths(a, b)
    let width = b.count + 1
    var text: [UInt8] = []
    text.reserveCapacity(4 * (whole.count + b.count))
    text.append(letters: whole[..<shared])
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let (start, other) = (i, j)
      while i < a.count || j < b.count {
        if i < a.count, j < b.count, a[shared + i] == b[shared + j] { break }
        if j == b.count
          || (i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        {
          i += 1
        } else {
          j += 1
        }
      }
      if i > start || j > other {
        text.append(0x7B)
        text.append(letters: a[(shared + start)..<(shared + i)])
        text.append(contentsOf: "→".utf8)
        text.append(letters: b[(shared + other)..<(shared + j)])
        text.append(0x7D)
      }
      if i < a.count, j < b.count {
        text.append(letters: a[(shared + i)...(shared + i)])
        i += 1
        j += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The length of the longest common subsequence of each two ends of names, row by row.
  private static func commonLengths(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> [Int32] {
    let (a, b) = (a.span, b.span)
    let width = b.count + 1
    var lengths: [Int32] = Array(repeating: 0, count: (a.count + 1) * width)
    var rows = lengths.mutableSpan
    for row in a.indices.reversed() {
      let cell = row * width
      let letter = a[row]
      // What stands to the right, below, and below of that on the right.
      var right: Int32 = 0
      var diagonal: Int32 = 0
      for column in b.indices.reversed() {
        let below = rows[cell + column + width]
        right = letter == b[column] ? diagonal + 1 : max(below, right)
        diagonal = below
        rows[cell + column] = right
      }
    }
    return lengths
  }
}

extension Array<UInt8> {
  /// Appends letters as UTF-8.
  fileprivate mutating func append(letters: ArraySlice<UInt32>) {
    for letter in letters {
      if letter >= 0x800, letter < 0xD800 {
        append(UInt8(truncatingIfNeeded: 0xE0 | letter >> 12))
        append(UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 0x3F))
        append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
      } else if let scalar = Unicode.Scalar(letter) {
        append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
