/// One value of a YAML file as it is written: what it holds, and where it begins.
struct YAMLNode {
  /// What a value holds.
  enum Content {
    /// A text; `isPlain` where it stands without quotes.
    case text(String, isPlain: Bool)
    /// Values of a list.
    case list([YAMLNode])
    /// Keys and values in turn, in the order of the file.
    case pairs([YAMLNode])
  }

  /// What it holds.
  let content: Content
  /// The line in which it begins, from 1.
  let line: Int
  /// The column in which it begins, from 1, in Unicode scalars.
  let column: Int
}
