internal import TieoutModel

/// What the bytes of a file say about being text.
struct TextBytes {
  /// Bytes that no text holds, and where the first one stands.
  private(set) var binaries = 0
  private(set) var firstBinary: Int?
  /// The bytes that are not UTF-8: how many, and where the first one stands.
  private(set) var invalid: (count: Int, first: Int)?
  private var count = 0

  /// Of bytes that are known to be plain there is nothing to say.
  init() {}

  init(_ bytes: [UInt8]) {
    count = bytes.count
    guard !PlainUTF8.holds(bytes.span) else { return }
    countBinaries(bytes.span)
    invalid = Self.invalid(bytes)
  }

  private mutating func countBinaries(_ span: borrowing Span<UInt8>) {
    for index in span.indices where span[index] < 0x08 || span[index] > 0x0D && span[index] < 0x1B {
      binaries += 1
      firstBinary = firstBinary ?? index
    }
  }

  /// Whether all bytes are text in UTF-8.
  var isPlain: Bool { binaries == 0 && invalid == nil }

  /// Whether so many bytes belong to no text that the file is none: one in two hundred, and one in
  /// four where all else is UTF-8, as it never is in a picture or a program.
  ///
  /// Stray ones are damage of a text, and stay in it.
  var isBinary: Bool { binaries > 0 && binaries * (invalid == nil ? 4 : 200) >= count }

  /// What is to be said about bytes that stay in a text though they are none, each with the offset
  /// of the first one.
  ///
  /// - Parameter place: where an offset is in the file.
  func remarks(_ place: (Int) -> Int = { $0 }) -> [(message: Message, offset: Int)] {
    var remarks: [(message: Message, offset: Int)] = []
    if let invalid {
      remarks.append(
        (
          Message(
            zh: "有 \(invalid.count) 个字节不合 UTF-8（首个在第 \(place(invalid.first)) 字节），按原样保留，输出为 U+FFFD",
            en:
              "bytes that are not UTF-8: \(invalid.count), the first at byte \(place(invalid.first)); "
              + "kept, and written as U+FFFD"), invalid.first
        ))
    }
    if let firstBinary {
      remarks.append(
        (
          Message(
            zh: "有 \(binaries) 个控制字符（首个在第 \(place(firstBinary)) 字节），取值时略去",
            en:
              "control characters: \(binaries), the first at byte \(place(firstBinary)); values are "
              + "read without them"), firstBinary
        ))
    }
    return remarks
  }

  /// Whether so much is no UTF-8 that the bytes are in another encoding.
  ///
  /// Damage leaves most characters whole; another encoding leaves hardly one.
  func isOtherEncoding(_ bytes: [UInt8]) -> Bool {
    guard let invalid else { return false }
    return invalid.count * 5 > bytes.count { $0 >= 0x80 }
  }

  private static func invalid(_ bytes: [UInt8]) -> (count: Int, first: Int)? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let first = error.byteOffsets.lowerBound
      return (count(bytes, from: first), first)
    }
  }

  private static func count(_ bytes: [UInt8], from first: Int) -> Int {
    var count = 0
    var index = first
    while index < bytes.count {
      let length = sequenceLength(bytes, index)
      if length == 0 { count += 1 }
      index += max(length, 1)
    }
    return count
  }

  /// The length of the UTF-8 sequence at a place; 0 where there is none.
  private static func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return 1 }
    let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for place in index + 1..<index + length where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
