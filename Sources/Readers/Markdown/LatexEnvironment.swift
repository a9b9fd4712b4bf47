internal import TieoutModel

/// The beginning or the end of an environment of LaTeX: `\begin{tabular}`, `\end {array}`.
struct LatexEnvironment {
  /// What an environment is to a reader of tables.
  enum Kind {
    /// Always a table.
    case table
    /// A table where it has rows of several cells.
    case array
    /// What stands around tables.
    case frame
    case other
  }

  let kind: Kind
  let isEnd: Bool
  /// The offset behind its name.
  let end: Int
  /// How many arguments stand before the first cell.
  let arguments: Int

  private static let tables: [String: Int] = [
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "tabu": 1,
    "supertabular": 1, "xltabular": 2,
  ]
  private static let frames: Set<String> = [
    "table", "table*", "wraptable", "sidewaystable", "center", "threeparttable", "adjustbox",
    "landscape", "small", "footnotesize",
  ]
  /// No name is longer, blanks included.
  private static let longest = 24

  /// The one whose backslash stands at an offset; `nil` where something else does.
  init?(_ bytes: [UInt8], at index: Int, _ limit: Int) {
    // Most commands are signs of mathematics.
    guard index + 1 < limit, bytes[index + 1] == 0x62 || bytes[index + 1] == 0x65 else {
      return nil
    }
    let rest = bytes[index..<limit]
    isEnd = rest.starts(with: "\\end".utf8)
    guard isEnd || rest.starts(with: "\\begin".utf8) else { return nil }
    let brace = rest.dropFirst(isEnd ? 4 : 6).drop { $0 == 0x20 }
    guard brace.first == 0x7B,
      let close = brace.prefix(Self.longest).firstIndex(of: 0x7D)
    else { return nil }
    let name = String(
      decoding: brace[..<close].dropFirst().filter { $0 != 0x20 }, as: UTF8.self)
    end = close + 1
    arguments = name == "array" ? 1 : Self.tables[name] ?? 0
    kind =
      name == "array"
      ? .array : arguments > 0 ? .table : Self.frames.contains(name) ? .frame : .other
  }
}
