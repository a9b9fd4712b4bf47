internal import TieoutModel

/// What becomes of the braces of a cell: those of commands that only dress go, those of fractions
/// become a bar.
///
/// One walk, whatever is nested in what: a brace is looked at when it opens and when it closes.
struct LatexBraces {
  /// Where braces stand that close the argument of a removed command, in order.
  private(set) var closing: [Int] = []
  /// What stands in place of the signs of fractions, in order; `nil` for one that is none.
  private(set) var fractions: [(place: Int, sign: Replacement?)] = []
  /// What a sign of a fraction replaces, and by what, while nobody knows whether it is one.
  private var signs: [Int: (length: Int, characters: [Unicode.Scalar])] = [:]
  private var open: [Brace] = []
  private let text: [UInt8]
  private let mathematics: [Range<Int>]
  private let end: Int

  /// A brace that is open.
  private struct Brace {
    enum Kind {
      case other
      case wrapper
      /// The upper part of a fraction whose first sign is a place in `fractions`.
      case upper(first: Int)
      /// The lower part; the bar is a place in `fractions`, where the upper part had braces.
      case lower(first: Int, bar: Int?, isUpperCompound: Bool)
    }
    var kind: Kind
    /// Whether it holds a sign of arithmetic.
    var isCompound = false
  }

  /// Whether there is anything to look at: a brace, or a fraction without any.
  static func areMeant(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while true {
      index = text.span.next(0x5C, or: 0x7B, in: index..<range.upperBound)
      guard index < range.upperBound, text[index] == 0x5C else { return index < range.upperBound }
      let stop = LatexCommands.end(text, index, range.upperBound)
      if LatexGroups.isFraction(text[index + 1..<max(stop, index + 1)]) { return true }
      index = stop
    }
  }

  /// Looks at a cell, of which some ranges are mathematics.
  init(_ text: [UInt8], _ range: Range<Int>, mathematics: [Range<Int>]) {
    self.text = text
    self.mathematics = mathematics
    end = range.upperBound
    var index = next(from: range.lowerBound)
    while index < end {
      switch text[index] {
      case 0x5C: index = command(index, range.lowerBound)
      case 0x7B:
        open.append(Brace(kind: .other))
        index += 1
      case 0x7D: index = close(index)
      case 0x2A...0x2B, 0x2D, 0x2F, 0x3C...0x3E, 0xC3, 0xE2:
        addSign()
        index += 1
      default: index += 1
      }
      if open.isEmpty { index = next(from: index) }
    }
  }

  /// The first offset from one on at which a command or a brace begins: outside all braces nothing
  /// else tells anything.
  private func next(from index: Int) -> Int {
    text.span.next(0x5C, or: 0x7B, in: index..<max(index, end))
  }

  private mutating func addSign() {
    if !open.isEmpty { open[open.count - 1].isCompound = true }
  }

  /// The first offset from one on at which no blank stands.
  private func solid(_ index: Int) -> Int {
    var index = index
    while index < end, text[index] == 0x20 { index += 1 }
    return index
  }

  private func isDigit(_ index: Int) -> Bool { index < end && text[index].isDigitASCII }

  private func isBrace(_ index: Int) -> Bool { index < end && text[index] == 0x7B }

  /// Looks at a command; the offset at which to go on.
  private mutating func command(_ backslash: Int, _ start: Int) -> Int {
    let stop = LatexCommands.end(text, backslash, end)
    let word = text[backslash + 1..<max(stop, backslash + 1)]
    let next = solid(stop)
    if LatexGroups.isFraction(word) {
      return fraction(backslash, next, start) ?? stop
    }
    if isBrace(next), LatexGroups.isWrapper(word) {
      open.append(Brace(kind: .wrapper))
      return next + 1
    }
    if !open.isEmpty, LatexGroups.symbol(word, 0) != nil { addSign() }
    return stop
  }

  /// Begins a fraction whose upper part stands at an offset; the offset at which to go on.
  private mutating func fraction(_ backslash: Int, _ upper: Int, _ start: Int) -> Int? {
    let lead = lead(backslash, start)
    if isBrace(upper) {
      open.append(Brace(kind: .upper(first: fractions.count)))
      fractions.append((backslash, nil))
      signs[fractions.count - 1] = (upper + 1 - backslash, lead)
      return upper + 1
    }
    guard isDigit(upper) else { return nil }
    let digits = lead + [Unicode.Scalar(text[upper]), "/"]
    let lower = solid(upper + 1)
    if isBrace(lower) {
      open.append(
        Brace(kind: .lower(first: fractions.count, bar: nil, isUpperCompound: false)))
      fractions.append((backslash, nil))
      signs[fractions.count - 1] = (lower + 1 - backslash, digits)
      return lower + 1
    }
    guard isDigit(lower) else { return nil }
    let (stop, trail) = trail(lower + 1)
    let whole = digits + [Unicode.Scalar(text[lower])] + trail
    fractions.append((backslash, Replacement(stop - backslash, with: whole)))
    addSign()
    return stop
  }

  /// What keeps a digit before a fraction from it: `7\frac{1}{2}`.
  private func lead(_ backslash: Int, _ start: Int) -> [Unicode.Scalar] {
    var before = backslash - 1
    while before >= start, [0x20, 0x5E, 0x5F, 0x7B].contains(text[before]) { before -= 1 }
    guard before >= start, text[before].isDigitASCII else { return [] }
    // Elsewhere a blank stays.
    let place = mathematics.partitionPoint { $0.upperBound <= backslash }
    let isMathematics = place < mathematics.count && mathematics[place].contains(backslash)
    return isMathematics || text[backslash - 1] != 0x20 ? [" "] : []
  }

  /// What keeps a digit behind a fraction from it, and the offset at which what follows begins.
  private func trail(_ index: Int) -> (stop: Int, characters: [Unicode.Scalar]) {
    let next = solid(index)
    return isDigit(next) ? (next, [" "]) : (index, [])
  }

  /// Closes a brace; the offset at which to go on.
  private mutating func close(_ index: Int) -> Int {
    guard let brace = open.popLast() else { return index + 1 }
    switch brace.kind {
    case .other, .wrapper:
      if case .wrapper = brace.kind { closing.append(index) }
      if brace.isCompound { addSign() }
      return index + 1
    case .upper(let first):
      let lower = solid(index + 1)
      guard isBrace(lower) || isDigit(lower) else { return index + 1 }
      let bar = fractions.count
      fractions.append((index, nil))
      let kind = Brace.Kind.lower(first: first, bar: bar, isUpperCompound: brace.isCompound)
      guard isDigit(lower) else {
        signs[bar] = (lower + 1 - index, ["/"])
        open.append(Brace(kind: kind))
        return lower + 1
      }
      let (stop, trail) = trail(lower + 1)
      signs[bar] = (stop - index, ["/", Unicode.Scalar(text[lower])] + trail)
      finish(kind, isCompound: false)
      return stop
    case .lower:
      let (stop, trail) = trail(index + 1)
      let signs = (brace.isCompound ? [")"] : []) + trail
      fractions.append((index, Replacement(stop - index, with: signs)))
      finish(brace.kind, isCompound: brace.isCompound)
      return stop
    }
  }

  /// Writes the signs of a fraction that is whole.
  private mutating func finish(_ kind: Brace.Kind, isCompound: Bool) {
    guard case .lower(let first, let bar, let isUpperCompound) = kind,
      let begin = signs.removeValue(forKey: first)
    else { return }
    addSign()
    let lower: [Unicode.Scalar] = isCompound ? ["("] : []
    let upper: [Unicode.Scalar] = isUpperCompound ? ["("] : []
    fractions[first].sign = Replacement(
      begin.length, with: begin.characters + (bar == nil ? lower : upper))
    guard let bar, let sign = signs.removeValue(forKey: bar) else { return }
    fractions[bar].sign = Replacement(
      sign.length, with: (isUpperCompound ? [")"] : []) + sign.characters + lower)
  }
}
