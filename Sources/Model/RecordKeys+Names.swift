extension RecordKeys {
  /// The names of records, each another one.
  static func names(
    _ records: [Record], code: FieldName?, _ fields: (name: FieldName?, unit: FieldName?),
    _ amount: FieldName?, _ text: [UInt8], _ prefixes: [[UInt8]]
  ) -> [String] {
    var names: [[UInt8]] = []
    names.reserveCapacity(records.count)
    var whole: [UInt8] = []
    for place in records.indices {
      var name: [UInt8] = []
      if let code = records[place][code] { append(text, code.printed.range, to: &name) }
      if name.isEmpty {
        name = short(
          records[place][fields.name], records[place][fields.unit], text, prefixes, &whole)
      }
      // Digits alone are what rows are numbered with.
      if name.first?.isDigitASCII == true { name.insert(0x40, at: 0) }
      names.append(name)
    }
    let areApart = tellApart(&names) { place, name in
      guard let field = records[place][amount] else { return }
      name.append(0x40)
      append(text, field.printed.range, to: &name)
    }
    if areApart { return names.map { String(decoding: $0, as: UTF8.self) } }
    var seen: [[UInt8]: Int] = [:]
    _ = tellApart(&names) { _, name in
      let number = seen[name, default: 0] + 1
      seen[name] = number
      if number > 1 || name.isEmpty { name += Array("~\(number)".utf8) }
    }
    return names.map { String(decoding: $0, as: UTF8.self) }
  }

  /// How a name begins, prefixes that do not distinguish left out, and four digits for all of it and
  /// its organisation: `公安执勤加班补贴-9c1e`.
  ///
  /// `whole` is overwritten.
  private static func short(
    _ name: Field?, _ unit: Field?, _ text: [UInt8], _ prefixes: [[UInt8]], _ whole: inout [UInt8]
  ) -> [UInt8] {
    whole.removeAll(keepingCapacity: true)
    if let name { append(text, name.printed.range, to: &whole) }
    let prefix = prefixes.first { !$0.isEmpty && $0.count < whole.count && whole.starts(with: $0) }
    let first = prefix?.count ?? 0
    var end = first
    var width = 0
    while end < whole.count, width < mostColumns {
      width += whole[end] < 0x80 ? 1 : 2
      end += 1
      while end < whole.count, !whole[end].isScalarStart { end += 1 }
    }
    let named = whole.count
    whole.append(0x40)
    if let unit { append(text, unit.printed.range, to: &whole) }
    guard named > 0 || whole.count > 1 else { return [] }
    var short: [UInt8] = []
    short.reserveCapacity(end - first + 5)
    short += whole[first..<min(end, named)]
    appendDigits(of: whole, to: &short)
    return short
  }

  /// Appends four digits for a name, behind a hyphen.
  private static func appendDigits(of name: [UInt8], to short: inout [UInt8]) {
    var hash = EvidenceHash()
    hash.add(name)
    var folded = UInt16(truncatingIfNeeded: hash.hash >> 32 ^ hash.hash)
    short.append(0x2D)
    for _ in 0..<4 {
      let nibble = UInt8(folded >> 12)
      short.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
      folded <<= 4
    }
  }

  /// The four digits of a name for papers of which names are masked: those that it has, else its own.
  static func digits(of key: Substring) -> String {
    let bytes = Array(key.utf8)
    let end = bytes.firstIndex { $0 == 0x40 || $0 == 0x7E } ?? bytes.count
    if end >= 5, bytes[end - 5] == 0x2D {
      return String(decoding: bytes[(end - 5)...], as: UTF8.self)
    }
    var digits: [UInt8] = []
    appendDigits(of: bytes, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// How many columns of a name are shown.
  private static let mostColumns = 16

  /// Changes the names that several have, and tells whether there were none.
  private static func tellApart(
    _ names: inout [[UInt8]], _ change: (Int, inout [UInt8]) -> Void
  ) -> Bool {
    if areSurelyApart(names) { return true }
    var counts: [[UInt8]: Int] = [:]
    counts.reserveCapacity(names.count)
    for name in names { counts[name, default: 0] += 1 }
    guard counts.count < names.count || counts[[]] != nil else { return true }
    for place in names.indices where counts[names[place]] != 1 || names[place].isEmpty {
      change(place, &names[place])
    }
    return false
  }

  /// Whether none is empty and no two are the same, as nearly always: their hashes tell that they are
  /// apart, and nothing else.
  private static func areSurelyApart(_ names: [[UInt8]]) -> Bool {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(names.count)
    for place in names.indices {
      if names[place].isEmpty { return false }
      var hash = EvidenceHash()
      hash.add(names[place])
      hashes.append(hash.hash)
    }
    hashes.sort()
    for place in hashes.indices.dropFirst() where hashes[place] == hashes[place - 1] {
      return false
    }
    return true
  }

  /// Appends the letters and digits of a text, in small letters.
  static func append(_ text: [UInt8], _ range: Range<Int>, to name: inout [UInt8]) {
    let isBegun = !name.isEmpty
    name.append(addingCapacity: range.count) {
      append(text.span.extracting(range), isBegun: isBegun, to: &$0)
    }
  }

  private static func append(
    _ text: Span<UInt8>, isBegun: Bool, to name: inout OutputSpan<UInt8>
  ) {
    var rest = text
    while !rest.isEmpty {
      let byte = rest[0]
      // Han, where nearly all letters are: three bytes, and no sign.
      if byte >= 0xE4, byte <= 0xE9, rest.count > 2 {
        name.append(byte)
        name.append(rest[1])
        name.append(rest[2])
        rest = rest.extracting(droppingFirst: 3)
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let character = rest.extracting(first: length)
      let isPoint = byte == 0x2E && (isBegun || !name.isEmpty)
      if byte.isDigitASCII || isPoint || byte >= 0x61 && byte <= 0x7A {
        name.append(byte)
      } else if byte >= 0x41, byte <= 0x5A {
        name.append(byte | 0x20)
      } else if isLetter(character) {
        for place in character.indices { name.append(character[place]) }
      }
      rest = rest.extracting(droppingFirst: length)
    }
  }

  /// Whether a character beyond ASCII is no sign: not of Latin-1, of general punctuation, of that of
  /// Chinese, or of its wide and narrow forms.
  private static func isLetter(_ character: Span<UInt8>) -> Bool {
    switch character[0] {
    case ..<0xC3, 0xE2, 0xEF: false
    case 0xE3: character.count == 3 && character[1] != 0x80
    default: true
    }
  }
}
