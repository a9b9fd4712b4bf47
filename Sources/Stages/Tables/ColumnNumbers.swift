internal import TieoutModel

/// Finds the rows that count the columns of a table, and say which of them are worked out of others.
///
/// - before: `栏次| |1=2+3|2|3` or `(a)|(b)|(c) = (a)+(b)` right under the heads
/// - after: the same row, which is neither a head nor an entry
/// - leaves alone: the first of several rows that count themselves, and rows with words
enum ColumnNumbers: Stage {
  static let name = "column-numbers"

  static func run(_ document: inout Document, _ profile: Profile) {
    for block in document.blocks where block.kind == .table {
      for place in block.rows.dropFirst() where counts(place, in: block.rows, document) {
        document.rows[place].role = .columnNumbers
      }
    }
  }

  /// Whether a row counts columns: the row above it holds words, and it nothing else.
  private static func counts(
    _ place: Int, in table: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    let row = document.rows[place]
    guard !row.isLine, row.cellCount > 1 else { return false }
    let cells = document.cells.span
    // Nearly all rows hold a word, and end here.
    for index in row.cells {
      if Token.isWord(document.text, cells[index].text) { return false }
    }
    var last: Int?
    var first: Int?
    var found = 0
    var isMarked = false
    for index in row.cells where !cells[index].text.isEmpty {
      guard let token = Token(document.text, cells[index].text) else { return false }
      switch token {
      case .blank: break
      case .mark: isMarked = true
      case .formula:
        isMarked = true
        found += 1
      case .count(let number):
        guard last.map({ number == $0 + 1 }) ?? true else { return false }
        first = first ?? number
        last = number
        found += 1
      }
    }
    // Numbers alone may be values: there have to be more of them, and rows below.
    guard found > (isMarked ? 1 : 2), let first, isMarked || first == 1 else { return false }
    return isHead(place - 1, document) && !goesOn(place, in: table, document)
      && (isMarked || standsOverRows(place, in: table, document))
  }

  /// Whether two rows with as many cells, or nearly, stand below a row.
  private static func standsOverRows(
    _ place: Int, in table: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    func filled(_ row: Int) -> Int {
      document.rows[row].cells.count { !document.cells[$0].text.isEmpty }
    }
    let heads = filled(place - 1)
    return place + 2 < table.upperBound
      && (place + 1...place + 2).allSatisfy { filled($0) * 3 >= heads * 2 }
  }

  /// Whether a row holds two words and no number.
  private static func isHead(_ place: Int, _ document: borrowing Document) -> Bool {
    let cells = document.cells.span
    var words = 0
    for index in document.rows[place].cells where !cells[index].text.isEmpty {
      if Quantity.whole(document.text, cells[index].text) != nil { return false }
      words += 1
    }
    return words > 1
  }

  /// Whether the first cell of a row is 1, and that of the next one 2: rows that count themselves.
  private static func goesOn(
    _ place: Int, in table: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    func number(_ row: Int) -> Int64? {
      let cell = document.cells[Int(document.rows[row].firstCell)].text
      return cell.isEmpty ? nil : Quantity.whole(document.text, cell)?.digits
    }
    return place + 1 < table.upperBound && number(place) == 1 && number(place + 1) == 2
  }

  /// What stands in such a row.
  private enum Token {
    /// A number or a letter that counts a column, alone or before what it is worked out of.
    case count(Int)
    /// What a column is worked out of, alone: `2+3`.
    case formula
    /// What stands beside them where nothing is counted: `栏次`, `甲`, `**`.
    case mark
    /// What stands for nothing: `—`.
    case blank

    /// The longest of them in bytes.
    private static let longest: UInt32 = 40
    private static let marks: Set<String> = [
      "栏次", "列次", "行次", "栏目", "甲", "乙", "丙", "丁", "*", "**", "***", "×", "x", "column", "col.",
    ]
    private static let blanks: Set<String> = ["-", "—", "——", "–", "/"]

    /// Whether a cell holds what no token does, or is longer than any: a look at its bytes, without which
    /// each row of a paper would cost a text.
    static func isWord(_ text: [UInt8], _ cell: Slice) -> Bool {
      guard !cell.isEmpty else { return false }
      let start = Int(cell.start)
      if cell.count > longest { return true }
      if text[start].beginsHan {
        guard cell.count >= 3 else { return false }
        let lead = text[start..<start + 3].reduce(0) { $0 << 8 | UInt32($1) }
        return !Self.leads.contains(lead)
      }
      // `Column` and `col.` are the only words.
      let mayBeWord = text[start] | 0x20 == 0x63
      for index in cell.range {
        let byte = text[index]
        if byte.isLetterASCII {
          if !mayBeWord, index > start, text[index - 1].isLetterASCII { return true }
        } else if byte == 0xE2 {
          // Dashes and ①, but neither ≥ nor ≤.
          guard index + 1 < cell.range.upperBound, [0x80, 0x91].contains(text[index + 1]) else {
            return true
          }
        } else if byte.beginsHan || byte == 0x2C || byte == 0x2E && !mayBeWord {
          return true
        }
      }
      return false
    }

    /// The Han characters with which marks begin, their bytes in one number.
    private static let leads = ["栏", "列", "行", "甲", "乙", "丙", "丁"].map { lead in
      lead.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    init?(_ text: [UInt8], _ cell: Slice) {
      let word = cell.string(in: text).filter { $0 != " " }.lowercased()
      if Self.marks.contains(word) {
        self = .mark
        return
      }
      if Self.blanks.contains(word) {
        self = .blank
        return
      }
      let sides = word.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count <= 2, sides.allSatisfy({ Self.isFormula($0) }) else { return nil }
      if let count = Self.count(sides[0]) {
        self = .count(count)
      } else if sides.count == 2 || sides[0].contains(where: { "+-×÷*/".contains($0) }) {
        self = .formula
      } else {
        return nil
      }
    }

    /// The number of a column: `3`, `(3)`, `c`, `（c）`, `③`.
    private static func count(_ side: Substring) -> Int? {
      let word = side.filter { !"()（）".contains($0) }
      if let number = Int(word) { return (1...99).contains(number) ? number : nil }
      guard word.unicodeScalars.count == 1, let scalar = word.unicodeScalars.first else {
        return nil
      }
      switch scalar.value {
      case 0x61...0x7A: return Int(scalar.value) - 0x60
      case 0x2460...0x2473: return Int(scalar.value) - 0x245F
      default: return nil
      }
    }

    /// Whether a side holds numbers of columns, and signs between them.
    private static func isFormula(_ side: Substring) -> Bool {
      let parts = side.split(whereSeparator: { "+-×÷*/()（）%－＋".contains($0) })
      return parts.allSatisfy { count($0) != nil || Int($0) == 100 }
    }
  }
}
