internal import TieoutModel

/// A box on a page put straight.
struct Rect {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var middle: Double { (top + bottom) / 2 }
  var centre: Double { (left + right) / 2 }
}

/// What all parts of a page share: the size of its characters, and its rules.
struct Sheet {
  /// The width of a Han character.
  let em: Double
  /// The rules of its tables.
  var rules: Rules
  /// Where its words' boxes come from.
  var boxes = WordPage.Boxes.seen
}

/// A page put straight: where its words stand, how large its characters are, which rules it has.
struct StraightPage {
  /// The size of its characters, and its rules.
  private(set) var sheet: Sheet
  /// By how much lines rose or fell.
  let slope: Double
  /// The words' places.
  private(set) var rects: [Rect] = []

  var em: Double { sheet.em }
  var rules: Rules { sheet.rules }

  init(_ page: WordPage, _ text: [UInt8]) {
    let boxes = page.words.compactMap(\.mark.box)
    let sizes = page.words.compactMap { word -> Double? in
      let width = TextWidth.of(text[word.text])
      guard let box = word.mark.box, width >= 1.5, box.width > 0 else { return nil }
      return Double(box.width) / width
    }
    let em = sizes.isEmpty ? 20 : max(1, sizes.sorted()[sizes.count / 2])
    sheet = Sheet(em: em, rules: Rules(), boxes: page.boxes)
    slope = Skew.slope(
      boxes.map {
        ((Double($0.left) + Double($0.right)) / 2, (Double($0.top) + Double($0.bottom)) / 2)
      }, em: em)
    place(page.words, text)
    sheet.rules = Rules(page.rules.map(straight), em: em)
  }

  /// Finds the words' places; one without a box stands behind or below the one before it.
  private mutating func place(_ words: [WordPage.Word], _ text: [UInt8]) {
    for (place, word) in words.enumerated() {
      if let box = word.mark.box {
        rects.append(straight(box))
        continue
      }
      let width = TextWidth.of(text[word.text]) * em
      guard let last = rects.last else {
        rects.append(Rect(left: 0, top: 0, right: width, bottom: em))
        continue
      }
      let isNext = words[place - 1].line == word.line
      let left = isNext ? last.right + em * 0.3 : 0
      let top = isNext ? last.top : last.bottom + em
      rects.append(Rect(left: left, top: top, right: left + width, bottom: top + em))
    }
  }

  private func straight(_ box: Box) -> Rect {
    let x = (Double(box.left) + Double(box.right)) / 2
    let y = (Double(box.top) + Double(box.bottom)) / 2
    return Rect(
      left: Double(box.left) + slope * y, top: Double(box.top) - slope * x,
      right: Double(box.right) + slope * y, bottom: Double(box.bottom) - slope * x)
  }

}
