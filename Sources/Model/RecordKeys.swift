/// What records are called in fingerprints, so that decisions find them in other papers and years.
///
/// A row is named by its code, or else by its name and its organisation as printed, in short: rows and
/// forms that come or go rename none of the others. Where several are called so, their amounts tell them
/// apart, and where these are the same, their order. A linked form is called after its row.
public struct RecordKeys: Sendable {
  /// The name of each row.
  private let rows: [String]
  /// The name of each form; none where all of them are linked.
  private let details: [String]
  /// The row of each form; -1 for none.
  private let rowOfDetail: [Int32]
  /// The places of rows by their identifiers.
  private let rowOfID: [String: Int]

  /// Names the records of a submission whose rows are linked.
  public init(_ submission: borrowing Submission) {
    let profile = submission.profile
    let (summary, detail) = (profile.summary, profile.detail)
    let prefixes = profile.namePrefixes.map { prefix in
      var letters: [UInt8] = []
      let bytes = Array(prefix.utf8)
      Self.append(bytes, bytes.indices, to: &letters)
      return letters
    }.sorted { $0.count > $1.count }
    rows = Self.names(
      submission.summary.rows, code: summary.columns.first { $0.type == .code }?.name,
      (summary.key, summary.organisation), summary.amount, submission.document.text, prefixes)
    let isLinked = submission.links.count >= submission.details.count
    details = Self.names(
      isLinked ? [] : submission.details, code: detail.fields.first { $0.type == .code }?.name,
      (detail.key, detail.organisation), detail.total, submission.document.text, prefixes)
    var rowOfDetail = Array(repeating: Int32(-1), count: submission.details.count)
    for link in submission.links { rowOfDetail[link.detail] = Int32(link.row) }
    self.rowOfDetail = rowOfDetail
    var rowOfID: [String: Int] = [:]
    rowOfID.reserveCapacity(rows.count)
    for (place, row) in submission.summary.rows.enumerated() { rowOfID[row.id] = place }
    self.rowOfID = rowOfID
  }

  /// What fingerprints call a record; its identifier where it is no row and no form.
  ///
  /// `form-of/38` is the form of row 38, as fingerprints called it by number.
  public func key(ofRecord id: String) -> String {
    name(ofRecord: id.utf8Span.span).map { $0.kind + $0.name } ?? id
  }

  /// The kind of a record that has a name of its own, and that name.
  private func name(ofRecord id: Span<UInt8>) -> (kind: String, name: String)? {
    if id.begins(with: Self.detail) {
      guard let number = id.number(from: Self.detail.utf8.count), number > 0,
        number <= rowOfDetail.count
      else { return nil }
      let row = Int(rowOfDetail[number - 1])
      if row >= 0 { return (Self.form, rows[row]) }
      return details.indices.contains(number - 1) ? (Self.detail, details[number - 1]) : nil
    }
    let isForm = id.begins(with: Self.form)
    var row = TextBuffer(room: 32)
    if isForm { row.append(Self.row) }
    row.append(id.extracting((isForm ? Self.form.utf8.count : 0)...))
    return rowOfID[row.string].map { (isForm ? Self.form : Self.row, rows[$0]) }
  }

  /// Whether a record is called so, or is none that has a name of its own.
  public func isKnown(_ key: String) -> Bool {
    !key.contains("/") || key == "summary/total" || place(ofKey: key) != nil
  }

  /// The place of the record of a name; `nil` where none is called so.
  func place(ofKey key: String) -> RecordPlace? {
    func place(_ kind: String, _ names: [String]) -> Int? {
      guard key.utf8.starts(with: kind.utf8) else { return nil }
      let name = key.utf8.dropFirst(kind.utf8.count), count = name.count
      return names.firstIndex { $0.utf8.count == count && $0.utf8.elementsEqual(name) }
    }
    if let row = place(Self.row, rows) { return .row(row) }
    if let row = place(Self.form, rows) {
      return rowOfDetail.firstIndex(of: Int32(row)).map { .detail($0) }
    }
    return place(Self.detail, details).map { .detail($0) }
  }

  /// Puts the names of records in place of their identifiers in the fingerprints of findings.
  public func rename(_ findings: inout [Finding]) {
    for place in findings.indices {
      if let renamed = renamed(findings[place].fingerprint) {
        findings[place].fingerprint = renamed
      }
    }
  }

  /// A fingerprint like `AG02:detail/38:total:total` with the name of its record, or `nil` where that
  /// stands in it already: no name is the identifier of a record, since none begins with a digit.
  public func renamed(_ fingerprint: String) -> String? {
    let bytes = fingerprint.utf8Span.span
    guard let colon = bytes.first(of: 0x3A, from: 0) else { return nil }
    let end = bytes.first(of: 0x3A, from: colon + 1) ?? bytes.count
    guard let (kind, name) = name(ofRecord: bytes.extracting((colon + 1)..<end)) else { return nil }
    var renamed = TextBuffer(room: 128)
    renamed.append(bytes.extracting(...colon))
    renamed.append(kind)
    renamed.append(name)
    renamed.append(bytes.extracting(end...))
    return renamed.string
  }

  private static let row = "summary/"
  private static let form = "form-of/"
  private static let detail = "detail/"
}

extension RecordKeys {
  /// The names of records, each another one.
  private static func names(
    _ records: [Record], code: FieldName?, _ fields: (name: FieldName?, unit: FieldName?),
    _ amount: FieldName?, _ text: [UInt8], _ prefixes: [[UInt8]]
  ) -> [String] {
    var names: [[UInt8]] = []
    names.reserveCapacity(records.count)
    for record in records {
      var name: [UInt8] = []
      if let code = record[code] { append(text, code.printed.range, to: &name) }
      if name.isEmpty { name = short(record[fields.name], record[fields.unit], text, prefixes) }
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
  private static func short(
    _ name: Field?, _ unit: Field?, _ text: [UInt8], _ prefixes: [[UInt8]]
  ) -> [UInt8] {
    var whole: [UInt8] = []
    whole.reserveCapacity(Int(name?.printed.count ?? 0) + Int(unit?.printed.count ?? 0) + 1)
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
    short += digits(of: whole)
    return short
  }

  /// Four digits for a name, behind a hyphen.
  private static func digits(of name: [UInt8]) -> [UInt8] {
    var hash = EvidenceHash()
    hash.add(name)
    let folded = hash.hash >> 32 ^ hash.hash
    func digit(_ place: UInt64) -> UInt8 {
      let nibble = UInt8(truncatingIfNeeded: folded >> (place * 4) & 15)
      return nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
    return [0x2D, digit(3), digit(2), digit(1), digit(0)]
  }

  /// The four digits of a name for papers of which names are masked: those that it has, else its own.
  static func digits(of key: Substring) -> String {
    let bytes = Array(key.utf8)
    let end = bytes.firstIndex { $0 == 0x40 || $0 == 0x7E } ?? bytes.count
    if end >= 5, bytes[end - 5] == 0x2D {
      return String(decoding: bytes[(end - 5)...], as: UTF8.self)
    }
    return String(decoding: digits(of: bytes), as: UTF8.self)
  }

  /// How many columns of a name are shown.
  private static let mostColumns = 16

  /// Changes the names that several have, and tells whether there were none.
  private static func tellApart(
    _ names: inout [[UInt8]], _ change: (Int, inout [UInt8]) -> Void
  ) -> Bool {
    var counts: [[UInt8]: Int] = [:]
    counts.reserveCapacity(names.count)
    for name in names { counts[name, default: 0] += 1 }
    guard counts.count < names.count || counts[[]] != nil else { return true }
    for place in names.indices where counts[names[place]] != 1 || names[place].isEmpty {
      change(place, &names[place])
    }
    return false
  }

  /// Appends the letters and digits of a text, in small letters.
  private static func append(_ text: [UInt8], _ range: Range<Int>, to name: inout [UInt8]) {
    let isBegun = !name.isEmpty
    name.append(addingCapacity: range.count) {
      append(text.span, range, isBegun: isBegun, to: &$0)
    }
  }

  private static func append(
    _ text: Span<UInt8>, _ range: Range<Int>, isBegun: Bool, to name: inout OutputSpan<UInt8>
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      // Han, where nearly all letters are: three bytes, and no sign.
      if byte >= 0xE4, byte <= 0xE9, index + 2 < range.upperBound {
        name.append(byte)
        name.append(text[index + 1])
        name.append(text[index + 2])
        index += 3
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, range.upperBound)
      let isPoint = byte == 0x2E && (isBegun || !name.isEmpty)
      if byte.isDigitASCII || isPoint || byte >= 0x61 && byte <= 0x7A {
        name.append(byte)
      } else if byte >= 0x41, byte <= 0x5A {
        name.append(byte | 0x20)
      } else if isLetter(text, index, end) {
        for place in index..<end { name.append(text[place]) }
      }
      index = end
    }
  }

  /// Whether a character beyond ASCII is no sign: not of Latin-1, of general punctuation, of that of
  /// Chinese, or of its wide and narrow forms.
  private static func isLetter(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    switch text[index] {
    case ..<0xC3, 0xE2, 0xEF: false
    case 0xE3: end - index == 3 && text[index + 1] != 0x80
    default: true
    }
  }
}

extension Span<UInt8> {
  /// Whether these bytes begin with a word of ASCII.
  fileprivate func begins(with word: String) -> Bool {
    let word = word.utf8Span.span
    guard count >= word.count else { return false }
    for place in word.indices where self[place] != word[place] { return false }
    return true
  }

  /// The number that these bytes are from a place on; `nil` where they are none, or too long a one.
  fileprivate func number(from start: Int) -> Int? {
    guard start < count, count - start < 18 else { return nil }
    var number = 0
    for place in start..<count {
      guard self[place].isDigitASCII else { return nil }
      number = number * 10 + Int(self[place] - 0x30)
    }
    return number
  }

  /// The first place of a byte, from a place on.
  fileprivate func first(of byte: UInt8, from start: Int) -> Int? {
    for place in start..<count where self[place] == byte { return place }
    return nil
  }
}
