/// The heights at which text stands on a page, from top to bottom.
///
/// A row of a table has several where a cell wraps: its two lines stand above and below the others.
struct Levels {
  /// The segments of one height, from left to right.
  var levels: [[Segment]] = []
  private(set) var middles: [Double] = []

  /// Segments nearer than that stand at one height, in widths of a Han character.
  private static let tolerance = 0.33
  /// Texts nearer than that touch, in widths of a Han character.
  private static let touch = 0.2
  /// No sheet of paper has more segments at one height: beyond, they are taken for the next one, since
  /// each is compared with those beside it.
  static let most = 256

  init(_ segments: [Segment], em: Double) {
    var sum = 0.0
    for segment in segments {
      if let last = levels.last, let middle = middles.last,
        segment.middle - middle <= Self.tolerance * em, last.count < Self.most
      {
        levels[levels.count - 1].append(segment)
        sum += segment.middle
        middles[middles.count - 1] = sum / Double(last.count + 1)
      } else {
        levels.append([segment])
        middles.append(segment.middle)
        sum = segment.middle
      }
    }
    for place in levels.indices { levels[place].sort { $0.left < $1.left } }
  }

  /// Joins texts at one height that touch: a page that changes the font inside of a line tells of
  /// two lines.
  mutating func joinTouching(_ page: WordPage, _ straight: StraightPage, _ text: [UInt8]) {
    for place in levels.indices {
      var joined: [Segment] = []
      for segment in levels[place] {
        if let last = joined.last, segment.left - last.right < Self.touch * straight.em {
          joined[joined.count - 1] =
            Segment(last.words + segment.words, page, straight.rects, text)
        } else {
          joined.append(segment)
        }
      }
      levels[place] = joined
    }
  }
}
