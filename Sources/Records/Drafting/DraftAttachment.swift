internal import TieoutModel

/// The line above each form that numbers it: `附件2-1`, `Annex 3`, or `附件2` above all of them.
struct DraftAttachment {
  /// What all these lines begin with: `附件`.
  let word: String

  /// Finds the word; `nil` where most forms have no such line.
  init?(_ paper: DraftPaper, _ forms: [Range<Int>]) {
    guard forms.count > 1 else { return nil }
    // Forms begin with it, or it stands above their titles.
    for distance in [-1, 0, 1, -2] {
      let lines = forms.compactMap { form in
        let row = form.lowerBound + distance
        return paper.rows.indices.contains(row) ? Self.parts(paper.rows[row], paper) : nil
      }
      guard let word = lines.first?.word else { continue }
      let numbers = lines.filter { $0.word == word }.map(\.number)
      // A sum behind its label looks alike, but counts no forms.
      let counted = zip(numbers, numbers.dropFirst()).count { $1 - $0 == 1 }
      let isMeant =
        counted * 10 >= (numbers.count - 1) * 8
        || DraftWords.isOne(word.lowercased(), of: DraftWords.attachment)
      if numbers.count * 10 >= forms.count * 8, isMeant {
        self.word = word
        return
      }
    }
    return nil
  }

  /// Whether a row is such a line.
  func holds(_ row: DraftPaper.Row, _ paper: DraftPaper) -> Bool {
    Self.parts(row, paper)?.word == word
  }

  /// The word of a line that has nothing else but a number, and the last part of that.
  private static func parts(
    _ row: DraftPaper.Row, _ paper: DraftPaper
  ) -> (word: String, number: Int)? {
    guard row.isLine, row.cells.count == 1 else { return nil }
    let line = paper.string(row.cells[0].slice)
    let letters = line.prefix { $0.isLetter || $0 == " " }
    let numeral = line[letters.endIndex...].prefix {
      $0.isASCII && $0.isNumber || joints.contains($0)
    }
    let parts = numeral.split(whereSeparator: joints.contains)
    guard let first = letters.first, first != " ", letters.utf8.count <= 30,
      numeral.first?.isNumber == true, let number = parts.last.flatMap({ Int($0) }),
      line[numeral.endIndex...].allSatisfy({ ":： ".contains($0) })
    else { return nil }
    return (letters.last == " " ? String(letters.dropLast()) : String(letters), number)
  }

  /// What parts of a number stand between: `2-1`.
  private static let joints: Set<Character> = ["-", ".", "—", "–"]
}
