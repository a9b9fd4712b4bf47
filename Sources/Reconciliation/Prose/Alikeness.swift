/// How alike two runs of letters are, by the letters that have to be put in and taken out.
enum Alikeness {
  /// Whether at least nine tenths of the letters of both are the same, in the same order.
  ///
  /// The greedy algorithm of Myers, which stops at the tenth that may differ: time grows with the
  /// length times the difference.
  static func isClose(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let most = (left.count + right.count) / 10
    guard abs(left.count - right.count) <= most else { return false }
    if left == right { return true }
    // The furthest place on each diagonal, from −most to most.
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    for steps in 0...most {
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let slot = diagonal + most + 1
        var x =
          diagonal == -steps
            || (diagonal != steps && furthest[slot - 1] < furthest[slot + 1])
          ? furthest[slot + 1] : furthest[slot - 1] + 1
        var y = x - diagonal
        while x < left.count, y < right.count, y >= 0, left[x] == right[y] {
          x += 1
          y += 1
        }
        furthest[slot] = x
        if x >= left.count, y >= right.count { return true }
      }
    }
    return false
  }
}

/// A sketch of a text by which texts that are alike are found without comparing all of them.
///
/// MinHash over pairs of neighbouring letters, 48 minima with fixed seeds, in 16 bands of three: two
/// texts of which nine tenths of the letters agree share a band nearly always.
struct TextSketch {
  /// The number of bands.
  static let bands = 16
  private var minima: SIMD16<UInt32>
  private var more: SIMD16<UInt32>
  private var most: SIMD16<UInt32>

  /// Sketches some letters.
  init(_ letters: [UInt32]) {
    var (first, second, third) = (Self.all, Self.all, Self.all)
    let seeds = Self.seeds
    for place in 0..<max(0, letters.count - 1) {
      var hash = letters[place] &* 0x9E37_79B1 ^ letters[place + 1] &* 0x85EB_CA6B
      hash ^= hash >> 15
      hash = hash &* 0xC2B2_AE35
      hash ^= hash >> 13
      let lanes = SIMD16<UInt32>(repeating: hash)
      first = pointwiseMin(first, Self.mix(lanes, seeds, 1))
      second = pointwiseMin(second, Self.mix(lanes, seeds, 2))
      third = pointwiseMin(third, Self.mix(lanes, seeds, 3))
    }
    (minima, more, most) = (first, second, third)
  }

  private static let all = SIMD16<UInt32>(repeating: .max)

  private static let seeds: SIMD16<UInt32> = {
    var seeds = SIMD16<UInt32>()
    var seed: UInt32 = 0x2545_F491
    for lane in seeds.indices {
      seed = seed &* 0x0019_660D &+ 0x3C6E_F35F
      seeds[lane] = seed | 1
    }
    return seeds
  }()

  @inline(__always)
  private static func mix(
    _ hash: SIMD16<UInt32>, _ seeds: SIMD16<UInt32>, _ round: UInt32
  ) -> SIMD16<UInt32> {
    let mixed = (hash &+ SIMD16(repeating: round &* 0x9E37_79B9)) &* seeds
    return mixed ^ (mixed &>> 16)
  }

  /// The key of a band.
  func band(_ place: Int) -> UInt64 {
    var key = UInt64(minima[place]) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ UInt64(more[place])) &* 0xBF58_476D_1CE4_E5B9
    key = (key ^ key >> 29 ^ UInt64(most[place])) &* 0x94D0_49BB_1331_11EB
    return key ^ key >> 31 ^ UInt64(place)
  }
}
