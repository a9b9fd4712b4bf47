internal import TieoutModel

/// Tells cells that hold one number from all others.
///
/// Widths are folded and spaced digits joined only there: in prose a full-width comma is
/// punctuation, and a space between two numbers may be all that parts them.
enum NumericCell {
  /// How many bytes a number has at the most: more of them are a list, and each of its blanks would ask.
  private static let longest = 256

  /// Whether a cell is a number with signs, separators, a comparator, and a unit at the most.
  static func holds(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= longest else { return false }
    var digits = 0
    var letters = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      switch byte {
      case 0x30...0x39:
        guard letters == 0 else { return false }
        digits += 1
        index += 1
      case 0x20, 0x2C, 0x2E, 0x28, 0x29, 0x2B, 0x2D, 0x25, 0x24, 0x3C, 0x3D, 0x3E, 0x5E, 0x7B, 0x7D:
        index += 1
      case 0x5C:
        index = LatexCommands.end(text, index, range.upperBound)
      case 0xE2:  // ≥ ≤ − and their like
        index += 3
      case 0xEF where index + 2 < range.upperBound:
        if text[index + 1] == 0xBC, (0x90...0x99).contains(text[index + 2]) {
          guard letters == 0 else { return false }
          digits += 1
        }
        index += 3
      case 0xE3
      where index + 2 < range.upperBound && text[index + 1] == 0x80
        && text[index + 2] == 0x80:
        index += 3
      case 0xE4...0xE9:
        // A unit of up to four Han characters behind the number.
        letters += 1
        guard digits > 0, letters <= 4 else { return false }
        index += 3
      default:
        return false
      }
    }
    return digits > 0
  }

  /// Whether all digits stand alone, at least three of them: `1 0 6 2`.
  ///
  /// Two numbers in one cell (`5 6`) look like it; three single digits hardly do.
  static func isSpaced(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var count = 0
    var run = 0
    for index in range {
      if text[index].isDigitASCII {
        run += 1
        guard run == 1 else { return false }
        count += 1
      } else {
        run = 0
      }
    }
    return count >= 3
  }
}
