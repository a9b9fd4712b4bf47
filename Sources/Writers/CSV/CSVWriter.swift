public import TieoutModel

/// Writes `summary.csv`: the summary's rows, each beside the form that it stands for.
///
/// Quoting and line ends are those of RFC 4180. A spreadsheet runs what looks like a formula, so text
/// that begins like one gets an apostrophe; numbers, negative ones too, stay numbers.
public enum CSVWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "csv"
  /// The file's name.
  public static let fileName = "summary.csv"
  /// Whoever works in a spreadsheet asks for it.
  public static let isOnRequest = true

  /// Appends the table.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    if options.hasByteOrderMark { output.literal("\u{FEFF}") }
    let table = SideBySide(submission)
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { output.byte(0x2C) }
        output.cell(cell)
      }
      output.literal("\r\n")
    }
  }
}

extension ByteBuffer {
  private mutating func quoted(_ text: String) {
    byte(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { self.byte(byte) }
      self.byte(byte)
    }
    byte(0x22)
  }

  /// Appends a cell, harmless and quoted where it must be.
  fileprivate mutating func cell(_ text: String) {
    let text = text.asHarmlessCell
    if text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
      quoted(text)
    } else {
      escaped(text, as: NoEscaping.self)
    }
  }
}
