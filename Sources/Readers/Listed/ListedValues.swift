internal import TieoutModel

/// What stands behind the labels of forms, by its letters: the summary prints the same names.
struct ListedValues {
  private var keys = KeyTable()
  /// What they are the values of, by their number among the keys less one.
  private var types: [FieldType] = []
  /// Whether some form names a body.
  private(set) var knowsBodies = false
  /// The letters of all texts that stand whole somewhere.
  private var texts: Set<[UInt8]> = []

  init(_ lines: [ListedText], _ text: [UInt8], _ profile: Profile) {
    for place in lines.indices {
      let slice = lines[place].parts[0]
      texts.insert(Self.letters(text, slice))
      // A label among others heads a column.
      guard place == 0 || lines[place - 1].label == .none || lines[place].label == .none else {
        continue
      }
      if let type = Self.type(lines[place].label, profile), place + 1 < lines.count,
        lines[place + 1].label == .none
      {
        add(Self.value(behind: place, lines), type, text)
      } else {
        addLine(slice, text, profile)
      }
    }
  }

  /// Adds what stands behind labels with colons in a line: up to the next label, or a wide blank.
  private mutating func addLine(_ line: Slice, _ text: [UInt8], _ profile: Profile) {
    var rest = line.range
    var type: FieldType?
    while let colon = text.colon(in: rest) {
      let before = Slice(rest.lowerBound..<colon.lowerBound)
      let words = text.words(in: before)
      let start = words.indices.suffix(Self.mostWords).first { place in
        let label = Slice(Int(words[place].start)..<colon.lowerBound)
        return profile.labels.label(label, in: text) != .none
      }
      if let type, let start, start > 0 {
        add(Slice(rest.lowerBound..<Int(words[start - 1].end)), type, text)
      }
      type = start.flatMap { start in
        let label = Slice(Int(words[start].start)..<colon.lowerBound)
        return Self.type(profile.labels.label(label, in: text), profile)
      }
      rest = colon.upperBound..<rest.upperBound
    }
    if let type { add(Slice(rest), type, text) }
  }

  /// What stands behind a label up to the next one or to the line's end.
  private static func value(behind label: Int, _ lines: [ListedText]) -> Slice {
    let start = label + 1
    var value = lines[start].parts[0]
    for next in lines[(start + 1)...].prefix(mostTexts) {
      guard next.line == lines[start].line, next.label == .none else { break }
      value = value.joined(with: next.parts[0])
    }
    return value
  }

  /// How many texts between blanks a value has at the most.
  private static let mostTexts = 20
  /// How many values are known at the most: so many keys a table may have.
  private static let mostValues = Int(UInt16.max) - 1
  /// How many words a label has at the most.
  private static let mostWords = 4

  private static func type(_ label: LabelID, _ profile: Profile) -> FieldType? {
    profile.meanings.detailFields(label).first.map { profile.detail.fields[$0].type }
  }

  private mutating func add(_ slice: Slice, _ type: FieldType, _ text: [UInt8]) {
    let letters = Self.letters(text, slice)
    guard !letters.isEmpty, types.count < Self.mostValues, find(letters) == nil else { return }
    _ = keys.add(letters)
    types.append(type)
    if type == .organisation { knowsBodies = true }
  }

  /// Whether a text stands whole in a line.
  func isWhole(_ text: [UInt8]) -> Bool {
    texts.contains(Self.letters(text, Slice(0..<text.count)))
  }

  /// What a text is the value of in some form; `nil` where none has it.
  func type(_ text: [UInt8], _ slice: Slice) -> FieldType? {
    guard !types.isEmpty else { return nil }
    let range = Self.withoutBracket(text, slice)
    let number =
      if text[range].contains(where: \.isBlankASCII) {
        find(text[range].filter { !$0.isBlankASCII })
      } else {
        keys.find(in: text.span, range)
      }
    return number.map { types[$0 - 1] }
  }

  private func find(_ letters: [UInt8]) -> Int? { keys.find(in: letters.span, letters.indices) }

  /// The letters of a text up to a bracket at its end.
  private static func letters(_ text: [UInt8], _ slice: Slice) -> [UInt8] {
    text[withoutBracket(text, slice)].filter { !$0.isBlankASCII }
  }

  /// A text up to a bracket at its end, as a code stands in one behind a body.
  private static func withoutBracket(_ text: [UInt8], _ slice: Slice) -> Range<Int> {
    let range = slice.range
    // Few texts end like one.
    guard let last = text[range].last, closing.contains(where: { $0.last == last }),
      let close = closing.first(where: { text[range].suffix($0.count).elementsEqual($0) }),
      let open = opening.compactMap({ text.first(of: $0, in: range)?.lowerBound }).min(),
      open > range.lowerBound,
      text.first(of: close, in: open..<range.upperBound)?.upperBound == range.upperBound
    else { return range }
    return range.lowerBound..<open
  }

  private static let opening = ["（", "("].map { Array($0.utf8) }
  private static let closing = ["）", ")"].map { Array($0.utf8) }
}

extension [UInt8] {
  /// The first colon, wide or narrow.
  func colon(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if self[index] == 0x3A { return index..<index + 1 }
      if self[index] == 0xEF, index + 2 < range.upperBound, self[index + 1] == 0xBC,
        self[index + 2] == 0x9A
      {
        return index..<index + 3
      }
    }
    return nil
  }
}
