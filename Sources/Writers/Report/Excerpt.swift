internal import TieoutModel

/// A piece of a source line around some of its characters, cut to a width.
struct Excerpt: ~Copyable {
  /// The piece, its tabs shown as `¦`.
  private(set) var text = ByteBuffer()
  /// The columns before the characters.
  let indent: Int
  /// The columns of the characters.
  let columns: Int

  /// The longest stretch that is looked at on either side, in bytes: more than any terminal shows.
  private static let reach = 600

  /// Cuts the piece out of the source; `nil` where nothing is printed.
  init?(_ slice: Slice, in document: borrowing Document, width: Int) {
    guard !slice.isEmpty else { return nil }
    let bytes = document.bytes.span
    let place = document.map.source(of: slice).range.clamped(to: 0..<bytes.count)
    guard !place.isEmpty, width > 8 else { return nil }
    var bounds = 0..<bytes.count
    for source in document.sources where source.range.lowerBound <= place.lowerBound {
      bounds = source.range
    }
    var start = place.lowerBound
    let earliest = max(bounds.lowerBound, start - Self.reach)
    while start > earliest, !bytes[start - 1].isLineEnd { start -= 1 }
    while start < place.lowerBound, !bytes[start].isScalarStart { start += 1 }
    // Characters that go on over several lines are shown as far as their first line goes.
    var stop = place.lowerBound
    let latest = min(bounds.upperBound, place.upperBound + Self.reach)
    while stop < latest, !bytes[stop].isLineEnd { stop += 1 }
    while stop < bounds.upperBound, stop == latest, !bytes[stop].isScalarStart { stop += 1 }
    let end = min(place.upperBound, stop)
    while stop > end, bytes[stop - 1].isBlankASCII { stop -= 1 }

    var before = ByteBuffer()
    before.inspect(bytes.extracting(start..<place.lowerBound), as: ExcerptEscaping.self)
    var marked = ByteBuffer()
    marked.inspect(bytes.extracting(place.lowerBound..<end), as: ExcerptEscaping.self)
    var after = ByteBuffer()
    after.inspect(bytes.extracting(end..<stop), as: ExcerptEscaping.self)
    var shown = ByteBuffer()
    shown.head(marked, width * 3 / 4)
    columns = max(1, shown.columns())
    let room = max(0, width - columns)
    text.tail(before, max(room / 2, room - after.columns()))
    indent = text.columns()
    text.raw(shown, 0..<shown.count)
    text.head(after, room - indent)
  }
}

/// What an excerpt shows: what a terminal may see, and cells apart.
enum ExcerptEscaping: Escaping {
  typealias Scan = FullScan

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { DisplayEscaping.isPlain(byte) }

  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { DisplayEscaping.isForbidden(scalar) }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    if byte == 0x09 { output.literal(" ¦ ") } else { DisplayEscaping.append(byte, to: &output) }
  }
}

extension UInt8 {
  /// Whether the byte ends a line or a page.
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D || self == 0x0C }
}
