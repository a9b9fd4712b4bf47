internal import TieoutModel

/// The bytes that a writer has written so far.
///
/// Everything goes in as bytes: slices of the document, literals, digits. No string is made for a
/// value on the way.
struct ByteBuffer {
  /// What has been written.
  var bytes: [UInt8]

  /// Takes over a buffer, to append to it without a copy.
  init(taking output: inout [UInt8]) {
    bytes = []
    swap(&bytes, &output)
  }

  /// Gives the buffer back.
  mutating func give(to output: inout [UInt8]) { swap(&bytes, &output) }

  /// Appends a literal.
  mutating func literal(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends bytes as they are.
  mutating func raw(_ piece: [UInt8]) { bytes.append(contentsOf: piece) }

  /// Appends one byte.
  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a decimal integer.
  mutating func integer(_ number: Int) {
    Quantity(digits: Int64(number), scale: 0).append(to: &bytes)
  }

  /// Appends a number of hundredths as a decimal: `9.2` for 920, `0.97` for 97, `4.0` for 400.
  mutating func hundredths(_ number: Int) {
    if number.isMultiple(of: 10) {
      Quantity(digits: Int64(number / 10), scale: 1).append(to: &bytes)
    } else {
      Quantity(digits: Int64(number), scale: 2).append(to: &bytes)
    }
  }
}
