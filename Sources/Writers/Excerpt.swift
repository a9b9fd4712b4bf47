internal import TieoutModel

/// A piece of a source line around some of its characters, cut to a width.
struct Excerpt {
  /// The piece, its tabs shown as `¦`.
  let text: String
  /// The columns before the characters.
  let indent: Int
  /// The columns of the characters.
  let columns: Int

  /// The longest stretch that is looked at on either side, in bytes: more than any terminal shows.
  private static let reach = 600

  /// Cuts the piece out of the source; `nil` where nothing is printed.
  init?(_ slice: Slice, in document: Document, width: Int) {
    guard !slice.isEmpty else { return nil }
    let bytes = document.bytes
    let place = document.map.source(of: slice).range.clamped(to: bytes.indices)
    guard !place.isEmpty, width > 8 else { return nil }
    let source = document.sources.last { $0.range.lowerBound <= place.lowerBound }
    let bounds = source?.range ?? bytes.indices
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

    var before = Self.shown(bytes[start..<place.lowerBound])
    let marked = TextLayout.head(Self.shown(bytes[place.lowerBound..<end]), width * 3 / 4)
    var after = Self.shown(bytes[end..<stop])
    columns = max(1, Display.width(marked))
    let room = max(0, width - columns)
    let wanted = Display.width(after)
    before = TextLayout.tail(before, max(room / 2, room - wanted))
    after = TextLayout.head(after, room - Display.width(before))
    indent = Display.width(before)
    text = before + marked + after
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var shown: [UInt8] = []
    for byte in bytes {
      if byte == 0x09 { shown.append(contentsOf: " ¦ ".utf8) } else { shown.append(byte) }
    }
    return Display.visible(String(decoding: shown, as: UTF8.self))
  }
}

extension UInt8 {
  /// Whether the byte ends a line or a page.
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D || self == 0x0C }
}
