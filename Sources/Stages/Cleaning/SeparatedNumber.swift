internal import TieoutModel

/// A number with its signs as they are printed, whatever they mean: groups of three digits, and what
/// may be decimals.
struct SeparatedNumber {
  /// A sign between digits.
  enum Sign {
    case point, comma, blank, apostrophe
  }

  /// What parts the groups of three; `nil` where there are none.
  private var groupSign: Sign?
  private var groups: [Range<Int>] = []
  /// Whether letters that are no code of a currency stand before it.
  private var isBehindWord = false
  /// The sign before other digits.
  private var decimal: (sign: Sign, place: Int, count: Int)?

  /// Reads a cell that is a number, with a currency or a sign before it and a unit behind it at the
  /// most.
  init?(_ text: [UInt8], _ slice: Slice) {
    let end = Int(slice.end)
    guard slice.count <= 40,
      let first = slice.range.prefix(9).first(where: { text[$0].isDigitASCII }),
      Self.isAside(text, Int(slice.start)..<first), text[end - 1] != 0x24
    else { return nil }
    var index = Self.digitsEnd(text, first, end)
    let letters = text[Int(slice.start)..<first].filter { $0.isLetterASCII }
    isBehindWord =
      !letters.isEmpty && !(letters.count == 3 && letters.allSatisfy { $0 & 0x20 == 0 })
    let mayHaveGroups = index - first <= 3 && text[first] != 0x30
    while let (sign, length) = Self.sign(text, index, end) {
      let next = Self.digitsEnd(text, index + length, end)
      let count = next - index - length
      guard count > 0, decimal == nil else {
        // A blank parts the number from its unit.
        if count == 0, sign == .blank { break }
        return nil
      }
      if count == 3, mayHaveGroups, groupSign == nil || groupSign == sign {
        groupSign = sign
        groups.append(index..<index + length)
      } else if sign == .point || sign == .comma, length == 1 {
        decimal = (sign, index, count)
      } else {
        return nil
      }
      index = next
    }
    guard Self.isAside(text, index..<end) else { return nil }
  }

  private static func digitsEnd(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, text[index].isDigitASCII { index += 1 }
    return index
  }

  /// The sign at a place, and its length.
  private static func sign(_ text: [UInt8], _ index: Int, _ end: Int) -> (Sign, Int)? {
    guard index < end else { return nil }
    func has(_ offset: Int, _ byte: UInt8) -> Bool {
      index + offset < end && text[index + offset] == byte
    }
    switch text[index] {
    case 0x2E: return (.point, 1)
    case 0x2C: return (.comma, 1)
    case 0x20: return (.blank, 1)
    case 0x27: return (.apostrophe, 1)
    case 0xC2: return has(1, 0xA0) ? (.blank, 2) : nil  // no-break space
    case 0xE2:
      guard has(1, 0x80) else { return nil }
      if has(2, 0x99) { return (.apostrophe, 3) }  // ’
      return has(2, 0xAF) || has(2, 0x89) ? (.blank, 3) : nil  // narrow and thin spaces
    default: return nil
    }
  }

  /// Whether nothing stands somewhere but letters, blanks and signs of a currency, a share or a minus.
  private static func isAside(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 12
      && range.allSatisfy {
        switch text[$0] {
        case 0x20, 0x24, 0x25, 0x28, 0x29, 0x2B, 0x2D: true
        default: text[$0] >= 0x80 || text[$0].isLetterASCII
        }
      }
  }

  /// Whether it may be a number of a convention.
  func isAllowed(by convention: PaperSeparators.Convention) -> Bool {
    let isPoint = convention == .apostrophes
    let isWhole = decimal == nil
    let hasDecimals = decimal.map { ($0.sign == .point) == isPoint } ?? true
    switch groupSign {
    case nil: return hasDecimals
    case .point?:
      // `412.500` has three decimals where a point stands before them.
      return convention == .points ? hasDecimals : isPoint && isWhole && groups.count == 1
    // `45,000` is forty-five thousand nearly everywhere.
    case .comma?: return false
    case .blank?: return convention == .blanks ? hasDecimals : isWhole
    case .apostrophe?: return isPoint && hasDecimals
    }
  }

  /// The only convention that allows it; `nil` where several do.
  var convention: PaperSeparators.Convention? {
    switch groupSign {
    case .point?: decimal?.sign == .comma || decimal == nil && groups.count > 1 ? .points : nil
    case .blank?: decimal.map { $0.sign == .comma && $0.count != 3 } == true ? .blanks : nil
    case .apostrophe?: decimal?.sign != .comma ? .apostrophes : nil
    default: nil
    }
  }

  /// Whether it is no number of another convention, or decimals behind a comma.
  func isSure(of convention: PaperSeparators.Convention) -> Bool {
    self.convention == convention
      || convention != .apostrophes && decimal.map { $0.sign == .comma && $0.count < 3 } ?? false
  }

  /// What makes `1,234.56` of it, where a convention allows it.
  func changes(by convention: PaperSeparators.Convention) -> [(place: Range<Int>, sign: UInt8)] {
    var changes: [(place: Range<Int>, sign: UInt8)] = []
    // Numbers of registers, telephones and places are parted by blanks as well, and those behind letters
    // by points: without decimals they are nobody's sums for certain.
    let mayBeReference = decimal == nil && (groupSign == .blank || isBehindWord)
    if !mayBeReference, convention == .points ? groupSign == .point : groupSign != .point {
      changes = groups.map { ($0, 0x2C) }
    }
    if let decimal, decimal.sign == .comma {
      changes.append((decimal.place..<decimal.place + 1, 0x2E))
    }
    return changes
  }
}
