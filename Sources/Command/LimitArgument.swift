internal import ArgumentParser
internal import Tieout

/// `size=64M,cells=100000`: what no input may exceed.
struct LimitArgument: ExpressibleByArgument {
  /// What can be limited.
  enum Kind: String, CaseIterable { case size, pages, cells, nesting, time }

  /// The limits, in the order in which they are given.
  let limits: [(kind: Kind, number: Double)]

  init?(argument: String) {
    var limits: [(Kind, Double)] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", omittingEmptySubsequences: false)
      guard words.count == 2, let kind = Kind(rawValue: String(words[0])),
        let number = Self.number(words[1], kind)
      else { return nil }
      limits.append((kind, number))
    }
    self.limits = limits
  }

  /// A number above 0; bytes may be told in K, M and G.
  private static func number(_ text: Substring, _ kind: Kind) -> Double? {
    var text = text
    var unit = 1.0
    if kind == .size, let place = ["K", "M", "G"].firstIndex(of: text.suffix(1).uppercased()) {
      for _ in 0...place { unit *= 1024 }
      text.removeLast()
    }
    guard let number = Double(text), number > 0, number * unit < 0x1p53 else { return nil }
    guard kind == .time || number == number.rounded() else { return nil }
    return number * unit
  }
}

extension Limits {
  /// The default limits, and in their place those that are given.
  init(_ arguments: [LimitArgument]) {
    self.init()
    for (kind, number) in arguments.flatMap(\.limits) {
      switch kind {
      case .size: size = Int(number)
      case .pages: pages = Int(number)
      case .cells: cells = Int(number)
      case .nesting: nesting = Int(number)
      case .time: seconds = number
      }
    }
  }
}
