internal import TieoutMarkup
internal import TieoutModel

/// One page as an engine gives it: words with boxes, and the rules of its tables where they are told.
struct WordPage {
  /// A word, or a line where the engine gives no words.
  struct Word {
    /// Its characters, counted in the text that all pages share.
    var text: Range<Int>
    /// The number of the engine's line that it belongs to; words of a line follow each other.
    var line: Int
    /// The number of the engine's paragraph that it belongs to; 0 where the engine knows none.
    var block = 0
    /// The number of the part of the page that it is in; each is laid out for itself, in this order.
    var part = 0
    /// Whether it is the first part of a word that the next one completes.
    var goesOn = false
    /// What the engine says about it, its box included.
    var mark: SourceFile.Mark
    /// The cell of a table that it belongs to; `nil` where the file names none.
    var cell: Cell?
  }

  /// Where boxes come from.
  enum Boxes {
    /// An engine saw them on an image: they are a little off.
    case seen
    /// The words were set with them.
    case set
    /// They are counted in columns and lines of a text, for the tables' sake, and told to nobody.
    case counted
  }

  /// The height of a line where boxes are counted.
  static let countedLine = 20.0

  /// A cell that the file names.
  struct Cell: Equatable {
    /// The number of the table in the file.
    var table: Int
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// The page's number, counted from 1.
  var number = 1
  /// Where the words' boxes come from.
  var boxes = Boxes.seen
  /// The words, in the engine's order.
  var words: [Word] = []
  /// The rules that the engine saw, long and thin.
  var rules: [Box] = []
}

extension Box {
  /// A box of numbers as they come, however wild; `nil` where one of them is none.
  init?(_ left: Double?, _ top: Double?, _ right: Double?, _ bottom: Double?) {
    guard let left, let top, let right, let bottom else { return nil }
    self.init(
      left: Self.clamped(left), top: Self.clamped(top), right: Self.clamped(right),
      bottom: Self.clamped(bottom))
  }

  /// The nearest number that a page can have; no sheet of paper is wider than a million dots.
  private static func clamped(_ value: Double) -> Int32 {
    guard value.magnitude < 1e6 else { return value < 0 ? -1_000_000 : value > 0 ? 1_000_000 : 0 }
    return Int32(value < 0 ? value - 0.5 : value + 0.5)
  }
}
