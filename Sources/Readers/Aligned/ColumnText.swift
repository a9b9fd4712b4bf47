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
    /// Whether it begins and ends with an East Asian wide character.
    var beginsWide: Bool
    var endsWide: Bool
    /// Whether it ends as a sentence, a label or the number of a list does: what stands a little further
    /// off behind it is no column.
    var endsSentence: Bool
  }

  /// The words, page by page, line by line.
  private(set) var pages: [[Word]] = [[]]

  /// The columns from one tab stop to the next one.
  private static let tab = 8

  /// Takes a text apart, from a byte of it to another.
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
      let columns = CharacterWidth.columns(Self.scalar(bytes[index..<index + length]))
      if blank > 0 {
        close()
      } else {
        var word =
          open
          ?? Word(
            text: index..<index, line: line, narrow: narrow..<narrow, wide: wide..<wide,
            beginsWide: columns > 1, endsWide: false, endsSentence: false)
        word.text = word.text.lowerBound..<index + length
        word.narrow = word.narrow.lowerBound..<narrow + min(columns, 1)
        word.wide = word.wide.lowerBound..<wide + columns
        word.endsWide = columns > 1
        open = word
      }
      narrow += min(columns, 1)
      wide += columns
      index += max(blank, length)
    }
    close()
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    guard let first = bytes.first, first >= 0xC0 else { return 0 }
    let lead = UInt32(first) & (0x7F >> UInt32(bytes.count))
    return bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  private static let ends = ".!?):;,。！？：；，、）".map { Array($0.utf8) }

  private static func endsSentence(_ word: ArraySlice<UInt8>) -> Bool {
    ends.contains { word.suffix($0.count).elementsEqual($0) }
  }

  // MARK: Columns

  /// How often words that stand apart from the one before them stand in line with one of the line above:
  /// of the edges on both sides of gaps, those that the line above has as well.
  func sharedEdges(_ columns: KeyPath<Word, Range<Int>>) -> Int {
    var shared = 0
    for page in pages {
      var above: Set<Int> = []
      var start = 0
      while start < page.count {
        var end = start
        var edges: Set<Int> = []
        while end < page.count, page[end].line == page[start].line {
          if end > start, isApart(page[end - 1], page[end], columns) {
            // Left edges are even numbers, right ones odd.
            edges.insert(page[end][keyPath: columns].lowerBound * 2)
            edges.insert(page[end][keyPath: columns].upperBound * 2 + 1)
          }
          end += 1
        }
        shared += edges.intersection(above).count
        above = edges
        start = end
      }
    }
    return shared
  }

  /// Whether many cells go on in the next line: there nothing tells the lines of a cell from rows.
  ///
  /// Of the lines between two empty ones, those with less than half as many texts as the fullest one are
  /// parts of rows.
  func wraps(_ columns: KeyPath<Word, Range<Int>>) -> Bool {
    var rows = 0
    var parts = 0
    for page in pages {
      var counts: [Int] = []
      func close() {
        if let most = counts.max(), most > 2 {
          rows += counts.count { $0 > 1 }
          parts += counts.count { $0 > 1 && $0 * 2 <= most }
        }
        counts.removeAll()
      }
      for (place, word) in page.enumerated() {
        let before = place > 0 ? page[place - 1] : nil
        if let before, before.line == word.line {
          if isApart(before, word, columns) { counts[counts.count - 1] += 1 }
        } else {
          if let before, word.line > before.line + 1 { close() }
          counts.append(1)
        }
      }
      close()
    }
    return parts * Self.seldom > rows
  }

  /// Of so many lines one may be a part of a row: a total leaves columns blank, a head has two lines.
  private static let seldom = 5

  /// Whether two words of a line are texts of their own: two columns apart, behind a sentence’s end more.
  func isApart(_ left: Word, _ right: Word, _ columns: KeyPath<Word, Range<Int>>) -> Bool {
    let gap = right[keyPath: columns].lowerBound - left[keyPath: columns].upperBound
    return gap > 2 || gap == 2 && !left.endsSentence
  }
}
