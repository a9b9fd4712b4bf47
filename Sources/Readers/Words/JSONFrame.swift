internal import TieoutMarkup
internal import TieoutModel

/// Where a text stands on its page, as JSON of some engine tells it.
struct JSONFrame {
  /// What its numbers are.
  enum Shape {
    /// Left, upper, right and lower edge.
    case edges
    /// Left and upper edge, width and height.
    case size
    /// Four numbers without names: either.
    case unsaid
  }

  var shape: Shape
  /// The two numbers across and the two down.
  var x: (Double, Double)
  var y: (Double, Double)

  /// Whether the second numbers may be edges: they are not before the first.
  var mayBeEdges: Bool { x.1 >= x.0 && y.1 >= y.0 }

  /// The frame with its numbers as edges.
  ///
  /// - Parameter isSize: what four numbers without names are.
  func edges(unsaidIsSize isSize: Bool) -> JSONFrame {
    guard shape == .size || shape == .unsaid && isSize else { return self }
    return JSONFrame(shape: .edges, x: (x.0, x.0 + x.1), y: (y.0, y.0 + y.1))
  }

  /// The smallest frame around two, both of edges.
  func union(_ other: JSONFrame) -> JSONFrame {
    JSONFrame(
      shape: .edges, x: (min(x.0, other.x.0), max(x.1, other.x.1)),
      y: (min(y.0, other.y.0), max(y.1, other.y.1)))
  }

  /// How much of the smaller one two frames have in common, across and down: from 0 to 1.
  func shared(with other: JSONFrame) -> Double {
    func share(_ one: (Double, Double), _ two: (Double, Double)) -> Double {
      let least = min(one.1 - one.0, two.1 - two.0)
      return least <= 0 ? 0 : max(0, min(one.1, two.1) - max(one.0, two.0)) / least
    }
    return share(x, other.x) * share(y, other.y)
  }

  /// Whether another frame goes on with the line of this one.
  func isFollowed(by next: JSONFrame) -> Bool {
    let height = min(y.1 - y.0, next.y.1 - next.y.0)
    return min(y.1, next.y.1) - max(y.0, next.y.0) > height / 2 && next.x.0 > x.0
  }

  /// Whether one that follows on its line is no further than a wide space away.
  func isNear(_ next: JSONFrame) -> Bool { next.x.0 - x.1 < 0.6 * (y.1 - y.0) }
}

extension JSONTree {
  /// Parts of what engines call the place of a text, as bytes: asking strings for their parts would
  /// cost more than all else in a large file.
  private static let placeNames = [
    "box", "poly", "quad", "rect", "bound", "geometry", "vertices", "points", "region", "location",
    "position", "pos", "coord", "frame",
  ].map { Array($0.utf8) }
  /// What the edges of an object, or width and height in place of the far ones, are called.
  private static let edgeNames: [(names: [String], shape: JSONFrame.Shape)] = [
    (["left", "top", "right", "bottom"], .edges), (["x0", "y0", "x1", "y1"], .edges),
    (["x1", "y1", "x2", "y2"], .edges), (["xmin", "ymin", "xmax", "ymax"], .edges),
    (["minx", "miny", "maxx", "maxy"], .edges), (["x0", "top", "x1", "bottom"], .edges),
    (["l", "t", "r", "b"], .edges), (["left", "top", "width", "height"], .size),
    (["x", "y", "width", "height"], .size), (["x", "y", "w", "h"], .size),
    (["l", "t", "w", "h"], .size),
  ]

  /// Where an object says that it stands; `nil` where it does not.
  func frame(of place: Int) -> JSONFrame? {
    guard nodes[place].kind == .object else { return nil }
    for child in children(of: place) where Self.isPlaceName(plainName(of: child)) {
      if let frame = frame(child) { return frame }
    }
    return edges(place)
  }

  private static func isPlaceName(_ name: String) -> Bool {
    let letters = Array(name.utf8)
    return letters.indices.contains { start in
      let rest = letters[start...]
      return placeNames.contains { rest.starts(with: $0) }
    }
  }

  /// A place: an outline, four numbers, or an object with either in it.
  func frame(_ value: Int) -> JSONFrame? {
    switch nodes[value].kind {
    case .array: return outline(children(of: value))
    case .object: return edges(value) ?? frame(of: value)
    case .string:
      // `21,16,304,41`, as an older service of Microsoft's says it.
      let parts = text(value)?.bytes.split { $0 == 0x2C || $0 == 0x20 } ?? []
      let numbers = parts.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
      return parts.count == numbers.count ? outline(numbers) : nil
    case .number, .boolean, .null: return nil
    }
  }

  private func outline(_ items: [Int]) -> JSONFrame? {
    let numbers = items.compactMap { numeral($0) }
    if !numbers.isEmpty { return numbers.count == items.count ? outline(numbers) : nil }
    let points = items.compactMap { item -> [Double]? in
      if nodes[item].kind == .array {
        let point = children(of: item).compactMap { numeral($0) }
        return point.count == 2 ? point : nil
      }
      let named = [["x", "X"], ["y", "Y"]].map { names in
        names.lazy.compactMap { numeral(member($0, of: item)) }.first
      }
      // Where a service leaves out what is nothing, that is 0.
      let isPoint = named[0] != nil || named[1] != nil || children(of: item).isEmpty
      return nodes[item].kind == .object && isPoint ? [named[0] ?? 0, named[1] ?? 0] : nil
    }
    guard points.count == items.count, points.count > 1 else { return nil }
    return outline(points.flatMap { $0 }, isOfPoints: true)
  }

  /// The frame of numbers in turn across and down.
  private func outline(_ numbers: [Double], isOfPoints: Bool = false) -> JSONFrame? {
    guard numbers.count >= 4, numbers.count.isMultiple(of: 2),
      numbers.allSatisfy({ $0.magnitude < 1e9 })
    else { return nil }
    if numbers.count == 4, !isOfPoints {
      return JSONFrame(
        shape: .unsaid, x: (numbers[0], numbers[2]), y: (numbers[1], numbers[3]))
    }
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return JSONFrame(shape: .edges, x: (left, right), y: (top, bottom))
  }

  /// The edges that an object names.
  private func edges(_ place: Int) -> JSONFrame? {
    let named = children(of: place).compactMap { child in
      numeral(child).flatMap { $0.magnitude < 1e9 ? (name: plainName(of: child), value: $0) : nil }
    }
    guard named.count >= 4 else { return nil }
    for (names, shape) in Self.edgeNames {
      let values = names.compactMap { name in named.last { $0.name == name }?.value }
      if values.count == 4 {
        return JSONFrame(shape: shape, x: (values[0], values[2]), y: (values[1], values[3]))
      }
    }
    return nil
  }

  /// The name of a value without regard to capitals and low lines.
  func plainName(of place: Int) -> String { Self.plain(name(of: place)) }

  /// A name without regard to capitals and low lines.
  static func plain(_ name: String) -> String {
    // By bytes, since each object of a large file is asked for the names of all its members.
    let letters = name.utf8.lazy.filter { $0 != 0x5F }
    return String(
      decoding: letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The member of an object that is called by the first of some plain names.
  func first(_ names: [String], of place: Int) -> Int? {
    guard nodes[place].kind == .object else { return nil }
    let children = children(of: place).map { (place: $0, name: plainName(of: $0)) }
    for name in names {
      if let child = children.first(where: { $0.name == name }) { return child.place }
    }
    return nil
  }

  /// The first member of some plain names that is a text: a string that is not blank, or a number.
  func text(of place: Int, in names: [String]) -> Int? {
    guard nodes[place].kind == .object else { return nil }
    let children = children(of: place).filter { printed($0) != nil }
      .map { (place: $0, name: plainName(of: $0)) }
    for name in names {
      if let child = children.first(where: { $0.name == name }),
        printed(child.place)?.bytes.allSatisfy(\.isBlankASCII) == false
      {
        return child.place
      }
    }
    return nil
  }

  /// A number, also one that is written as a string.
  private func numeral(_ place: Int?) -> Double? {
    if let number = number(place) { return number }
    guard let digits = text(place)?.bytes, digits.count < 24 else { return nil }
    return Double(String(decoding: digits, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
