internal import Crypto

/// The hash of a piece of a page, as a content security policy states it: `sha256-…`.
///
/// A browser runs a script and heeds a style only where the policy names its hash, so that nothing
/// else that found its way into the page is ever run.
func contentHash(_ content: borrowing Span<UInt8>) -> String {
  var hash = SHA256()
  unsafe content.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  return "sha256-" + base64(Array(hash.finalize()))
}

/// Bytes in base 64.
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count / 3 * 4 + 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var word = 0
    for place in 0..<3 { word = word << 8 | (place < group.count ? Int(group[start + place]) : 0) }
    for place in 0..<4 {
      text.append(place <= group.count ? digits[word >> (18 - 6 * place) & 63] : 0x3D)
    }
  }
  return String(decoding: text, as: UTF8.self)
}
