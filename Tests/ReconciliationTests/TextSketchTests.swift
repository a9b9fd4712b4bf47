import Testing

@testable import TieoutReconciliation

/// Texts that are alike are found by their sketches, however long they are.
@Suite struct TextSketchTests {
  @Test(arguments: [30, 80, 300]) func findsTextsOfWhichATenthDiffers(count: Int) {
    for seed in 0..<200 {
      let text = letters(count, seed: seed)
      var other = text
      for place in stride(from: seed % 10, to: count, by: 10) { other[place] = 0x4E00 }
      #expect(share(text, other), "\(seed)")
    }
  }

  @Test func looksAtFewTextsThatAreNotAlike() {
    let pairs = (0..<400).map { (letters(120, seed: 2 * $0), letters(120, seed: 2 * $0 + 1)) }
    #expect(pairs.count { share($0, $1) } < 20)
  }

  @Test func comparesLettersAndNotOnlyHowOftenTheyStand() {
    let text = letters(60, seed: 1)
    func isClose(_ other: [UInt32]) -> Bool { Alikeness.isClose(text.span, other.span) }
    #expect(isClose(text))
    #expect(!isClose(text.reversed()))
    #expect(!isClose(letters(60, seed: 2)))
  }

  private func share(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let (left, right) = (TextSketch(left.span), TextSketch(right.span))
    return (0..<TextSketch.bands).contains { band in
      left.band(band) != nil && left.band(band) == right.band(band)
    }
  }

  /// Letters as a text may have them, the same in every run.
  private func letters(_ count: Int, seed: Int) -> [UInt32] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 0x4E01 + UInt32(truncatingIfNeeded: state >> 40) % 2000
    }
  }
}
