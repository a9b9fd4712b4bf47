internal import TieoutModel

/// The records of separated values, one after the other.
struct SeparatedRecords {
  /// A field: the characters of the file that are its own.
  struct Field {
    /// Ranges of the file; of a quoted field what stands between the marks, cut at doubled ones.
    var pieces: [Range<Int>]
    /// Whether it stands in quotation marks.
    var isQuoted: Bool
    /// Whether the separator before it stands between digits.
    fileprivate var followsDigit: Bool

    /// Whether nothing is in it.
    func isBlank(_ bytes: [UInt8]) -> Bool {
      pieces.allSatisfy { bytes[$0].allSatisfy(\.isBlankASCII) }
    }

    /// Whether the separator before it may be one of prose, which a space follows, or of thousands,
    /// which three digits follow.
    func isDoubtful(_ bytes: [UInt8]) -> Bool {
      guard !isQuoted, let range = pieces.first, let first = bytes[range].first else {
        return false
      }
      if first == 0x20 { return true }
      let digits = bytes[range].prefix { $0.isDigitASCII }.count
      return followsDigit && digits == 3
    }
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  /// Where the quotation mark stands that is never closed; `nil` where all are.
  private(set) var unended: Int?

  /// Reads bytes from their start, or from behind a byte order mark.
  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Reads the next record into `record`; `false` at the end of the bytes.
  mutating func next(_ record: inout [Field]) -> Bool {
    record.removeAll(keepingCapacity: true)
    guard index < bytes.count else { return false }
    while true {
      record.append(field())
      guard index < bytes.count else { return true }
      let byte = bytes[index]
      index += 1
      if byte == separator { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      return true
    }
  }

  /// Reads a field up to what ends it: a separator or the end of a line.
  private mutating func field() -> Field {
    let followsDigit = index > 1 && bytes[index - 1] == separator && bytes[index - 2].isDigitASCII
    var field = Field(pieces: [], isQuoted: false, followsDigit: followsDigit)
    if index < bytes.count, bytes[index] == 0x22 { quoted(into: &field) }
    // What stands behind a closing mark belongs to the field as well.
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    if start < index { field.pieces.append(start..<index) }
    return field
  }

  private mutating func quoted(into field: inout Field) {
    let open = index
    field.isQuoted = true
    index += 1
    var start = index
    while index < bytes.count {
      guard bytes[index] == 0x22 else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else {
        field.pieces.append(start..<index)
        index += 1
        return
      }
      field.pieces.append(start..<index + 1)
      index += 2
      start = index
    }
    field.pieces.append(start..<index)
    unended = unended ?? open
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
}
