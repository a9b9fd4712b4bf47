/// What the names of files tell about their belonging together: `x.md`, `x_middle.json` and
/// `x_page_0.json` are of `x`.
struct FileStem {
  /// How a name goes on behind what it shares with others.
  enum Rest {
    /// Not at all.
    case none
    /// With words: what kind of file it is.
    case words
    /// With a number: which part it is.
    case number
  }

  /// The beginnings of a name that others may share, each with what follows there.
  let beginnings: [(stem: Substring, rest: Rest)]

  /// No name has more parts than this that are looked at.
  private static let mostParts = 16

  /// Takes a name apart at its points, lines and blanks.
  init(_ name: String) {
    let dot = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil }
    let stem = name[..<(dot ?? name.endIndex)]
    var beginnings: [(stem: Substring, rest: Rest)] = [(stem, .none)]
    var rest = Rest.words
    for place in stem.indices.reversed() where beginnings.count < Self.mostParts {
      if stem[place].isNumber { rest = .number }
      if "._- ".contains(stem[place]), place > stem.startIndex {
        beginnings.append((stem[..<place], rest))
      }
    }
    self.beginnings = beginnings
  }
}
