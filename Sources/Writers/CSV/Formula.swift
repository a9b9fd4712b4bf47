extension String {
  /// The text as a cell that no spreadsheet runs: what looks like a formula gets an apostrophe.
  ///
  /// - before: `=HYPERLINK("http://…")`, `+cmd|…`
  /// - after: `'=HYPERLINK("http://…")`, `'+cmd|…`
  /// - leaves alone: numbers, negative ones too, and a dash
  var asHarmlessCell: String { looksLikeFormula ? "'" + self : self }

  private var looksLikeFormula: Bool {
    switch utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: utf8.count > 1 && !isNumber
    default: false
    }
  }

  /// Whether it is a sign, digits and at most one point among them.
  private var isNumber: Bool {
    let digits = utf8.first == 0x2D || utf8.first == 0x2B ? utf8.dropFirst() : utf8[...]
    guard let first = digits.first, let last = digits.last else { return false }
    return first != 0x2E && last != 0x2E && digits.count { $0 == 0x2E } <= 1
      && digits.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
  }
}
