internal import CLibXML2

/// Converts characters of another encoding to UTF-8, by the system's iconv.
@safe public struct CharacterConverter: ~Copyable {
  private let handle: iconv_t
  /// What a call converts at the most; made once, since damage takes a call for each sign.
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

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
  public mutating func convert(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]
  ) -> Int {
    var start = range.lowerBound
    // The buffer holds a part of a long range: what follows is converted in its turn.
    while start < range.upperBound {
      let (stop, count) = convert(bytes, start..<range.upperBound)
      output += buffer.prefix(count)
      if stop == start { break }
      start = stop
    }
    return start
  }

  /// Fills the buffer: where in the file that ends, and how many bytes it holds.
  private mutating func convert(_ bytes: [UInt8], _ range: Range<Int>) -> (stop: Int, count: Int) {
    let handle = unsafe handle
    var left = range.count
    var free = buffer.count
    unsafe bytes.withUnsafeBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        guard let first = source.baseAddress, let start = target.baseAddress else { return }
        var from: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: first)
          .advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
        var into: UnsafeMutablePointer<CChar>? = unsafe start.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, &from, &left, &into, &free)
      }
    }
    return (range.upperBound - left, buffer.count - free)
  }
}
