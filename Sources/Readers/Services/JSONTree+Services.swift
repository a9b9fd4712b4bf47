internal import TieoutMarkup
internal import TieoutModel

extension JSONTree {
  /// The member of a name as services write it, `rowIndex`, or as their clients for Python do,
  /// `row_index`.
  func field(_ name: String, of place: Int) -> Int? {
    member(name, of: place) ?? member(name.snake, of: place)
  }

  /// The answers in a file: its values, or what its lists hold.
  var answers: [(place: Int, pointer: String)] {
    roots.flatMap { root in
      nodes[root.place].kind != .array
        ? [root] : children(of: root.place).enumerated().map { ($1, "\(root.pointer)/\($0)") }
    }
  }

  /// What the list of such a name holds, each with its pointer.
  func listed(
    _ name: String, of parent: (place: Int, pointer: String)
  ) -> [(place: Int, pointer: String)] {
    for name in [name, name.snake] {
      guard let list = member(name, of: parent.place) else { continue }
      return children(of: list).enumerated().map { ($1, "\(parent.pointer)/\(name)/\($0)") }
    }
    return []
  }

  /// What the list of such a name holds.
  func list(_ name: String, of place: Int) -> [Int] {
    field(name, of: place).map { children(of: $0) } ?? []
  }

  /// A whole number, also one that is written as a string; `nil` for another value.
  func whole(_ place: Int?) -> Int? {
    if let number = integer(place) { return number }
    guard let digits = text(place)?.bytes, digits.count < 16 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A share of a hundred in hundredths; `nil` for what is none.
  func percent(_ place: Int?) -> UInt8? {
    guard let share = number(place), share >= 0, share <= 100 else { return nil }
    return UInt8(share + 0.5)
  }

  /// The rectangle around an outline: a list of points, with names or without, or of numbers in turn.
  ///
  /// - Parameter scale: what one of its units is in the box; boxes are whole numbers.
  func outline(_ place: Int?, scale: (x: Double, y: Double)) -> Box? {
    guard let place, nodes[place].kind == .array else { return nil }
    var xs: [Double] = []
    var ys: [Double] = []
    var isX = true
    for item in children(of: place) {
      if let number = number(item) {
        if isX { xs.append(number) } else { ys.append(number) }
        isX.toggle()
      } else if nodes[item].kind == .object {
        // Where a service leaves out what is nothing, that is 0.
        xs.append(number(member("x", of: item) ?? member("X", of: item)) ?? 0)
        ys.append(number(member("y", of: item) ?? member("Y", of: item)) ?? 0)
      }
    }
    func scaled(_ number: Double?, _ scale: Double) -> Double? { number.map { $0 * scale } }
    return Box(
      scaled(xs.min(), scale.x), scaled(ys.min(), scale.y), scaled(xs.max(), scale.x),
      scaled(ys.max(), scale.y))
  }
}

extension String {
  /// A name of words with capitals as one of words with low lines.
  fileprivate var snake: String {
    var name = ""
    for character in self {
      if character.isUppercase {
        if !name.isEmpty { name += "_" }
        name += character.lowercased()
      } else {
        name.append(character)
      }
    }
    return name
  }
}
