internal import TieoutModel

/// Finds the texts that number the rows of a table.
enum ListedNumbers {
  /// How many numbers of a table may be that of its first row.
  private static let mostStarts = 4
  /// The most digits of a row's number.
  private static let mostDigits = 5

  /// The texts that number rows: one, what the table goes on with, or whatever most rows count on from.
  static func find(
    in lines: ArraySlice<ListedText>, _ text: [UInt8], _ fit: ListedFit, from first: Int
  ) -> Set<Int> {
    let all = lines.indices.map { place -> Candidate? in
      // Of a row in one line only the first text can number it.
      let isFirst = place == lines.startIndex || lines[place - 1].line != lines[place].line
      guard isFirst, let number = number(lines[place], text) else { return nil }
      guard let next = lines[place...].dropFirst().first else { return nil }
      return Candidate(
        number: number,
        isBeforeWords: next.label == .none && !fit.isFigure(text, next.parts[0]))
    }
    let starts = [1, first] + all.lazy.compactMap { $0?.number }.prefix(mostStarts)
    return starts.map { chain(all, from: $0) }.reduce([]) { $1.count > $0.count ? $1 : $0 }
  }

  /// A text that may number a row: most such numbers stand before words.
  private struct Candidate {
    let number: Int
    let isBeforeWords: Bool
  }

  /// The places of a number and from there on always of the next; one may be lost, and a section may
  /// begin with one again.
  private static func chain(_ all: [Candidate?], from first: Int) -> Set<Int> {
    var next = first
    var places: Set<Int> = []
    for (place, candidate) in all.enumerated() {
      guard let candidate else { continue }
      let number = candidate.number
      let isNext =
        number == next && (candidate.isBeforeWords || !comes(next, in: all, behind: place))
      let isSkipped =
        number == next + 1 && candidate.isBeforeWords && !comes(next, in: all, behind: place)
        && comes(number + 1, in: all, behind: place)
      let begins = number == 1 && next > 2 && candidate.isBeforeWords
      guard isNext || isSkipped || begins else { continue }
      places.insert(place)
      next = number + 1
    }
    return places
  }

  /// Whether a number stands before words, and nothing that would be behind it does so earlier.
  private static func comes(_ number: Int, in all: [Candidate?], behind place: Int) -> Bool {
    let next = all[(place + 1)...].lazy.compactMap { $0 }.filter(\.isBeforeWords)
      .first { $0.number == number || $0.number == number + 1 }
    return next?.number == number
  }

  /// The whole number that a text is.
  static func number(_ line: ListedText, _ text: [UInt8]) -> Int? {
    let slice = line.parts[0]
    guard slice.count <= mostDigits, text[slice.range].allSatisfy(\.isDigitASCII) else {
      return nil
    }
    return Quantity.whole(text, slice).map { Int($0.digits) }
  }
}
