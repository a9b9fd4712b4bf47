/// A sketch of a text by which texts that are alike are found without comparing all of them.
///
/// MinHash in one pass: each pair of neighbouring letters falls into one of 32 bins by its hash, and
/// the least hash of each bin is kept, in 16 bands of two. Of two texts of which nine tenths of the
/// letters agree two thirds of the pairs do, and they share a band nearly always.
struct TextSketch {
  /// The number of bands.
  static let bands = 16
  /// The least hash of each bin, two bins a band.
  private var least: [32 of UInt32] = .init(repeating: .max)

  /// Sketches some letters.
  init(_ letters: Span<UInt32>) {
    for place in 0..<max(0, letters.count - 1) {
      var hash = letters[place] &* 0x9E37_79B1 ^ letters[place &+ 1] &* 0x85EB_CA6B
      hash ^= hash >> 15
      hash = hash &* 0xC2B2_AE35
      hash ^= hash >> 13
      let bin = Int(hash >> 27)
      least[bin] = min(least[bin], hash)
    }
  }

  /// The key of a band; `nil` where nothing fell into it.
  func band(_ place: Int) -> UInt64? {
    let (first, second) = (least[2 * place], least[2 * place + 1])
    guard min(first, second) < .max else { return nil }
    // The place tells bands apart in which one bin is empty.
    var key = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    return key ^ key >> 31 ^ UInt64(place)
  }
}
