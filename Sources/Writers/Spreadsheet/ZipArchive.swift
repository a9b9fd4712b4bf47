internal import CZlib

/// A ZIP archive under construction, its entries deflated.
///
/// No entry has a time but the earliest that the format knows: equal entries give equal bytes.
struct ZipArchive: ~Copyable {
  private var bytes = ByteBuffer()
  private var directory = ByteBuffer()
  private var count = 0

  /// Adds an entry that a body writes.
  mutating func add(_ name: String, _ body: (inout ByteBuffer) -> Void) {
    var content = ByteBuffer()
    body(&content)
    let (packed, checksum) = content.read { (Self.deflated($0), Self.checksum($0)) }
    let start = bytes.count
    var header = ByteBuffer()
    // Version 2.0, names in UTF-8, deflated, 1980-01-01 00:00.
    for word in [20, 0x0800, 8, 0, 0x0021] { header.little(word, 2) }
    for word in [Int(checksum), packed.count, content.count] { header.little(word, 4) }
    header.little(name.utf8.count, 2)
    header.little(0, 2)
    bytes.little(0x0403_4B50, 4)
    header.read { bytes.raw($0) }
    bytes.escaped(name, as: NoEscaping.self)
    bytes.raw(packed.span)
    directory.little(0x0201_4B50, 4)
    directory.little(20, 2)
    header.read { directory.raw($0) }
    // No comment, the first disk, binary, no attributes.
    for _ in 0..<3 { directory.little(0, 2) }
    directory.little(0, 4)
    directory.little(start, 4)
    directory.escaped(name, as: NoEscaping.self)
    count += 1
  }

  /// Appends the whole archive.
  consuming func finish(into output: inout ByteBuffer) {
    bytes.read { output.raw($0) }
    directory.read { output.raw($0) }
    output.little(0x0605_4B50, 4)
    for word in [0, 0, count, count] { output.little(word, 2) }
    output.little(directory.count, 4)
    output.little(bytes.count, 4)
    output.little(0, 2)
  }

  private static func checksum(_ content: borrowing Span<UInt8>) -> UInt {
    unsafe content.withUnsafeBufferPointer {
      UInt(unsafe crc32_z(0, $0.baseAddress, $0.count))
    }
  }

  /// The content, deflated: what zlib makes of it without its frame of two bytes and four.
  private static func deflated(_ content: borrowing Span<UInt8>) -> [UInt8] {
    var length = compressBound(uLong(content.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    unsafe content.withUnsafeBufferPointer { source in
      unsafe packed.withUnsafeMutableBufferPointer { target in
        _ = unsafe compress2(
          target.baseAddress, &length, source.baseAddress, uLong(source.count), 6)
      }
    }
    return Array(packed[2..<max(2, Int(length) - 4)])
  }
}

extension ByteBuffer {
  /// Appends the lowest bytes of a number, the lowest first.
  fileprivate mutating func little(_ number: Int, _ length: Int) {
    for place in 0..<length { byte(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
