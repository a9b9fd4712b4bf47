/// Scans the numbers of JSON.
enum JSONNumber {
  /// The offset after the number that begins at an offset.
  static func end(_ bytes: [UInt8], from start: Int) throws(JSONError) -> Int {
    var index = start
    if bytes[index] == 0x2D { index += 1 }
    let first = index
    index = try digits(bytes, index)
    if bytes[first] == 0x30, index > first + 1 { throw JSONError(.invalidNumber, at: first + 1) }
    if index < bytes.count, bytes[index] == 0x2E { index = try digits(bytes, index + 1) }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      index = try digits(bytes, index)
    }
    return index
  }

  /// The offset after a run of one digit or more.
  private static func digits(_ bytes: [UInt8], _ start: Int) throws(JSONError) -> Int {
    var index = start
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    guard index > start else {
      throw JSONError(index < bytes.count ? .invalidNumber : .unexpectedEnd, at: index)
    }
    return index
  }
}
