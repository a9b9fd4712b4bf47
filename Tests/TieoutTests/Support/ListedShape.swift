/// How the cells of a table come to stand in lines.
enum ListedShape: String, CaseIterable, Sendable {
  /// As a word processor saves tables as text.
  case cells
  /// As some programs part paragraphs besides.
  case spacedCells
  /// As a page is copied out of a viewer.
  case rows

  /// A paper whose tables have tabs, written so; blank cells leave nothing.
  func write(_ lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      guard line.contains("\t") else { return [line] }
      let cells = line.split(separator: "\t").map(String.init).filter { $0 != " " }
      switch self {
      case .cells: return cells
      case .spacedCells: return cells.flatMap { [$0, ""] }
      case .rows: return [cells.joined(separator: " ")]
      }
    }
  }
}

extension Outcome {
  /// The values of all rows and forms without their places, in their order.
  var values: [String] {
    (rows + details).flatMap { record in
      record["fields"].members.map { "\($0.key): \($0.value["value"].string ?? "")" }
        + record["groups"].members.flatMap { group in
          group.value.items.flatMap { item in
            item.members.map { "\(group.key) \($0.key): \($0.value["value"].string ?? "")" }
          }
        }
    }
  }
}
