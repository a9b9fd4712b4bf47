internal import TieoutMarkup
internal import TieoutModel

/// The words of a plain text, each with the line and the columns that it stands in.
///
/// Programs that lay a page out with spaces count columns in two ways: a Han character takes two, as on
/// a terminal, or one, as any other character.
struct ColumnText {
  /// A run of characters without white space.
  struct Word {
    /// Its bytes in the file.
    var text: Range<Int>
    /// The number of its line on the page, counted from 0.
    var line: Int
    /// The columns that it stands in, if every character takes one.
    var narrow: Range<Int>
    /// The same, if East Asian wide ones take two.
    var wide: Range<Int>
    /// Whether it ends as a sentence, a label or the number of a list does: what stands a little further
    /// off behind it is no column.
    var endsSentence: Bool
  }

  /// The words, page by page, line by line.
  private(set) var pages: [[Word]] = [[]]

  /// The columns from one tab stop to the next one.
  private static let tab = 8

  /// Takes a text apart.
  init(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var line = 0
    var narrow = 0
    var wide = 0
    var open: Word?
    func close() {
      guard var word = open else { return }
      word.endsSentence = Self.endsSentence(bytes[word.text])
      pages[pages.count - 1].append(word)
      open = nil
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A, 0x0C, 0x0D:
        close()
        (narrow, wide) = (0, 0)
        if byte == 0x0C {
          pages.append([])
          line = 0
        } else if byte == 0x0A || index + 1 == bytes.count || bytes[index + 1] != 0x0A {
          line += 1
        }
        index += 1
        continue
      case 0x09:
        close()
        narrow += Self.tab - narrow % Self.tab
        wide += Self.tab - wide % Self.tab
        index += 1
        continue
      default: break
      }
      let blank = bytes.span.blankLength(at: index)
      let length = max(bytes.scalarLength(at: index), 1)
      let columns = bytes[index..<index + length].columns
      if blank > 0 {
        close()
      } else {
        var word =
          open
          ?? Word(
            text: index..<index, line: line, narrow: narrow..<narrow, wide: wide..<wide,
            endsSentence: false)
        word.text = word.text.lowerBound..<index + length
        word.narrow = word.narrow.lowerBound..<narrow + min(columns, 1)
        word.wide = word.wide.lowerBound..<wide + columns
        open = word
      }
      narrow += min(columns, 1)
      wide += columns
      index += max(blank, length)
    }
    close()
  }

  private static let ends = ".!?:;,。！？：；，、".map { Array($0.utf8) }

  private static func endsSentence(_ word: ArraySlice<UInt8>) -> Bool {
    let isNumber = word.last == 0x29 && word.dropLast().allSatisfy(\.isDigitASCII)
    return isNumber || ends.contains { word.suffix($0.count).elementsEqual($0) }
  }

  // MARK: Columns

  /// How many edges words have that stand apart from the one before them, how many of these the next line
  /// has as well, and how many only one of the two lines behind that.
  ///
  /// Where cells go on in the next line, what stands in line is further off than that.
  func edges(_ columns: KeyPath<Word, Range<Int>>) -> (all: Int, shared: Int, further: Int) {
    var sum = (all: 0, shared: 0, further: 0)
    for page in pages {
      let lines = Self.lines(page).map { edges(page[$0], columns) }
      for (place, edges) in lines.enumerated() {
        let next = place + 1 < lines.count ? lines[place + 1] : []
        sum.all += edges.count
        sum.shared += edges.intersection(next).count
        guard place + 3 < lines.count else { continue }
        let far = lines[place + 2].union(lines[place + 3])
        sum.further += edges.intersection(far).subtracting(next).count
      }
    }
    return sum
  }

  /// The words of each line.
  static func lines(_ page: [Word]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for place in page.indices {
      if let last = lines.last, page[last.lowerBound].line == page[place].line {
        lines[lines.count - 1] = last.lowerBound..<place + 1
      } else {
        lines.append(place..<place + 1)
      }
    }
    return lines
  }

  /// The lines between empty lines, each as its words.
  static func blocks(_ page: [Word]) -> [[Range<Int>]] {
    var blocks: [[Range<Int>]] = []
    for line in lines(page) {
      if let last = blocks.last?.last, page[last.lowerBound].line + 1 == page[line.lowerBound].line
      {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
    }
    return blocks
  }

  /// The edges of the words of a line that stand apart from the one before them: left ones as even
  /// numbers, right ones as odd ones.
  func edges(_ line: ArraySlice<Word>, _ columns: KeyPath<Word, Range<Int>>) -> Set<Int> {
    var edges: Set<Int> = []
    for (left, right) in zip(line, line.dropFirst()) where isApart(left, right, columns) {
      edges.insert(right[keyPath: columns].lowerBound * 2)
      edges.insert(right[keyPath: columns].upperBound * 2 + 1)
    }
    return edges
  }

  /// How many words of a line stand apart from the one before them.
  func gaps(_ line: ArraySlice<Word>) -> Int {
    zip(line, line.dropFirst()).count { isApart($0, $1, \.narrow) }
  }

  /// The texts of a line: words that no wide gap parts, and no rule of a table that was read as a bar.
  func texts(_ line: ArraySlice<Word>, of bytes: [UInt8]) -> [Range<Int>] {
    var texts: [Range<Int>] = []
    var isApart = true
    var last: Word?
    for word in line {
      if let last, self.isApart(last, word, \.narrow) { isApart = true }
      last = word
      let parts = bytes[word.text].split(separator: 0x7C, omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0 { isApart = true }
        guard !part.isEmpty else { continue }
        if isApart {
          texts.append(part.indices)
        } else {
          texts[texts.count - 1] = texts[texts.count - 1].lowerBound..<part.endIndex
        }
        isApart = false
      }
    }
    return texts
  }

  /// Whether two words of a line are texts of their own: two columns apart, behind a sentence’s end more.
  func isApart(_ left: Word, _ right: Word, _ columns: KeyPath<Word, Range<Int>>) -> Bool {
    let gap = right[keyPath: columns].lowerBound - left[keyPath: columns].upperBound
    return gap > 2 || gap == 2 && !left.endsSentence
  }
}
