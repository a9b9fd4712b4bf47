/// What libxml2 reads in place of a file: every byte that would stop it is replaced by one that does
/// not, so that offsets stay and damage costs no more than itself.
enum ReadableBytes {
  /// Control characters become blanks, and bytes that are no UTF-8 question marks.
  static func xml(_ bytes: [UInt8]) -> [UInt8] {
    var output = bytes
    var index = 0
    while index < output.count {
      let byte = output[index]
      if byte < 0x80 {
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { output[index] = 0x20 }
        index += 1
        continue
      }
      let length = output.scalarLength(at: index)
      if length == 0 { output[index] = 0x3F }
      index += max(length, 1)
    }
    return output
  }

  /// The same, and every `<` that begins no tag becomes a question mark: libxml2 drops it, or takes
  /// what follows for attributes.
  static func html(_ bytes: [UInt8]) -> [UInt8] {
    var output = xml(bytes)
    var index = 0
    var missing = Missing()
    while let start = output[index...].firstIndex(of: 0x3C) {
      index = start + 1
      if isDeclaration(output, start) {
        // libxml2 passes over an instruction up to the same sign.
        output[start + 1] = 0x3F
        output[start + 2] = 0x78
      } else if !isTag(output, start, &missing) {
        output[start] = 0x3F
      }
    }
    return output
  }

  /// Ends of which no further one follows.
  private struct Missing {
    var single = false
    var double = false
    var comment = false
  }

  /// Whether a declaration that HTML does not know begins at an offset, such as Word's
  /// `<![if !supportLists]>`: it is a comment up to the next `>`.
  ///
  /// A section of characters is none, since somebody meant them to be read.
  private static func isDeclaration(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 3 < bytes.count, bytes[start + 1] == 0x21 else { return false }
    let rest = bytes[(start + 1)...].prefix(longestDeclaration)
    guard isLetter(bytes[start + 2]) || bytes[start + 2] == 0x5B,
      !rest.starts(with: "![CDATA[".utf8),
      !rest.dropFirst().prefix(7).map({ $0 | 0x20 }).elementsEqual("doctype".utf8)
    else { return false }
    let end = rest.dropFirst().firstIndex { $0 == 0x3E || $0 == 0x3C }
    return end.map { bytes[$0] == 0x3E } ?? false
  }

  /// What is longer than that is prose behind a stray sign.
  private static let longestDeclaration = 256

  private static func isTag(
    _ bytes: [UInt8], _ start: Int, _ missing: inout Missing
  ) -> Bool {
    let rest = bytes[(start + 1)...]
    guard let first = rest.first else { return false }
    switch first {
    case 0x21:
      let word = rest.dropFirst().prefix(7).map { $0 | 0x20 }
      if word.elementsEqual("doctype".utf8) { return true }
      guard rest.starts(with: "!--".utf8), !missing.comment else { return false }
      missing.comment = bytes[(start + 4)...].firstRange(of: "-->".utf8) == nil
      return !missing.comment
    case 0x2F, 0x3F: return rest.dropFirst().first.map(isLetter) ?? false
    case _ where !isLetter(first): return false
    default: break
    }
    var index = start + 1
    var isValue = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x3E: return true
      case 0x3C: return false
      case 0x22 where isValue, 0x27 where isValue:
        let isKnownOpen = byte == 0x22 ? missing.double : missing.single
        guard !isKnownOpen, let end = bytes[(index + 1)...].firstIndex(of: byte) else {
          if byte == 0x22 { missing.double = true } else { missing.single = true }
          return false
        }
        index = end
        isValue = false
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: isValue = byte == 0x3D
      }
      index += 1
    }
    // Cut off with the file.
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
