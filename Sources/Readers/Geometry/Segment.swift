internal import TieoutModel

/// Words that stand side by side without a gap: the text of a cell, or a part of it.
struct Segment {
  /// The words, as places in the page's list.
  var words: [Int]
  /// The edges on the page put straight.
  var left: Double
  var right: Double
  /// The middle of the line.
  var middle: Double
  /// Whether it is nothing but figures and signs.
  var isNumeric: Bool
  /// Whether it reads `label：value`.
  var isLabelled: Bool
  /// The number of its characters.
  var count: Int

  var width: Double { right - left }
  var centre: Double { (left + right) / 2 }

  /// How far two segments stand over each other.
  func overlap(_ other: Segment) -> Double { min(right, other.right) - max(left, other.left) }
}

/// A page whose words are put straight and joined to segments.
struct PageSegments {
  /// The segments, from top to bottom.
  private(set) var segments: [Segment] = []
  /// The width of a Han character.
  let em: Double
  /// The slope of the lines.
  let slope: Double

  /// Words further apart than that are not joined, in widths of a Han character.
  private static let gap = 1.3

  init(_ page: WordPage, _ text: [UInt8]) {
    let words = page.words
    let sizes = words.compactMap { word -> Double? in
      let width = TextWidth.of(text[word.text])
      return width >= 1.5 && word.box.width > 0 ? Double(word.box.width) / width : nil
    }
    em = sizes.isEmpty ? 20 : max(1, sizes.sorted()[sizes.count / 2])
    slope = Skew.slope(
      words.filter { $0.box.height > 0 }.map {
        (
          (Double($0.box.left) + Double($0.box.right)) / 2,
          (Double($0.box.top) + Double($0.box.bottom)) / 2
        )
      }, em: em)
    join(page, text)
    segments.sort { $0.middle < $1.middle }
  }

  private mutating func join(_ page: WordPage, _ text: [UInt8]) {
    var open: [Int] = []
    var right = 0.0
    for (place, word) in page.words.enumerated() {
      let rect = straight(word.box)
      if let last = open.last {
        let isApart =
          word.line != page.words[last].line || rect.left - right > Self.gap * em
          || rect.left < straight(page.words[last].box).left - 2 * em
        if isApart {
          close(open, page, text)
          open.removeAll(keepingCapacity: true)
        }
      }
      right = open.isEmpty ? rect.right : max(right, rect.right)
      open.append(place)
    }
    if !open.isEmpty { close(open, page, text) }
  }

  private mutating func close(_ places: [Int], _ page: WordPage, _ text: [UInt8]) {
    let rects = places.map { straight(page.words[$0].box) }
    let middles = rects.map { ($0.top + $0.bottom) / 2 }.sorted()
    let parts = places.map { text[page.words[$0].text] }
    segments.append(
      Segment(
        words: places, left: rects.map(\.left).min() ?? 0, right: rects.map(\.right).max() ?? 0,
        middle: middles[middles.count / 2],
        isNumeric: parts.allSatisfy { $0.allSatisfy(Self.isNumeric) },
        isLabelled: Self.isLabelled(Array(parts.joined())),
        count: parts.reduce(0) { $0 + $1.count { $0.isScalarStart } }))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte.isDigitASCII || byte.isBlankASCII || [0x25, 0x2C, 0x2D, 0x2E].contains(byte)
  }

  /// Whether a colon stands between other characters.
  private static func isLabelled(_ text: [UInt8]) -> Bool {
    let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
    guard text.count > 2 else { return false }
    for index in 1..<text.count - 1 {
      if text[index] == 0x3A { return true }
      if text[index...].starts(with: wide), index + 3 < text.count { return true }
    }
    return false
  }

  /// The edges of a box on the page put straight.
  func straight(_ box: Box) -> (left: Double, top: Double, right: Double, bottom: Double) {
    let x = (Double(box.left) + Double(box.right)) / 2
    let y = (Double(box.top) + Double(box.bottom)) / 2
    let half = Double(box.height) / 2
    return (
      Double(box.left) + slope * y, y - slope * x - half,
      Double(box.right) + slope * y, y - slope * x + half
    )
  }
}
