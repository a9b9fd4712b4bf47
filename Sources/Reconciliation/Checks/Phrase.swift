internal import TieoutModel

/// A wording that is written with its pieces in it.
///
/// A string would look at its capacity and its characters with each piece.
struct Phrase: ExpressibleByStringInterpolation {
  private var bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  init(stringInterpolation pieces: Pieces) { bytes = pieces.bytes }

  /// The wording as a string.
  var text: String { String(ofStrings: bytes) }

  /// One wording behind another.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    var all = left
    all.bytes += right.bytes
    return all
  }

  /// The pieces of an interpolated wording.
  struct Pieces: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ text: String) { bytes.append(utf8: text) }

    mutating func appendInterpolation(_ text: String) { bytes.append(utf8: text) }

    mutating func appendInterpolation(_ number: Int) { bytes.append(decimal: number) }

    mutating func appendInterpolation(_ quantity: Quantity) { quantity.append(to: &bytes) }
  }
}

extension Message {
  /// A message whose wordings are put together from pieces.
  static func worded(zh: Phrase, en: Phrase) -> Message { Message(zh: zh.text, en: en.text) }
}

extension Array<UInt8> {
  /// Appends a number in decimal.
  fileprivate mutating func append(decimal number: Int) {
    Quantity(digits: Int64(number), scale: 0).append(to: &self)
  }
}
