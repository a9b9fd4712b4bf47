internal import TieoutModel

/// Parts numbers of neighbouring columns that an engine read as one text: `21,900 124,129`.
///
/// The table must prove it: the text runs over a line between columns, there is one whole number for
/// each column, the space between two of them lies on the line, and other numbers stand in each of
/// these columns alone. A number that the engine tore, `164, 978`, stays one.
struct MergedNumbers {
  /// The lines between the columns, from left to right.
  let places: [Double]
  /// The width of a Han character.
  let em: Double
  let text: [UInt8]

  /// How many other numbers each column must have.
  private static let least = 2
  /// How far a space may lie off the line between columns, in widths of a Han character: where it is
  /// inside a box is only known from how wide characters are.
  private static let slack = 1.2

  /// One number of a text.
  private struct Part {
    var word: Int
    var text: Range<Int>
    var left: Double
    var right: Double
  }

  /// Parts what is to be parted; whether there was any.
  func part(_ levels: inout [[Segment]], _ page: inout WordPage) -> Bool {
    var counts: [Int]?
    var isAny = false
    for level in levels.indices {
      for place in levels[level].indices.reversed() {
        let segment = levels[level][place]
        guard segment.isNumeric, segment.count > 2, let columns = columns(segment),
          columns.count > 1
        else { continue }
        let parts = self.parts(segment, page)
        guard parts.count == columns.count, isOnLines(parts, columns) else { continue }
        let known = counts ?? self.counts(levels)
        counts = known
        guard columns.allSatisfy({ known[$0] >= Self.least }) else { continue }
        levels[level].replaceSubrange(place...place, with: segments(parts, segment, &page))
        isAny = true
      }
    }
    return isAny
  }

  /// The columns that a text runs over.
  private func columns(_ segment: Segment) -> Range<Int>? {
    let margin = em * Corridors.Weight.edge
    let first = places.count { $0 <= segment.left + margin }
    let last = places.count { $0 < segment.right - margin }
    return first <= last ? first..<last + 1 : nil
  }

  /// How many numbers stand in each column alone.
  private func counts(_ levels: [[Segment]]) -> [Int] {
    var counts = Array(repeating: 0, count: places.count + 1)
    for segment in levels.joined() where segment.isNumeric {
      if let columns = columns(segment), columns.count == 1 { counts[columns.lowerBound] += 1 }
    }
    return counts
  }

  /// The numbers of a text with their places; none where one of them is no whole number.
  private func parts(_ segment: Segment, _ page: WordPage) -> [Part] {
    var parts: [Part] = []
    let width = segment.words.reduce(0) { $0 + TextWidth.of(text[page.words[$1].text]) }
    let spaces = Double(segment.words.count - 1)
    let scale = segment.width / max(width + spaces * 0.3, 0.1)
    var left = segment.left
    for word in segment.words {
      let range = page.words[word].text
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, text[end].isBlankASCII == text[start].isBlankASCII {
          end += 1
        }
        let right = left + TextWidth.of(text[start..<end]) * scale
        if !text[start].isBlankASCII {
          guard isWhole(text[start..<end]) else { return [] }
          parts.append(Part(word: word, text: start..<end, left: left, right: right))
        }
        left = right
        start = end
      }
      left += 0.3 * scale
    }
    return parts
  }

  /// Whether each space between two numbers lies on the line between their columns.
  private func isOnLines(_ parts: [Part], _ columns: Range<Int>) -> Bool {
    zip(zip(parts, parts.dropFirst()), columns).allSatisfy { pair, column in
      let slack = Self.slack * em
      return pair.0.right - slack < places[column] && pair.1.left + slack > places[column]
    }
  }

  /// Whether characters are one number with nothing torn off: `21,900`, `-3.5`, `96%`.
  private func isWhole(_ number: ArraySlice<UInt8>) -> Bool {
    var rest = number.first == 0x2D ? number.dropFirst() : number
    if rest.last == 0x25 { rest.removeLast() }
    let halves = rest.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count < 3 else { return false }
    if halves.count == 2, halves[1].isEmpty || !halves[1].allSatisfy(\.isDigitASCII) {
      return false
    }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    return groups.enumerated().allSatisfy { place, group in
      group.allSatisfy(\.isDigitASCII)
        && (place > 0
          ? group.count == 3 : groups.count == 1 ? !group.isEmpty : 1...3 ~= group.count)
    }
  }

  /// The numbers as texts of their own; a word that holds several becomes as many.
  private func segments(
    _ parts: [Part], _ segment: Segment, _ page: inout WordPage
  ) -> [Segment] {
    let words = segment.words.map { page.words[$0] }
    var taken: Set<Int> = []
    return parts.map { part in
      let index = segment.words.firstIndex(of: part.word) ?? 0
      var word = words[index]
      let isShared = parts.count { $0.word == part.word } > 1
      if isShared, let box = word.mark.box {
        // The shares of the word's own box, which may stand aslant.
        let all = parts.filter { $0.word == part.word }
        let left = all.first?.left ?? part.left
        let width = max((all.last?.right ?? part.right) - left, 1)
        func edge(_ place: Double) -> Int32 {
          Int32(clamped: Double(box.left) + Double(box.width) * (place - left) / width)
        }
        word.mark.box = Box(
          left: edge(part.left), top: box.top, right: edge(part.right), bottom: box.bottom)
      }
      word.text = part.text
      var place = part.word
      if taken.insert(part.word).inserted {
        page.words[place] = word
      } else {
        place = page.words.count
        page.words.append(word)
      }
      var own = segment
      own.words = [place]
      own.left = part.left
      own.right = part.right
      own.count = part.text.count
      return own
    }
  }
}
