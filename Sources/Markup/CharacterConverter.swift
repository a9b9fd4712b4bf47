internal import CLibXML2

/// Converts characters of another encoding to UTF-8, by the system's iconv.
@safe public struct CharacterConverter: ~Copyable {
  private let handle: iconv_t

  /// Opens a conversion; `nil` where the system does not know the encoding.
  public init?(from encoding: String) {
    guard let handle = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
      return nil
    }
    unsafe self.handle = handle
  }

  deinit { unsafe iconv_close(handle) }

  /// Appends the characters of a range, as far as they can be converted.
  ///
  /// - Returns: The offset of the first byte that could not be converted; the range's end where all
  ///   could.
  public func convert(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]
  ) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    // No character of two bytes or more takes more than twice as many in UTF-8.
    var converted = [UInt8](repeating: 0, count: range.count * 2 + 16)
    var left = range.count
    var free = converted.count
    unsafe bytes.withUnsafeBytes { source in
      unsafe converted.withUnsafeMutableBytes { target in
        guard let first = source.baseAddress, let start = target.baseAddress else { return }
        var from: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: first)
          .advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
        var into: UnsafeMutablePointer<CChar>? = unsafe start.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, &from, &left, &into, &free)
      }
    }
    output += converted.prefix(converted.count - free)
    return range.upperBound - left
  }
}
