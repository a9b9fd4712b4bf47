/// A kind of damage that engines do to a page without destroying what it says.
package struct Noise: Sendable {
  /// The kind's name.
  package let name: String
  private let change: @Sendable ([String], Int, inout SplitMix) -> [String]

  init(
    _ name: String, _ change: @escaping @Sendable ([String], Int, inout SplitMix) -> [String]
  ) {
    self.name = name
    self.change = change
  }

  /// Damages lines; of places where it can strike, `percent` are struck.
  package func apply(_ lines: [String], percent: Int, _ random: inout SplitMix) -> [String] {
    change(lines, percent, &random)
  }

  /// All kinds.
  package static let all = signs + cells + pages

  /// Damages lines by all kinds, as much as a level says: 0 not at all, 3 badly.
  package static func apply(
    _ lines: [String], level: Int, _ random: inout SplitMix
  ) -> [String] {
    let percent = [0, 3, 8, 15][min(max(level, 0), 3)]
    if percent == 0 { return lines }
    return all.reduce(lines) { $1.apply($0, percent: percent, &random) }
  }

  /// Damage line by line.
  static func lines(
    _ name: String, where test: @escaping @Sendable (String) -> Bool,
    _ change: @escaping @Sendable (String, inout SplitMix) -> String
  ) -> Noise {
    Noise(name) { lines, percent, random in
      lines.map { line in
        test(line) && random.below(100) < percent ? change(line, &random) : line
      }
    }
  }

  /// Damage cell by cell, among the lines with tabs.
  static func cells(
    _ name: String, where test: @escaping @Sendable (String) -> Bool,
    _ change: @escaping @Sendable (String, inout SplitMix) -> String
  ) -> Noise {
    Noise(name) { lines, percent, random in
      lines.map { line in
        guard line.contains("\t") else { return line }
        return line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
          test(String(cell)) && random.below(100) < percent
            ? change(String(cell), &random) : String(cell)
        }.joined(separator: "\t")
      }
    }
  }

  /// Whether a cell is nothing but a number.
  static func isNumber(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
  }
}
