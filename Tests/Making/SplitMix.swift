/// Random numbers that are the same on every machine for one seed (SplitMix64).
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// One of the list's elements.
  package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// An amount with so much more or less: `least` and up to `spread` besides; less only where at least
  /// half of it is left.
  package mutating func changed(_ amount: Int, by least: Int, _ spread: Int) -> Int {
    let step = least + below(spread)
    return once(in: 2) && 2 * step <= amount ? amount - step : amount + step
  }

  /// True once in `times` on average.
  package mutating func once(in times: Int) -> Bool { below(times) == 0 }
}
