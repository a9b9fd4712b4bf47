/// How a cell looks.
enum CellStyle: Hashable {
  /// Outside of all tables.
  case plain
  /// The title of the workbook.
  case title
  /// Small print.
  case note
  /// What an entry beside it is called.
  case label
  /// What somebody fills in: characters.
  case entry
  /// An amount that somebody fills in.
  case amountEntry
  /// A day that somebody fills in.
  case dateEntry
  /// The head of a column.
  case head
  /// Characters, on as many lines as they need.
  case text
  /// The same, where they begin like a formula.
  case quoted
  /// Characters on one line.
  case line
  /// Characters in the middle of the cell.
  case mark
  /// Characters that lead elsewhere.
  case link
  /// A whole number.
  case count
  /// A share, in percent.
  case share
  /// An amount with so many decimals.
  case amount(Int)
  /// The sum of a column, with so many decimals.
  case total(Int)
  /// The words before the sum of a column.
  case totalLabel

  /// The most decimals that are shown.
  static let decimals = 6

  /// All styles, in the order in which the file numbers them; the first is that of empty cells.
  static let all: [CellStyle] =
    [
      .plain, .title, .note, .label, .entry, .amountEntry, .dateEntry, .head, .text, .quoted, .line,
      .mark, .link, .count,
      .share, .totalLabel,
    ] + (0...decimals).map { .amount($0) } + (0...decimals).map { .total($0) }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) })

  /// Whether characters go on in a second line where the cell is full.
  var wraps: Bool {
    switch self {
    case .label, .entry, .head, .text, .quoted, .totalLabel: true
    default: false
    }
  }

  /// The number of the style in the file.
  var number: Int { Self.numbers[self] ?? 0 }

  /// How many decimals are shown of a number with a scale.
  static func decimals(_ scale: Int) -> Int { min(max(scale, 0), decimals) }
}

/// The colours by which conditions mark cells.
enum CellColour: Int, CaseIterable {
  case red, orange, yellow, green, grey

  /// The colour of the characters and that of the cell.
  var tones: (characters: String, cell: String) {
    switch self {
    case .red: ("FF9C0006", "FFFFC7CE")
    case .orange: ("FF833C0B", "FFF8CBAD")
    case .yellow: ("FF7F6000", "FFFFF2CC")
    case .green: ("FF375623", "FFE2EFDA")
    case .grey: ("FF595959", "FFEDEDED")
    }
  }
}

extension CellStyle {
  /// The number of the format of days: those of amounts are before it.
  private static let dayFormat = 164 + decimals + 1

  /// The style as the file describes it: font, fill, border, number format, alignment.
  private var parts: (font: Int, fill: Int, border: Int, format: Int, alignment: String) {
    let top = #"vertical="top""#
    return switch self {
    case .plain: (0, 0, 0, 0, "")
    case .title: (2, 0, 0, 0, #"vertical="center""#)
    case .note: (5, 0, 0, 0, top)
    case .label: (1, 3, 1, 0, #"vertical="center" wrapText="1""#)
    case .entry: (0, 4, 1, 49, #"vertical="center" wrapText="1""#)
    case .amountEntry: (0, 4, 1, 4, #"horizontal="right" vertical="center""#)
    case .dateEntry: (0, 4, 1, Self.dayFormat, #"horizontal="left" vertical="center""#)
    case .head: (3, 2, 1, 0, #"horizontal="center" vertical="center" wrapText="1""#)
    case .text, .quoted: (0, 0, 1, 49, top + #" wrapText="1""#)
    case .line: (0, 0, 1, 49, top)
    case .mark: (0, 0, 1, 0, #"horizontal="center" "# + top)
    case .link: (4, 0, 1, 0, top)
    case .count: (0, 0, 1, 3, top)
    case .share: (0, 0, 1, 10, top)
    case .amount(let decimals): (0, 0, 1, 164 + decimals, top)
    case .total(let decimals): (1, 3, 2, 164 + decimals, top)
    case .totalLabel: (1, 3, 2, 0, top + #" wrapText="1""#)
    }
  }

  /// Writes the part of the file that describes all styles; `font` is the name of the font.
  static func write(font: String, into output: inout ByteBuffer) {
    func put(_ text: String) { output.escaped(text, as: NoEscaping.self) }
    put(#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    put(#"<numFmts count="\#(decimals + 2)">"#)
    for decimals in 0...decimals {
      let number = "#,##0" + (decimals == 0 ? "" : "." + String(repeating: "0", count: decimals))
      put(#"<numFmt numFmtId="\#(164 + decimals)" formatCode="\#(number);[Red]\-\#(number)"/>"#)
    }
    put(#"<numFmt numFmtId="\#(dayFormat)" formatCode="yyyy\-mm\-dd"/>"#)
    let fonts = [
      "", "<b/>", "<b/>", "<b/>", "<u/>", "",
    ]
    let sizes = [10, 10, 16, 10, 10, 9]
    let colours = [
      "FF000000", "FF000000", "FF1F3864", "FFFFFFFF", "FF0563C1", "FF595959",
    ]
    put(#"</numFmts><fonts count="\#(fonts.count)">"#)
    for index in fonts.indices {
      put(#"<font>\#(fonts[index])<sz val="\#(sizes[index])"/><color rgb="\#(colours[index])"/>"#)
      put(#"<name val="\#(font)"/></font>"#)
    }
    let fills = ["FF1F3864", "FFF2F2F2", "FFFFFBE6"]
    put(#"</fonts><fills count="\#(fills.count + 2)"><fill><patternFill patternType="none"/>"#)
    put(#"</fill><fill><patternFill patternType="gray125"/></fill>"#)
    for fill in fills {
      put(#"<fill><patternFill patternType="solid"><fgColor rgb="\#(fill)"/></patternFill></fill>"#)
    }
    func border(_ bottom: String) -> String {
      let sides = ["left", "right", "top"].map {
        #"<\#($0) style="thin"><color rgb="FFBFBFBF"/></\#($0)>"#
      }
      return "<border>" + sides.joined()
        + #"<bottom style="\#(bottom)"><color rgb="FFBFBFBF"/></bottom><diagonal/></border>"#
    }
    put("</fills><borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>")
    put(border("thin") + border("double"))
    put(#"</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#)
    put(#"</cellStyleXfs><cellXfs count="\#(all.count)">"#)
    for style in all {
      let (font, fill, border, format, alignment) = style.parts
      put(#"<xf numFmtId="\#(format)" fontId="\#(font)" fillId="\#(fill)" borderId="\#(border)""#)
      put(#" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1""#)
      put(style == .quoted ? #" quotePrefix="1""# : "")
      put(alignment.isEmpty ? "/>" : #" applyAlignment="1"><alignment \#(alignment)/></xf>"#)
    }
    put(#"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>"#)
    put(#"</cellStyles><dxfs count="\#(CellColour.allCases.count)">"#)
    for colour in CellColour.allCases {
      let tones = colour.tones
      put(#"<dxf><font><color rgb="\#(tones.characters)"/></font><fill>"#)
      put(#"<patternFill patternType="solid"><fgColor rgb="\#(tones.cell)"/>"#)
      put(#"<bgColor rgb="\#(tones.cell)"/></patternFill></fill></dxf>"#)
    }
    put("</dxfs></styleSheet>")
  }
}
