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
    var text = TextBuffer(room: 128)
    // In place: a finding is large, and none of them is copied for its name.
    var all = findings.mutableSpan
    for place in all.indices {
      if let name = all[place].name {
        if let renamed = renamed(name) { all[place].fingerprint = renamed }
        continue
      }
      let record = all[place].identity.record
      let (kind, name) = name(ofRecord: record.utf8Span.span) ?? (record, "")
      all[place].setFingerprint(kind, name, through: &text)
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
