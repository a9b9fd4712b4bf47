/// What commands in a table of LaTeX are to its reader; all others are text, for cleaning to judge.
struct LatexCommand {
  /// How many arguments are no text.
  let arguments: Int
  /// Whether a text in braces follows them.
  var hasText = false
  /// Whether arguments in brackets may stand before the others.
  var hasOptions = false

  private static let rules: [String: Int] = [
    "hline": 0, "toprule": 0, "midrule": 0, "bottomrule": 0, "endhead": 0, "endfirsthead": 0,
    "endfoot": 0, "endlastfoot": 0, "cline": 1, "cmidrule": 1, "hhline": 1, "specialrule": 3,
    "addlinespace": 0, "noalign": 1, "Xhline": 1,
  ]
  private static let switches: Set<String> = [
    "centering", "raggedright", "raggedleft", "arraybackslash", "small", "footnotesize", "tiny",
    "scriptsize", "normalsize", "large", "Large", "bf", "bfseries", "it", "itshape", "rm",
    "centerline",
    "noindent", "par", "newline", "tabularnewline", "displaystyle",
  ]
  private static let others: [String: LatexCommand] = [
    "multicolumn": LatexCommand(arguments: 2, hasText: true),
    "multirow": LatexCommand(arguments: 2, hasText: true, hasOptions: true),
    "makecell": LatexCommand(arguments: 0, hasText: true, hasOptions: true),
    "thead": LatexCommand(arguments: 0, hasText: true, hasOptions: true),
    "shortstack": LatexCommand(arguments: 0, hasText: true, hasOptions: true),
    "parbox": LatexCommand(arguments: 1, hasText: true, hasOptions: true),
    "rotatebox": LatexCommand(arguments: 1, hasText: true, hasOptions: true),
    "resizebox": LatexCommand(arguments: 2, hasText: true),
    "scalebox": LatexCommand(arguments: 1, hasText: true),
    "textcolor": LatexCommand(arguments: 1, hasText: true, hasOptions: true),
    "caption": LatexCommand(arguments: 0, hasText: true, hasOptions: true),
    "captionof": LatexCommand(arguments: 1, hasText: true, hasOptions: true),
    "rowcolor": LatexCommand(arguments: 1, hasOptions: true),
    "cellcolor": LatexCommand(arguments: 1, hasOptions: true),
    "color": LatexCommand(arguments: 1, hasOptions: true),
    "label": LatexCommand(arguments: 1), "vspace": LatexCommand(arguments: 1),
    "hspace": LatexCommand(arguments: 1), "setlength": LatexCommand(arguments: 2),
    "renewcommand": LatexCommand(arguments: 2),
  ]

  /// The command of a name, and how much of the name it is: `\hlineCode` is a rule before a word.
  static func find(_ name: String) -> (command: LatexCommand, length: Int)? {
    if let other = others[name] { return (other, name.utf8.count) }
    if switches.contains(name) { return (LatexCommand(arguments: 0), name.utf8.count) }
    if let rule = rules[name] { return (LatexCommand(arguments: rule), name.utf8.count) }
    return name.hasPrefix("hline") ? (LatexCommand(arguments: 0), 5) : nil
  }

  /// Whether a name is a rule’s, before which a row has ended.
  static func isRule(_ name: String) -> Bool { rules[name] != nil || name.hasPrefix("hline") }
}
