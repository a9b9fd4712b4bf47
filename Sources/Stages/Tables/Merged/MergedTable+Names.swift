internal import TieoutModel

extension MergedTable {
  /// The bytes of the shortest name: what is shorter is the end of one that wraps.
  private static let shortestName = 9
  /// How far from a row that lacks something it is looked for.
  private static let reach = 2

  /// Deals names and targets out where some rows have more of one than of the other.
  mutating func dealNames() {
    var place = 0
    while place < rows.count {
      guard lacks(place), let band = band(around: place) else {
        place += 1
        continue
      }
      place = deal(band)
    }
  }

  private func names(_ place: Int) -> [Slice] {
    document.parts(rows[place].slice(columns.name), shortest: Self.shortestName)
  }

  /// The targets of a row; one may stand a column too far left.
  private func targets(_ place: Int) -> [Slice] {
    let row = rows[place]
    let target = row.slice(columns.target)
    if target.isEmpty {
      return row.cells.filter {
        Int($0.column) > columns.name && Int($0.column) < columns.target
          && document.isBound($0.text)
      }.map(\.text)
    }
    let parts = document.parts(target)
    return parts.allSatisfy { document.isBound($0) } ? parts : [target]
  }

  /// Whether a row has no name, or not one target.
  private func lacks(_ place: Int) -> Bool {
    targets(place).count != 1 || rows[place].slice(columns.name).isEmpty
  }

  /// The smallest run of rows around one in which there are as many names as targets, by dividing
  /// every name that can be divided.
  private func band(around place: Int) -> Range<Int>? {
    for length in 1...2 * Self.reach {
      // What lacks a name mostly finds it above.
      for above in (0..<length).reversed() {
        let range = place - above..<place - above + length
        guard above <= Self.reach, length - above - 1 <= Self.reach, range.lowerBound >= 0,
          range.upperBound <= rows.count
        else { continue }
        let names = range.map { self.names($0).count }
        let targets = range.map { self.targets($0).count }
        let count = names.reduce(0, +)
        guard count == targets.reduce(0, +), count >= length,
          count > names.count(where: { $0 > 0 }), count == length || !targets.contains(0)
        else { continue }
        // A row that has neither waits for what is too much above it.
        let next = range.upperBound
        if count == length + 1, next < rows.count, self.targets(next).isEmpty,
          rows[next].slice(columns.name).isEmpty
        {
          return range.lowerBound..<next + 1
        }
        return range
      }
    }
    return nil
  }

  /// Deals a band out; the place behind it.
  private mutating func deal(_ band: Range<Int>) -> Int {
    let origins = band.flatMap { row in self.names(row).map { (name: $0, row: rows[row]) } }
    let names = origins.map(\.name)
    let targets = band.map { self.targets($0) }
    let printed = band.map { [rows[$0].slice(columns.name)] + self.targets($0) }
    var dealt: [Row] = []
    for (place, own) in zip(band, targets) {
      let count = names.count == band.count ? 1 : own.count
      dealt += divide(rows[place], into: count)
    }
    let ordered = targets.flatMap { $0 }
    for (index, (name, target)) in zip(names, ordered).enumerated() {
      dealt[index].cells.removeAll { cell in ordered.contains { cell.text == $0 } }
      dealt[index].set(name, columns.name)
      dealt[index].set(target, columns.target)
    }
    let isUnsure = zip(origins, dealt).contains { areApart($0.row, $1) }
    rows.replaceSubrange(band, with: dealt)
    let range = band.lowerBound..<band.lowerBound + dealt.count
    note(
      range, printed, zip(names, ordered).map { [$0, $1] },
      isUnsure
        ? Message(
          zh: "按顺序分配后，每行一个名称、一个目标值，但有名称原印在另一类之旁",
          en:
            "dealt out in their order, each row has one name and one target, but a name was printed beside another label"
        )
        : Message(
          zh: "按顺序分配后，每行一个名称、一个目标值",
          en: "dealt out in their order, each row has one name and one target"),
      rule: isUnsure ? "ST07" : "ST05")
    return range.upperBound
  }

  /// Whether two rows print different words of one level, so that what is dealt from one to the other
  /// may belong to either.
  private func areApart(_ left: Row, _ right: Row) -> Bool {
    func words(_ row: Row) -> [Int?] {
      columns.levels.map { level in
        row.cells.lazy.compactMap {
          profile.meanings.term($0.label, group: columns.group, column: level.column)
        }.first
      }
    }
    return left.place != right.place
      && zip(words(left), words(right)).contains { $0 != nil && $1 != nil && $0 != $1 }
  }

  /// Makes several rows of one: values in as many parts are dealt out, labels go with the last row,
  /// anything else with the first.
  private func divide(_ row: Row, into count: Int) -> [Row] {
    guard count > 1 else { return [row] }
    var divided = Array(repeating: Row(place: row.place, cells: [], isFirst: false), count: count)
    divided[0].isFirst = true
    for cell in row.cells where !cell.text.isEmpty {
      let parts = document.parts(cell.text)
      if parts.count == count {
        for (place, part) in parts.enumerated() {
          divided[place].set(
            part, Int(cell.column), label: profile.labels.label(part, in: document.text))
        }
      } else {
        divided[cell.label == .none ? 0 : count - 1].cells.append(cell)
      }
    }
    return divided
  }
}
