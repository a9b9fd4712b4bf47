internal import TieoutModel

/// Reads the numbers of a text and the signs between them, from left to right.
///
/// What stands in titles (`《…》`) and in square brackets, which hold the numbers of decrees, is
/// passed over.
struct ProseScanner {
  private let text: [UInt8]
  private let end: Int
  private var index: Int
  private var labelStart: Int
  private var prose = ProseText()
  private var brackets: [Int] = []
  private var bracketCount = 0
  private var sentence = 0

  /// Reads a range of a text.
  static func read(_ text: [UInt8], _ range: Range<Int>) -> ProseText {
    var scanner = ProseScanner(text, range)
    scanner.scan()
    scanner.prose.end = range.upperBound
    return scanner.prose
  }

  private init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    end = range.upperBound
    index = range.lowerBound
    labelStart = index
    prose.marks.reserveCapacity(min(range.count / 16, 64))
    prose.numbers.reserveCapacity(min(range.count / 32, 16))
  }

  private mutating func scan() {
    let leads = Self.leads
    while index < end {
      // Nearly all characters are Han that begin no sign and no numeral.
      while index &+ 2 < end, NameText.isHan(text[index]), !leads.mayHold(text, index) {
        index &+= 3
      }
      guard index < end else { break }
      let byte = text[index]
      if byte.isDigitASCII {
        readNumber()
      } else if byte < 0x80 {
        readASCII(byte)
      } else if byte == 0xC3, text.stands(Self.timesSign, at: index, end) {
        add(.times, 2)
      } else if byte == 0xE3 || byte == 0xEF {
        readWideSign()
      } else if !leads.mayHold(text, index) {
        index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      } else if let numeral = numeral() {
        readNumber(numeral)
      } else if let word = ProseWords.partOpenings.first(where: {
        text.stands($0, at: index, end)
      }) {
        add(.partOpening, word.count)
      } else if let word = ProseWords.times.first(where: { text.stands($0, at: index, end) }) {
        add(.times, word.count)
      } else {
        index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      }
    }
  }

  /// Adds a sign of so many bytes.
  private mutating func add(_ sign: ProseText.Sign, _ count: Int) {
    prose.marks.append(ProseText.Mark(sign: sign, at: index..<(index + count)))
    index += count
    if sign == .sentence { sentence += 1 }
    // `合计：` speaks of what follows.
    if sign != .colon { labelStart = index }
  }

  private mutating func readASCII(_ byte: UInt8) {
    switch byte {
    case 0x28: open(1)
    case 0x29: close(1)
    case 0x2B: add(.plus, 1)
    case 0x3D: add(.equals, 1)
    case 0x2A: add(.times, 1)
    case 0x2C: add(.comma, 1)
    case 0x3A: add(.colon, 1)
    case 0x3B: add(.semicolon, 1)
    case 0x2D where isBehindNumber && isBeforeDigit(1): add(.minus, 1)
    case 0x7E where isBehindNumber && isBeforeDigit(1): add(.minus, 1)
    case 0x78 where isBehindNumber && isBeforeDigit(1): add(.times, 1)
    case 0x58 where isBehindNumber && isBeforeDigit(1): add(.times, 1)
    case 0x2E where index + 1 >= end || text[index + 1].isBlankASCII: add(.sentence, 1)
    case 0x5B: skip(to: [0x5D])
    case 0x61...0x7A: readWord()
    case 0x41...0x5A:
      while index < end, text[index].isLetterASCII || text[index].isDigitASCII { index += 1 }
    default: index += 1
    }
  }

  /// A word in small letters, which may give roles.
  private mutating func readWord() {
    for word in ProseWords.partOpenings + ProseWords.times
    where text.stands(word, at: index, end) && !isLetter(index + word.count) {
      add(ProseWords.times.contains(word) ? .times : .partOpening, word.count)
      return
    }
    while index < end, text[index].isLetterASCII || text[index].isDigitASCII { index += 1 }
  }

  private func isLetter(_ place: Int) -> Bool { place < end && text[place].isLetterASCII }

  private mutating func readWideSign() {
    guard index + 2 < end else {
      index = end
      return
    }
    let scalar =
      UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
    switch scalar {
    case 0xE38082, 0xEFBC81, 0xEFBC9F: add(.sentence, 3)
    case 0xEFBC9B: add(.semicolon, 3)
    case 0xEFBC8C: add(.comma, 3)
    case 0xE38081: add(.list, 3)
    case 0xEFBC9A: add(.colon, 3)
    case 0xEFBC88: open(3)
    case 0xEFBC89: close(3)
    case 0xEFBC8B: add(.plus, 3)
    case 0xEFBC9D: add(.equals, 3)
    case 0xE3808A: skip(to: [0xE3, 0x80, 0x8B])
    case 0xE38094: skip(to: [0xE3, 0x80, 0x95])
    case 0xE38090: skip(to: [0xE3, 0x80, 0x91])
    default: index += 3
    }
  }

  /// Passes over what stands up to a closing sign, if one stands near.
  private mutating func skip(to sign: [UInt8]) {
    let limit = min(end, index + 600)
    var next = index + 1
    while next < limit {
      if text.stands(sign, at: next, limit) {
        index = next + sign.count
        labelStart = index
        return
      }
      next += 1
    }
    index += 1
  }

  private mutating func open(_ count: Int) {
    bracketCount += 1
    brackets.append(bracketCount)
    add(.open(bracketCount), count)
  }

  private mutating func close(_ count: Int) { add(.close(brackets.popLast() ?? 0), count) }

  private var isBehindNumber: Bool {
    guard let last = prose.numbers.last else { return false }
    return text.afterBlanks(last.end, end) == index
  }

  private func isBeforeDigit(_ count: Int) -> Bool {
    let next = text.afterBlanks(index + count, end)
    return next < end && text[next].isDigitASCII
  }

  private mutating func readNumber() {
    let start = index
    guard let (quantity, stop) = Quantity.read(text, start..<end) else {
      while index < end, text[index].isDigitASCII || text[index] == 0x2E { index += 1 }
      return
    }
    if readItem(quantity, stop) { return }
    take(quantity, start..<stop)
  }

  /// The numeral in words that counts something here: `三百五十万元`, `二百四十人`, `百分之九十`.
  ///
  /// One character alone is mostly part of a word (`一是`, `统一`, `两个`), and so is one without tens.
  private func numeral() -> Numeral? {
    guard Self.isNumeral(text, index, end),
      index == labelStart || !Self.isNumeral(text, index - 3, end),
      let numeral = Numeral.read(text, index..<end), numeral.end - index > 6
    else { return nil }
    switch numeral.kind {
    case .money, .percent: return numeral
    case .number:
      let isCounted =
        numeral.value.digits > 10
        && ProseUnits.counter(text, numeral.end, end).map { counter in
          if case .counter = counter.base { true } else { false }
        } ?? false
      return isCounted ? numeral : nil
    case .perMille, .parts: return nil
    }
  }

  /// Whether a character of numerals stands at a place.
  static func isNumeral(_ text: [UInt8], _ place: Int, _ end: Int) -> Bool {
    guard place >= 0, place + 3 <= end else { return false }
    let code =
      UInt32(text[place]) << 16 | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2])
    switch code {
    // 一 to 九, 两, 十, 百, 千.
    case 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D,
      0xE4B8A4, 0xE58D81, 0xE799BE, 0xE58D83:
      return true
    // 壹 to 玖, 拾, 佰, 仟.
    case 0xE5A3B9, 0xE8B4B0, 0xE58F81, 0xE88286, 0xE4BC8D, 0xE99986, 0xE69F92, 0xE68D8C, 0xE78E96,
      0xE68BBE, 0xE4BDB0, 0xE4BB9F:
      return true
    default: return false
    }
  }

  private mutating func readNumber(_ numeral: Numeral) {
    switch numeral.kind {
    case .money: take(numeral.value, index..<numeral.end, ProseMeasure(base: .money))
    case .percent:
      take(numeral.value, index..<numeral.end, ProseMeasure(base: .percent, exponent: -2))
    default: take(numeral.value, index..<numeral.end)
    }
  }

  private mutating func take(
    _ quantity: Quantity, _ at: Range<Int>, _ measure: ProseMeasure? = nil
  ) {
    let (start, stop) = (at.lowerBound, at.upperBound)
    var number = ProseNumber(
      quantity: quantity, at: start..<stop, end: stop, label: labelStart..<start,
      measure: .nothing)
    number.read(text, limit: end)
    if let measure {
      number.measure = measure
      number.end = max(number.end, stop)
    }
    if case .minus = prose.marks.last?.sign {
      number.isRange = true
      if let last = prose.numbers.indices.last { prose.numbers[last].isRange = true }
    }
    number.bracket = brackets.last ?? 0
    number.sentence = sentence
    number.mark = prose.marks.count
    prose.marks.append(
      ProseText.Mark(sign: .number(prose.numbers.count), at: start..<number.end))
    prose.numbers.append(number)
    index = max(number.end, stop)
    labelStart = index
  }

  /// Whether a number is that of an item: `1、`, `2.`, `（3）`, at the start of a sentence.
  private mutating func readItem(_ quantity: Quantity, _ stop: Int) -> Bool {
    guard quantity.scale == 0, quantity.digits > 0, quantity.digits < 30, stop < end else {
      return false
    }
    var isBracketed = false
    if case .open = prose.marks.last?.sign, prose.marks.last?.at.upperBound == index {
      isBracketed = true
    }
    let isOpening =
      labelStart == index || text[index - 1].isBlankASCII
      || text.afterBlanks(labelStart, end) == index
    guard isOpening else { return false }
    var length = 0
    if isBracketed {
      if text[stop] == 0x29 { length = 1 }
      if text.stands([0xEF, 0xBC, 0x89], at: stop, end) { length = 3 }
      guard length > 0 else { return false }
      prose.marks.removeLast()
      _ = brackets.popLast()
    } else {
      if case .list = prose.marks.last?.sign { return false }
      if text.stands([0xE3, 0x80, 0x81], at: stop, end) { length = 3 }
      if text.stands([0xEF, 0xBC, 0x8E], at: stop, end) { length = 3 }
      if text[stop] == 0x2E, stop + 1 < end, !text[stop + 1].isDigitASCII { length = 1 }
      guard length > 0 else { return false }
    }
    add(.item(quantity.digits), stop + length - index)
    return true
  }

  private static let timesSign: [UInt8] = [0xC3, 0x97]
  /// How words that are signs and numerals begin: nearly all characters begin none.
  private static let leads: CharacterFilter = {
    var leads = CharacterFilter()
    for word in ProseWords.partOpenings + ProseWords.times { leads.insert(word, 0) }
    for numeral in "一二三四五六七八九两十百千壹贰叁肆伍陆柒捌玖拾佰仟" {
      leads.insert(Array(numeral.utf8), 0)
    }
    return leads
  }()
}
