internal import TieoutModel

/// The digits and signs with which a raised or a lowered text begins, in characters of their own.
struct ScriptRun {
  private(set) var characters: [Unicode.Scalar] = []
  /// The offset behind them.
  private(set) var end: Int

  /// Reads them from an offset on, blanks and commas between them included; `nil` where there are none.
  init?(
    _ cell: borrowing CellView, from start: Int, _ sign: (UInt8) -> Unicode.Scalar?
  ) {
    end = start
    var hasComma = false
    var index = start
    while index < cell.range.upperBound {
      let byte = cell.text[index]
      index += 1
      if let character = sign(byte) {
        if hasComma { characters.append(",") }
        characters.append(character)
        hasComma = false
        end = index
      } else if byte == 0x2C, !characters.isEmpty, !hasComma {
        hasComma = true
      } else if byte != 0x20 {
        break
      }
    }
    if characters.isEmpty { return nil }
  }
}
