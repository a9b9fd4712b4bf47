/// What an HTML element is to a reader of text.
enum HTMLElement {
  /// Text of its own line: a paragraph, a heading, a point of a list.
  case block
  /// Text that keeps its lines and spaces.
  case preformatted
  /// Parts lines.
  case lineBreak
  /// Begins a page.
  case pageBreak
  case table
  /// Head, body or foot of a table.
  case rowGroup
  case row
  case cell
  /// The text above a table.
  case caption
  /// Its text is no text of the paper.
  case silent
  /// Its text is an attribute.
  case image
  /// A field of a form: a box to tick, or words.
  case field
  /// Its digits stand above the line, or below it.
  case raised, lowered
  /// Its text is struck out.
  case struck
  /// Its text is a formula.
  case formula
  /// Anything else: its text goes on.
  case inline

  init(_ name: String) { self = Self.known[name] ?? .inline }

  /// Whether it begins a piece of HTML in Markdown: everything that is no part of a sentence.
  var isStructure: Bool {
    switch self {
    case .inline, .image, .lineBreak, .field, .raised, .lowered, .struck, .formula: false
    default: true
    }
  }

  private static let known: [String: HTMLElement] = {
    var known: [String: HTMLElement] = [
      "pre": .preformatted, "br": .lineBreak, "table": .table, "tr": .row, "td": .cell,
      "th": .cell, "caption": .caption, "img": .image, "input": .field, "sup": .raised,
      "sub": .lowered,
      "s": .struck, "del": .struck, "strike": .struck, "math": .formula, "eq": .formula,
    ]
    for name in ["thead", "tbody", "tfoot"] { known[name] = .rowGroup }
    for name in ["head", "style", "script", "template"] { known[name] = .silent }
    for name in ["page_break", "page-break", "pagebreak"] { known[name] = .pageBreak }
    let blocks = [
      "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div",
      "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
      "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
      "option", "p", "section", "select", "summary", "ul",
    ]
    for name in blocks { known[name] = .block }
    return known
  }()
}

extension HTMLElement {
  /// Whether words stand for any picture: an engine that describes none writes `Image`.
  static func isWordForImage(_ words: some Collection<UInt8>) -> Bool {
    guard words.count <= 8 else { return false }
    let word = String(decoding: words, as: UTF8.self).lowercased()
    return ["image", "img", "picture"].contains(word)
  }
}
