internal import TieoutMarkup
internal import TieoutModel

/// What attributes say about where an element's characters stand.
enum HTMLMark {
  /// The id, and the box that Chandra writes in thousandths of the page; `nil` without either.
  static func read(_ events: MarkupEvents, _ event: MarkupEvents.Event) -> SourceFile.Mark? {
    let id = events.attribute("id", of: event) ?? ""
    let box = events.attribute("data-bbox", of: event).flatMap(box)
    return id.isEmpty && box == nil ? nil : SourceFile.Mark(element: id, box: box)
  }

  /// Four numbers, whatever parts them.
  private static func box(_ value: String) -> Box? {
    let numbers = value.split { !($0.isASCII && $0.isNumber || "+-.eE".contains($0)) }
      .compactMap { Double($0) }
    guard numbers.count == 4, numbers.allSatisfy({ $0.magnitude < 0x1p31 }) else { return nil }
    let edges = numbers.map { Int32($0) }
    return Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
  }
}
