internal import TieoutMarkup
internal import TieoutModel

extension JSONTree {
  /// The rectangle around an outline: a list of points, or of numbers; four numbers are two corners.
  func outline(_ place: Int?) -> Box? {
    guard let place else { return nil }
    var numbers: [Double?] = []
    for item in children(of: place) {
      let point = children(of: item)
      if nodes[item].kind == .array {
        numbers += [number(point.first), point.count > 1 ? number(point[1]) : nil]
      } else {
        numbers.append(number(item))
      }
    }
    let xs = stride(from: 0, to: numbers.count, by: 2).compactMap { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).compactMap { numbers[$0] }
    return Box(xs.min(), ys.min(), xs.max(), ys.max())
  }
}
