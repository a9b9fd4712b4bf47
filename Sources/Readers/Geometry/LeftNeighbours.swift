internal import TieoutModel

/// Finds the text of a level that ends next to the left of another text.
///
/// A level may have hundreds of texts: those to the left are looked at from the nearest on, and none
/// behind which none reaches further.
struct LeftNeighbours {
  /// The texts, from left to right.
  private let texts: [Segment]
  /// How far each text and all to the left of it reach.
  private let reach: [Double]
  /// The heights that they stand at.
  private let heights: (least: Double, most: Double)
  /// How much higher or lower two texts of a row may stand.
  private let height: Double

  init(_ texts: [Segment], height: Double) {
    self.texts = texts
    self.height = height
    var right = -Double.infinity
    reach = texts.map { text in
      right = max(right, text.right)
      return right
    }
    let middles = texts.map(\.middle)
    heights = (middles.min() ?? 0, middles.max() ?? 0)
  }

  /// Puts the text that ends next to the left of another one in the place of the nearest known one,
  /// where it is nearer.
  func find(_ text: Segment, overlap: Double, _ nearest: inout Segment?) {
    guard heights.least - height < text.middle, heights.most + height > text.middle
    else { return }
    var best: Int?
    var right = nearest?.right ?? -.infinity
    var place = texts.partitionPoint { $0.left < text.left } - 1
    // Of texts that end at one place the leftmost is taken.
    while place >= 0, best == nil ? reach[place] > right : reach[place] >= right {
      if texts[place].right - overlap < text.left,
        abs(texts[place].middle - text.middle) < height,
        best == nil ? texts[place].right > right : texts[place].right >= right
      {
        best = place
        right = texts[place].right
      }
      place -= 1
    }
    if let best { nearest = texts[best] }
  }
}
