internal import TieoutMarkup
internal import TieoutModel

/// What open tags say about how characters are printed: raised, lowered, struck out, as a formula.
///
/// What they set apart must not go on a number before it, whatever becomes of the tags.
struct HTMLStyle {
  var raised = 0
  /// The elements that lower characters, and whether the outermost follows a digit.
  var lowered = (count: 0, followsDigit: false)
  var struck = Signed()
  var formula = Signed()

  /// Elements that a sign stands for, before their characters and behind them.
  struct Signed {
    var count = 0
    /// The tag of the outermost one.
    var tag = 0..<0
    /// Whether characters of it were seen, and the sign was written.
    var isSeen = false
    var isWritten = false

    mutating func begin(_ place: Range<Int>) {
      count += 1
      if count == 1 { (tag, isSeen, isWritten) = (place, false, false) }
    }

    /// Whether the sign behind it is due.
    mutating func end() -> Bool {
      count = max(0, count - 1)
      return count == 0 && isWritten
    }
  }

  /// Whether no tag says anything.
  var isPlain: Bool {
    raised == 0 && lowered.count == 0 && struck.count == 0 && formula.count == 0
  }

  /// What a byte is above or below the line.
  func script(_ byte: UInt8) -> Unicode.Scalar? {
    if raised > 0 { return ScriptSigns.raised(byte) }
    return lowered.count > 0 && lowered.followsDigit ? ScriptSigns.lowered(byte) : nil
  }

  /// Characters as they are printed.
  func written(_ characters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var written: ArraySlice<UInt8> = []
    for byte in characters {
      if let sign = script(byte) { written += Array(sign.utf8) } else { written.append(byte) }
    }
    return written
  }
}

extension HTMLWalker {
  mutating func begin(_ element: HTMLElement, _ place: Range<Int>, _ draft: inout Draft) {
    switch element {
    case .raised: style.raised += 1
    case .lowered:
      style.lowered.count += 1
      if style.lowered.count == 1 {
        style.lowered.followsDigit = isWritten && draft.bytes.last?.isDigitASCII == true
      }
    case .struck: style.struck.begin(place)
    default: style.formula.begin(place)
    }
  }

  mutating func end(_ element: HTMLElement, _ place: Range<Int>, _ draft: inout Draft) {
    switch element {
    case .raised: style.raised = max(0, style.raised - 1)
    case .lowered: style.lowered.count = max(0, style.lowered.count - 1)
    case .struck: if style.struck.end(), isWritten { sign("~~", place, &draft) }
    default: if style.formula.end(), isWritten { sign("$", place, &draft) }
    }
  }

  /// Whether the open cell or line has characters.
  private var isWritten: Bool { isInCell ? tables.last?.isCellWritten == true : isLineOpen }

  private func sign(_ sign: String, _ place: Range<Int>, _ draft: inout Draft) {
    draft.append(decoded: ArraySlice(sign.utf8), of: text, place)
  }

  /// Writes the signs before characters that tags set apart; whether it wrote the characters too.
  mutating func setApart(_ range: Range<Int>, _ draft: inout Draft) -> Bool {
    open(&draft)
    if style.struck.count > 0, !style.struck.isWritten {
      sign("~~", style.struck.tag, &draft)
      style.struck.isWritten = true
    }
    if style.formula.count > 0 {
      if !style.formula.isSeen, LatexFormula.needsSigns(text.bytes[range]) {
        sign("$", style.formula.tag, &draft)
        style.formula.isWritten = true
      }
      style.formula.isSeen = true
      draft.appendMarkup(text, range)
      return true
    }
    guard style.raised > 0 || style.lowered.count > 0 else { return false }
    var copied = range.lowerBound
    for index in range {
      guard let sign = style.script(text.bytes[index]) else { continue }
      draft.append(text, copied..<index)
      draft.append(decoded: ArraySlice(sign.utf8), of: text, index..<index + 1)
      copied = index + 1
    }
    draft.append(text, copied..<range.upperBound)
    return true
  }

  /// Adds what a field of a form holds: the state of a box to tick, or words.
  mutating func field(_ event: MarkupEvents.Event, _ draft: inout Draft) {
    switch events.attribute("type", of: event)?.lowercased() ?? "text" {
    case "checkbox", "radio":
      open(&draft)
      let state = events.attribute("checked", of: event)?.lowercased()
      sign(state == nil || state == "false" ? "☐" : "☑", place(event.range), &draft)
    case "text":
      guard let value = events.attribute("value", of: event), !value.isEmpty,
        let range = events.attributeRange("value", of: event)
      else { return }
      open(&draft)
      draft.space()
      append(value, at: range, &draft)
    default: break
    }
  }
}
