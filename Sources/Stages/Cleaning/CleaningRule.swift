internal import TieoutModel

/// One way in which recognised characters differ from the printed ones.
///
/// A rule is a pure function of the cell and a place in it. The pass asks it only where one of its
/// lead bytes stands, so that clean text costs a table look-up a byte.
protocol CleaningRule: Sendable {
  /// Its name in edits: `latex-command`.
  static var name: String { get }
  /// The bytes at which it looks.
  static var leads: [UInt8] { get }
  /// What it replaces at a place; `nil` where it has nothing to say.
  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement?
}

/// What a rule puts in place of some bytes: one character, none, or a few.
struct Replacement {
  /// The number of source bytes replaced.
  var length: Int
  /// The character that stands there afterwards; `nil` where they are removed.
  var character: Unicode.Scalar?
  /// What stands behind that character.
  var further: [Unicode.Scalar] = []
  /// Whether the removed bytes part words, as white space does.
  var isGap = false

  init(_ length: Int, with character: Unicode.Scalar?) {
    self.length = length
    self.character = character
  }

  init(_ length: Int, with characters: [Unicode.Scalar]) {
    self.init(length, with: characters.first)
    further = Array(characters.dropFirst())
  }

  init(_ length: Int, byte: UInt8) { self.init(length, with: Unicode.Scalar(byte)) }

  /// Removes bytes, as if they had never been there.
  static func removing(_ length: Int) -> Replacement { Replacement(length, with: nil) }

  /// Takes bytes as white space.
  static func gap(_ length: Int) -> Replacement {
    var gap = Replacement(length, with: nil)
    gap.isGap = true
    return gap
  }
}

/// One cell as rules see it: its characters and what kind of cell it is.
struct CellView {
  /// The source.
  let text: [UInt8]
  /// The cell's bytes.
  let range: Range<Int>
  /// Whether it is a number with nothing but signs, separators and a unit around it.
  let isNumeric: Bool
  /// Whether it is a line of prose, in which wide gaps part columns.
  let isLine: Bool
  /// Whether it is a cell of a table that holds a bar.
  let hasBar: Bool
  /// What its signs of LaTeX mean; `nil` where it has none.
  private let latex: LatexSigns?

  /// Looks at a cell; best where the first byte is known that any rule looks at.
  init(_ text: [UInt8], _ range: Range<Int>, isLine: Bool, from first: Int? = nil) {
    self.text = text
    self.range = range
    self.isLine = isLine
    let signs = (first ?? range.lowerBound)..<range.upperBound
    hasBar = !isLine && text.span.holds(0x7C, or: 0x7C, in: signs)
    let isLatex =
      text.span.holds(0x24, or: 0x5C, in: signs) && LatexSigns.mayBeMeant(text.span, signs)
    latex = isLatex ? LatexSigns(text, range, signs) : nil
    // Blanks beside a fraction part numbers.
    isNumeric = latex?.fractions.isEmpty != false && NumericCell.holds(text, range)
  }

  /// Whether a place is between mathematics delimiters.
  func isMathematics(_ index: Int) -> Bool { lastMathematics(from: index)?.contains(index) == true }

  /// The last range of mathematics that begins at or before a place.
  func lastMathematics(from index: Int) -> Range<Int>? {
    guard let latex else { return nil }
    let count = latex.mathematics.partitionPoint { $0.lowerBound <= index }
    return count > 0 ? latex.mathematics[count - 1] : nil
  }

  /// Whether a brace at a place closes the argument of a removed command.
  func isClosingBrace(_ index: Int) -> Bool {
    guard let latex else { return false }
    let count = latex.closing.partitionPoint { $0 < index }
    return count < latex.closing.count && latex.closing[count] == index
  }

  /// What a sign of a fraction at a place becomes; `nil` where none stands.
  func fractionSign(_ index: Int) -> Replacement? {
    guard let latex else { return nil }
    let count = latex.fractions.partitionPoint { $0.place < index }
    return count < latex.fractions.count && latex.fractions[count].place == index
      ? latex.fractions[count].sign : nil
  }

  /// The byte at a place; 0 outside the cell.
  func byte(_ index: Int) -> UInt8 { range.contains(index) ? text[index] : 0 }

  /// Whether some bytes stand at a place.
  func has(_ bytes: some Collection<UInt8>, at index: Int) -> Bool {
    index >= range.lowerBound && index + bytes.count <= range.upperBound
      && text[index..<index + bytes.count].elementsEqual(bytes)
  }
}

/// What the signs of LaTeX in a cell mean; a class, since most cells have none.
private final class LatexSigns {
  /// The bytes between mathematics delimiters.
  let mathematics: [Range<Int>]
  /// Where braces stand that close the argument of a removed command, in order.
  let closing: [Int]
  /// What becomes of the signs of fractions, in order.
  let fractions: [(place: Int, sign: Replacement?)]

  /// Whether a delimiter, a brace or a fraction may stand in a range: most commands are the name of one
  /// character, and nothing around it means anything.
  static func mayBeMeant(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      switch text[index] {
      // `$`, `<`, `{`, what delimits behind a backslash, and the last letter of every fraction.
      case 0x24, 0x3C, 0x7B, 0x28, 0x5B, 0x63: return true
      default: break
      }
    }
    return false
  }

  /// Looks at a cell, of which a part holds all signs.
  init(_ text: [UInt8], _ range: Range<Int>, _ signs: Range<Int>) {
    mathematics = LatexDelimiters.find(text, signs)
    guard LatexBraces.areMeant(text, signs) else {
      closing = []
      fractions = []
      return
    }
    let braces = LatexBraces(text, range, mathematics: mathematics)
    closing = braces.closing
    fractions = braces.fractions
  }
}
