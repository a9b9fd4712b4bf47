/// What LaTeX commands stand for, as recognisers emit them.
///
/// Data, not code: a command that is not here stays as it is written.
enum LatexSymbols {
  /// Commands without their backslash, and the character each stands for, if any.
  static let table: [(command: String, character: Unicode.Scalar?)] = [
    ("geq", "≥"), ("geqslant", "≥"), ("ge", "≥"), ("geqq", "≥"), ("gtrsim", "≥"),
    ("leq", "≤"), ("leqslant", "≤"), ("le", "≤"), ("leqq", "≤"), ("lesssim", "≤"),
    ("gt", ">"), ("lt", "<"), ("neq", "≠"), ("ne", "≠"), ("approx", "≈"), ("equiv", "≡"),
    ("times", "×"), ("cdot", "·"), ("div", "÷"), ("pm", "±"), ("mp", "∓"), ("sim", "~"),
    ("circ", "°"), ("degree", "°"), ("prime", "′"), ("permil", "‰"), ("infty", "∞"),
    ("cdots", "…"), ("ldots", "…"), ("dots", "…"), ("star", "*"), ("ast", "*"),
    ("square", "□"), ("Box", "□"), ("boxtimes", "☒"), ("boxed", nil), ("blacksquare", "■"),
    ("checkmark", "✓"), ("surd", "√"), ("bullet", "•"), ("triangle", "△"),
    ("rightarrow", "→"), ("leftarrow", "←"), ("to", "→"), ("sum", "∑"), ("Sigma", "Σ"),
    ("alpha", "α"), ("beta", "β"), ("mu", "μ"), ("Omega", "Ω"), ("yen", "¥"), ("pounds", "£"),
    ("langle", "⟨"), ("rangle", "⟩"), ("mid", "|"), ("left", nil), ("right", nil),
    ("displaystyle", nil), ("textstyle", nil), ("limits", nil),
  ]

  /// Commands whose argument is what is printed: only command and braces go.
  static let wrappers: [String] = [
    "text", "mathrm", "mathbf", "mathit", "mathsf", "textbf", "textit", "textrm", "operatorname",
    "boxed", "underline", "overline", "mbox", "hbox", "textcircled",
  ]

  /// Commands that stand for white space.
  static let gaps: [String] = ["quad", "qquad", "space", "enspace", "thinspace"]
}
