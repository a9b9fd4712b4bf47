/// What records are called in fingerprints, so that decisions find them in other papers and years.
///
/// A row is named by its code, or else by its name and its organisation as printed, in short: rows and
/// forms that come or go rename none of the others. Where several are called so, their amounts tell them
/// apart, and where these are the same, their order. A linked form is called after its row.
public struct RecordKeys: Sendable {
  /// The name of each row.
  private let rows: [[UInt8]]
  /// The name of each form; none where all of them are linked.
  private let details: [[UInt8]]
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
    name(ofRecord: id).map { String(decoding: $0.kind + $0.name, as: UTF8.self) } ?? id
  }

  /// The kind of a record that has a name of its own, and that name.
  private func name(ofRecord id: String) -> (kind: [UInt8], name: [UInt8])? {
    if let row = rowOfID[id] { return (Self.row, rows[row]) }
    if id.hasPrefix("form-of/") {
      return rowOfID["summary/" + id.dropFirst(8)].map { (Self.form, rows[$0]) }
    }
    guard id.hasPrefix("detail/"),
      let number = Int(id[id.utf8.index(id.startIndex, offsetBy: 7)...]),
      number > 0, number <= rowOfDetail.count
    else { return nil }
    let row = Int(rowOfDetail[number - 1])
    if row >= 0 { return (Self.form, rows[row]) }
    return details.indices.contains(number - 1) ? (Self.detail, details[number - 1]) : nil
  }

  /// Whether a record is called so, or is none that has a name of its own.
  public func isKnown(_ key: String) -> Bool {
    !key.contains("/") || key == "summary/total" || place(ofKey: key) != nil
  }

  /// The place of the record of a name; `nil` where none is called so.
  func place(ofKey key: String) -> RecordPlace? {
    let bytes = Array(key.utf8)
    if bytes.starts(with: Self.row) {
      return rows.firstIndex { bytes.dropFirst(Self.row.count).elementsEqual($0) }.map { .row($0) }
    }
    if bytes.starts(with: Self.form) {
      guard let row = rows.firstIndex(where: { bytes.dropFirst(Self.form.count).elementsEqual($0) })
      else { return nil }
      return rowOfDetail.firstIndex(of: Int32(row)).map { .detail($0) }
    }
    guard bytes.starts(with: Self.detail) else { return nil }
    return details.firstIndex { bytes.dropFirst(Self.detail.count).elementsEqual($0) }
      .map { .detail($0) }
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
  /// stands in it already.
  public func renamed(_ fingerprint: String) -> String? {
    // Bytes, as when it was made.
    let bytes = Array(fingerprint.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    let start = colon + 1
    let end = bytes[start...].firstIndex(of: 0x3A) ?? bytes.count
    let record = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let (kind, name) = name(ofRecord: record) else { return nil }
    var renamed: [UInt8] = []
    renamed.reserveCapacity(bytes.count + kind.count + name.count)
    renamed += bytes[..<start]
    renamed += kind
    renamed += name
    renamed += bytes[end...]
    return renamed == bytes ? nil : String(decoding: renamed, as: UTF8.self)
  }

  private static let row = Array("summary/".utf8)
  private static let form = Array("form-of/".utf8)
  private static let detail = Array("detail/".utf8)
}

extension RecordKeys {
  /// The names of records, each another one.
  private static func names(
    _ records: [Record], code: FieldName?, _ fields: (name: FieldName?, unit: FieldName?),
    _ amount: FieldName?, _ text: [UInt8], _ prefixes: [[UInt8]]
  ) -> [[UInt8]] {
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
    tellApart(&names) { place, name in
      guard let field = records[place][amount] else { return }
      name.append(0x40)
      append(text, field.printed.range, to: &name)
    }
    var seen: [[UInt8]: Int] = [:]
    tellApart(&names) { _, name in
      let number = seen[name, default: 0] + 1
      seen[name] = number
      if number > 1 || name.isEmpty { name += Array("~\(number)".utf8) }
    }
    return names
  }

  /// How a name begins, prefixes that do not distinguish left out, and four digits for all of it and
  /// its organisation: `公安执勤加班补贴-9c1e`.
  private static func short(
    _ name: Field?, _ unit: Field?, _ text: [UInt8], _ prefixes: [[UInt8]]
  ) -> [UInt8] {
    var whole: [UInt8] = []
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
    var short = Array(whole[first..<min(end, named)])
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

  /// Changes the names that several have.
  private static func tellApart(
    _ names: inout [[UInt8]], _ change: (Int, inout [UInt8]) -> Void
  ) {
    var counts: [[UInt8]: Int] = [:]
    counts.reserveCapacity(names.count)
    for name in names { counts[name, default: 0] += 1 }
    guard counts.count < names.count || counts[[]] != nil else { return }
    for place in names.indices where counts[names[place]] != 1 || names[place].isEmpty {
      change(place, &names[place])
    }
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

/// A fingerprint, taken apart: `AG02`, the record, and the rest with its colon.
public struct FingerprintParts {
  private let check: Substring
  private let middle: Substring
  private let rest: Substring

  /// The record.
  public var record: String? { middle.isEmpty ? nil : String(middle) }

  /// Takes a fingerprint or its beginning apart; `nil` where it has no colon.
  public init?(_ fingerprint: String) {
    guard let colon = fingerprint.utf8.firstIndex(of: 0x3A) else { return nil }
    check = fingerprint[..<colon]
    let behind = fingerprint[fingerprint.utf8.index(after: colon)...]
    let end = behind.utf8.firstIndex(of: 0x3A) ?? behind.endIndex
    middle = behind[..<end]
    rest = behind[end...]
  }

  /// The fingerprint with another record.
  public func with(record: String) -> String { "\(check):\(record)\(rest)" }
  /// The fingerprint without its record.
  public var withoutRecord: String { "\(check):\(rest)" }

  /// Whether another fingerprint may name the same record by a number, or by a name that was recognised
  /// otherwise: half of its beginning is the same.
  public func mayBeCalled(_ other: FingerprintParts) -> Bool {
    let (own, name) = (Self.name(middle), Self.name(other.middle))
    if !name.isEmpty, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    let alike = zip(own.unicodeScalars, name.unicodeScalars).prefix { $0 == $1 }.count
    return alike > 0 && alike * 2 >= max(own.unicodeScalars.count, name.unicodeScalars.count)
  }

  /// The fingerprint without the readable name of its record, for papers of which names are masked.
  public var unnamed: String {
    guard let slash = middle.utf8.firstIndex(of: 0x2F) else { return with(record: String(middle)) }
    let key = middle[middle.utf8.index(after: slash)...]
    // Numbers and words of ours tell nothing.
    if key.utf8.allSatisfy({ $0 < 0x40 && $0 != 0x2D }) || key == "total" {
      return with(record: String(middle))
    }
    return with(record: String(middle[...slash]) + RecordKeys.digits(of: key))
  }

  /// What a record is called by, before its digits, and without what kind of record it is.
  private static func name(_ record: Substring) -> Substring {
    let key = record.split(separator: "/", maxSplits: 1).last ?? record
    return key.split(separator: "-", maxSplits: 1).first ?? key
  }
}
