internal import TieoutModel

/// One cell of a sheet: what it holds and how it looks.
struct Cell {
  /// What a cell holds.
  enum Value {
    /// Nothing.
    case blank
    /// Characters, which are never a formula.
    case text(String)
    /// A number.
    case number(Quantity)
    /// A formula that gives a number, and what it gives; `nil` where it gives no characters at all.
    case formula(String, Quantity?)
    /// A formula that gives characters, and what it gives.
    case wording(String, String)
  }

  /// What it holds.
  var value: Value
  /// How it looks.
  var style: CellStyle

  /// A cell with nothing in it.
  static func blank(_ style: CellStyle = .text) -> Cell { Cell(value: .blank, style: style) }

  /// A cell with characters, or nothing where there are none.
  static func text(_ text: String, _ style: CellStyle = .text) -> Cell {
    guard let first = text.utf8.first else { return .blank(style) }
    // Who edits such a cell must not make a formula of it either.
    let isCommand = style == .text && [0x3D, 0x2B, 0x2D, 0x40].contains(first)
    return Cell(value: .text(text), style: isCommand ? .quoted : style)
  }

  /// A cell with a count.
  static func count(_ number: Int) -> Cell {
    Cell(value: .number(Quantity(digits: Int64(number), scale: 0)), style: .count)
  }

  /// A cell with an amount, a number where a spreadsheet keeps it to the digit, else characters.
  static func amount(_ amount: Quantity?, _ style: CellStyle) -> Cell {
    guard let amount else { return .blank(style) }
    return Cell(
      value: amount.isExactInSpreadsheets ? .number(amount) : .text(amount.description),
      style: style)
  }
}

extension Cell {
  /// The columns that its number takes as it is shown; 0 where it holds none.
  ///
  /// A number that does not fit is shown as `###`, unlike characters, which are cut or go on below.
  var numberWidth: Int {
    let number: Quantity
    switch value {
    case .number(let given): number = given
    case .formula(_, let given?): number = given
    default: return 0
    }
    let decimals: Int
    switch style {
    case .amount(let places), .total(let places): decimals = places
    // The share of a whole, in percent: at most `100.00%`.
    case .share: return 7
    default: decimals = 0
    }
    let digits = String(number.digits.magnitude).utf8.count
    let whole = max(1, digits - Int(number.scale))
    return (number.digits < 0 ? 1 : 0) + whole + (whole - 1) / 3
      + (decimals > 0 ? decimals + 1 : 0)
  }
}

extension Quantity {
  /// Whether a binary number of 64 bits prints it back: it has 15 digits at the most.
  var isExactInSpreadsheets: Bool {
    let zeros = max(0, -Int(scale))
    guard zeros < 15 else { return digits == 0 }
    let limit = (0..<(15 - zeros)).reduce(UInt64(1)) { power, _ in power * 10 }
    return digits.magnitude < limit && scale <= 15
  }
}

/// The place of a cell, counted from 0.
struct CellPlace: Hashable {
  /// The row.
  var row: Int
  /// The column.
  var column: Int

  /// The name of the cell: `B7`.
  var name: String { Self.letters(column) + String(row + 1) }

  /// The name of the cell wherever a formula is copied to: `$B$7`.
  var fixedName: String { "$\(Self.letters(column))$\(row + 1)" }

  /// The name of a column.
  static func letters(_ column: Int) -> String {
    var letters = "", rest = column
    repeat {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))
      letters = String(letter) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
