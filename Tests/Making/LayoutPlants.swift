extension Plant {
  /// What an engine, or the end of a page, does to the places of things.
  static let layout: [Plant] = [
    Plant(page: "amounts moved one row down", ["ST01"], .layout) { lines, _ in
      lines = Noise.movedDown(lines)
      return []
    },
    Plant(page: "total in a data row", ["ST02"], .layout) { lines, random in
      guard let total = lines.firstIndex(where: { $0.hasPrefix("合计\t") }) else { return nil }
      let row = random.pick(rows(lines))
      var (left, right) = (cells(lines[total]), cells(lines[row]))
      right[amount] = left[amount]
      left[amount] = ""
      lines[total] = left.joined(separator: "\t")
      lines[row] = right.joined(separator: "\t")
      return []
    },
    Plant(page: "row in two pieces", ["ST04"], .layout) { lines, random in
      // Below the last row of a page nothing shows that a piece is none of its own.
      let places = rows(lines).filter { Int(lines[$0 + 1].prefix { $0 != "\t" }) != nil }
      guard !places.isEmpty else { return nil }
      let row = random.pick(places)
      var whole = cells(lines[row])
      var rest = Array(repeating: "", count: whole.count)
      let name = whole[project]
      let place = name.index(name.startIndex, offsetBy: 1 + random.below(name.count - 1))
      rest[project] = String(name[place...])
      whole[project] = String(name[..<place])
      if random.once(in: 2) { swap(&whole[amount], &rest[amount]) }
      lines[row] = whole.joined(separator: "\t")
      lines.insert(rest.joined(separator: "\t"), at: row + 1)
      return ["summary/\(whole[0])"]
    },
    Plant(page: "indicator moved one cell to the left", ["ST05"], .layout) { lines, random in
      let row = random.pick(lines.indices.filter { lines[$0].hasPrefix("\t\t质量指标\t") })
      lines[row].removeFirst()
      return [form(of: row, lines)]
    },
    Plant(page: "phone below its label", ["ST07"], .layout) { lines, random in
      let row = random.pick(lines.indices.filter { lines[$0].hasPrefix("单位负责人\t") })
      var (above, below) = (cells(lines[row]), Array(repeating: "", count: 6))
      swap(&above[3], &below[3])
      lines[row] = above.joined(separator: "\t")
      lines.insert(below.joined(separator: "\t"), at: row + 1)
      return [form(of: row, lines)]
    },
  ]

  /// The columns of name and amount in the summary.
  private static let project = 4, amount = 5

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// The places of the summary's numbered rows.
  private static func rows(_ lines: [String]) -> [Int] {
    lines.indices.filter {
      let cells = cells(lines[$0])
      return cells.count > amount && Int(cells[0]) != nil
    }
  }

  /// The record of the form in which a line stands.
  private static func form(of line: Int, _ lines: [String]) -> String {
    "detail/\(lines[..<line].count { $0.hasSuffix("绩效目标表") })"
  }
}
