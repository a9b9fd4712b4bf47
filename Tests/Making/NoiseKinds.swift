extension Noise {
  /// Damage to signs: comparators, widths, tags.
  static let signs: [Noise] = [
    .cells("LaTeX comparator", where: { $0.contains("≥") || $0.contains("≤") }) { cell, random in
      latex(cell, &random)
    },
    .cells("look-alike comparator", where: { $0.contains("≥") || $0.contains("≤") }) {
      cell, random in
      cell.replacing("≥", with: random.pick(["＞=", "≧", "⩾", ">=", "&gt;=", "≥ "]))
        .replacing("≤", with: random.pick(["＜=", "≦", "⩽", "<=", "&lt;=", "≤ "]))
    },
    // Prose keeps its punctuation as printed: another width there is another text.
    .lines(
      "other width of punctuation",
      where: { !$0.hasPrefix("年度总体目标") && ($0.contains("：") || $0.contains("（")) }
    ) { line, _ in
      line.replacing("：", with: ":").replacing("（", with: "(").replacing("）", with: ")")
    },
    .cells("full-width digits", where: isNumber) { cell, _ in
      String(
        String.UnicodeScalarView(
          cell.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    },
    .lines("paragraph tags", where: { !$0.isEmpty && !$0.contains("\t") }) { line, _ in
      "<p>\(line)</p>"
    },
    .lines("trailing spaces", where: { !$0.isEmpty }) { line, _ in line + "  " },
  ]

  /// Damage to cells: what engines do to numbers and labels.
  static let cells: [Noise] = [
    .cells("thousands separator", where: { isNumber($0) && whole($0).count > 3 }) { cell, _ in
      let digits = whole(cell)
      let head = digits.prefix(digits.count % 3 == 0 ? 3 : digits.count % 3)
      var grouped = String(head)
      for (place, digit) in digits.dropFirst(head.count).enumerated() {
        grouped += (place % 3 == 0 ? "," : "") + String(digit)
      }
      return grouped + cell.dropFirst(digits.count)
    },
    .cells("label split by a space", where: { labels.contains($0) }) { cell, random in
      let place = 1 + random.below(cell.count - 1)
      return cell.prefix(place) + " " + cell.dropFirst(place)
    },
    .cells("label cut short", where: { $0 == "服务对象满意度指标" }) { cell, _ in
      String(cell.dropLast(1))
    },
    .lines("value one column to the right", where: { $0.hasPrefix("项目名称\t") }) { line, _ in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 2, cells[2].isEmpty else { return line }
      cells.swapAt(1, 2)
      return cells.joined(separator: "\t")
    },
    .lines("leading tab lost", where: { $0.hasPrefix("\t\t\t") }) { line, _ in
      String(line.dropFirst())
    },
    .lines("trailing tabs lost", where: { $0.hasSuffix("\t\t") && $0.first != "\t" }) { line, _ in
      var line = line
      while line.last == "\t" { line.removeLast() }
      return line
    },
  ]

  /// Damage to pages: lines that come in between, tables in pieces, columns that moved.
  static let pages: [Noise] = [
    Noise("number of a stamp between pages") { lines, percent, random in
      lines.flatMap { line -> [String] in
        line.hasSuffix("绩效目标表") && random.below(100) < percent
          ? ["000\(1000 + random.below(9000))", "", line] : [line]
      }
    },
    Noise("blank line inside a table") { lines, percent, random in
      lines.flatMap { line -> [String] in
        line.hasPrefix("\t效益指标\t") && random.below(100) < percent ? ["", line] : [line]
      }
    },
    Noise("extra empty column") { lines, percent, random in
      var isStruck = false
      return lines.map { line in
        if line.hasPrefix("项目名称\t") { isStruck = random.below(100) < percent }
        return isStruck && line.contains("\t") ? line + "\t" : line
      }
    },
    Noise("amounts moved one row down") { lines, percent, random in
      random.below(100) < percent * 4 ? movedDown(lines) : lines
    },
  ]

  private static let labels: Set<String> = [
    "单位负责人", "财务负责人", "联系电话", "主管部门", "单位名称", "年度总体目标", "社会效益指标", "生态效益指标",
    "可持续影响指标", "服务对象满意度指标", "预算资金来源（万元）",
  ]

  private static func whole(_ number: String) -> Substring { number.prefix { $0 != "." } }

  private static func latex(_ cell: String, _ random: inout SplitMix) -> String {
    let sign = cell.contains("≥") ? "≥" : "≤"
    let command = sign == "≥" ? random.pick(["\\geq", "\\ge", "\\geqslant"]) : "\\leq"
    let parts = cell.split(separator: Character(sign), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return cell }
    let digits = parts[1].prefix { $0.isNumber || $0 == "." }
    let rest = parts[1].dropFirst(digits.count)
    let isPercent = rest.hasPrefix("%")
    return random.once(in: 2)
      ? "\(parts[0])$\(command) \(digits)\(isPercent ? "\\%" : "")$\(isPercent ? rest.dropFirst() : rest)"
      : "\(parts[0]) \(command) \(digits)\(rest)"
  }

  /// The amounts of the summary's first page, each on the row below its own; the total on the first.
  static func movedDown(_ lines: [String]) -> [String] {
    guard let total = lines.firstIndex(where: { $0.hasPrefix("合计\t") }) else { return lines }
    var lines = lines
    var amount = ""
    var place = total
    while place < lines.count, lines[place].contains("\t") {
      var cells = lines[place].split(separator: "\t", omittingEmptySubsequences: false)
        .map(String.init)
      guard cells.count == 7 else { break }
      swap(&cells[5], &amount)
      lines[place] = cells.joined(separator: "\t")
      place += 1
    }
    lines.insert("\t\t\t\t\t\(amount)\t", at: place)
    return lines
  }
}
