internal import Crypto

/// The SHA-256 and the number of bytes that come piece by piece.
public struct ByteDigest {
  private var hash = SHA256()
  /// The number of bytes so far.
  public private(set) var count = 0

  /// Creates the digest of no bytes.
  public init() {}

  /// Adds the next piece.
  public mutating func add(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    count += bytes.count
  }

  /// The SHA-256 in hexadecimal, as manifests and outputs state it.
  public var sha256: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The SHA-256 of bytes, in hexadecimal, as manifests and outputs state it.
public func sha256(_ bytes: borrowing Span<UInt8>) -> String {
  var digest = ByteDigest()
  digest.add(bytes)
  return digest.sha256
}
