public import TieoutModel

/// A file without a character: what an engine writes of a blank page.
public enum BlankFile {
  /// Whether bytes are white space, or JSON that holds no value.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index].isBlankASCII || "[]{},".utf8.contains(bytes[index]) {
        index += 1
      } else if bytes[index...].starts(with: "null".utf8) {
        index += 4
      } else {
        return false
      }
    }
    return true
  }

  /// Whether bytes are JSON that holds no value, not even an object.
  public static func isEmptyList(_ bytes: [UInt8]) -> Bool {
    bytes.first { !$0.isBlankASCII } == 0x5B && recognises(bytes)
  }

  /// Adds the file to a document; it brings no row.
  public static func read(
    _ bytes: [UInt8], name: String, into document: inout Document
  ) throws(ReadError) {
    try Draft().finish(
      bytes, name: name, format: TextReader.format, reason: "it holds no character", into: &document
    )
  }
}
