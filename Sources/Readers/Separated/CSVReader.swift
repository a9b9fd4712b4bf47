internal import TieoutModel

/// Reads comma-separated values (RFC 4180), or such with semicolons: the tables of a service, or a
/// sheet that somebody saved.
///
/// An empty record ends a table. A record of one field is a line of prose, and before a table, where
/// no row is yet, so is one of which only the first field is filled, as sheets pad them.
enum CSVReader: Reader {
  static let format = "csv"
  static let summary = Message(
    zh: "CSV（逗号或分号分隔）：每条记录是表格的一行，空记录分开各表",
    en: "CSV, with commas or semicolons: a record is a table row, an empty one parts tables")

  /// How much of a file is looked at.
  private static let sample = 1 << 16

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    if separator(bytes, isNamed: false) != nil {
      return "most lines have several separated fields, as many as the line before"
    }
    guard name.lowercased().hasSuffix(".csv"), separator(bytes, isNamed: true) != nil else {
      return nil
    }
    return "it is named .csv, and most lines have separated fields"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var draft = Draft()
    let text = SourceText(file: bytes)
    var records = SeparatedRecords(bytes, separator: separator(bytes))
    var record: [SeparatedRecords.Field] = []
    var isInTable = false
    while records.next(&record) {
      guard let last = record.lastIndex(where: { !$0.isBlank(bytes) }) else {
        draft.endBlock()
        isInTable = false
        continue
      }
      let isLine = record.count == 1 || last == 0 && !isInTable
      if isLine { draft.beginLine() } else { draft.beginRow() }
      isInTable = isInTable || !isLine
      for (column, field) in record.enumerated() where !isLine || column == 0 {
        if !isLine { draft.beginCell(column: column) }
        // The second of two quotation marks stands for both: each piece ends before it.
        for piece in field.pieces { draft.append(text, piece) }
      }
    }
    draft.endBlock()
    if let open = records.unended {
      draft.remark(
        Message(
          zh: "引号没有结束：其后直到文件末尾作为一个单元格读取",
          en: "a quotation mark is never closed: what follows, to the end of the file, is one cell"),
        atFile: open)
    }
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  /// What parts the fields of a file that was taken for such values.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    separator(bytes, isNamed: false) ?? separator(bytes, isNamed: true) ?? 0x2C
  }

  /// What parts the fields; `nil` where the file does not look like such values.
  ///
  /// - Parameter isNamed: whether its name says that it is.
  private static func separator(_ bytes: [UInt8], isNamed: Bool) -> UInt8? {
    let text = bytes.prefix(sample)
    guard !text.contains(0x09), let first = text.first(where: { !$0.isBlankASCII }),
      !"<{[|#".utf8.contains(first)
    else { return nil }
    return [0x2C, 0x3B].first { isRegular(Array(text), $0, isNamed: isNamed) }
  }

  /// Whether most records have three fields or more, half of these as many as the record before, and
  /// the separators are not those of prose or of thousands.
  ///
  /// In a file that is named so, a title or a label with its value may stand in most records: then two
  /// fields in half of them are enough.
  private static func isRegular(
    _ bytes: [UInt8], _ separator: UInt8, isNamed: Bool
  ) -> Bool {
    var records = SeparatedRecords(bytes, separator: separator)
    var record: [SeparatedRecords.Field] = []
    var all = 0, parted = 0, wide = 0, alike = 0, last = 0
    var signs = 0, doubtful = 0
    while records.next(&record) {
      if record.allSatisfy({ $0.isBlank(bytes) }) { continue }
      all += 1
      if record.count >= 2 { parted += 1 }
      if record.count >= 3 {
        wide += 1
        if record.count == last { alike += 1 }
      }
      last = record.count
      signs += record.count - 1
      doubtful += record.count { $0.isDoubtful(bytes) }
    }
    let isWide = isNamed ? 2 * parted >= all : 3 * wide >= 2 * all && 2 * alike >= wide
    return alike > 0 && isWide && 2 * doubtful < signs
  }
}
