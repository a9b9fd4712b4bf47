internal import TieoutModel

/// What the forms of a unit print in one field, each read once and told apart.
///
/// Forms are named by their place among the unit's. Persons are the same letter by letter; telephones
/// also with and without an area code, as long as what they share has six digits. Only readings that
/// end alike are compared, so that the work grows with the number of forms and no faster.
struct ContactReadings {
  /// Readings that are letter by letter the same.
  private struct Class {
    /// The characters of the last form that prints it.
    var words: Slice
    /// The place of its letters in `letters`.
    var letters: Range<Int>
    /// How many forms print it.
    var count = 0
    /// The number of its ending, and the class before it that ends alike; −1 for none.
    var ending: Int
    var previous: Int
  }

  /// How many forms print something.
  private(set) var count = 0
  private let isPhone: Bool
  private var classes: [Class] = []
  /// The letters of all classes, one behind the other.
  private var letters: [UInt32] = []
  /// The class of each form; −1 where it prints nothing.
  private var classOf: [Int] = []
  /// How readings end, and the last class of each ending; of few forms all are compared.
  private var endings: KeyNumbers?
  private var lasts: [Int] = []

  /// So many forms are few.
  private static let few = 16
  /// The last digits that a telephone shares with itself behind an area code.
  private static let least = 6

  /// Reads nothing yet; a telephone by its digits.
  init(isPhone: Bool) { self.isPhone = isPhone }

  /// Reads a field of some forms, in place of what was read before.
  mutating func read(
    _ forms: ArraySlice<Int>, _ name: FieldName, _ submission: borrowing Submission
  ) {
    count = 0
    classes.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    classOf.removeAll(keepingCapacity: true)
    lasts.removeAll(keepingCapacity: true)
    endings = forms.count > Self.few ? KeyNumbers() : nil
    classOf.reserveCapacity(forms.count)
    classes.reserveCapacity(min(forms.count, Self.few))
    letters.reserveCapacity(12 * forms.count)
    for form in forms {
      guard let field = submission.details[form][name] else {
        classOf.append(-1)
        continue
      }
      let words = field.words
      // Mostly the form before prints the same characters.
      var own = classOf.last ?? -1
      if own < 0 || !submission.document.same(classes[own].words, words) {
        let start = letters.count
        NameText.appendLetters(of: submission.document.text, words.range, to: &letters)
        own = ownClass(start..<letters.count)
        classes[own].words = words
      }
      classes[own].count += 1
      classOf.append(own)
      count += 1
    }
  }

  /// The class of the letters that were read last: a new one, or the one that has them already.
  private mutating func ownClass(_ range: Range<Int>) -> Int {
    let digits = isPhone && range.count >= Self.least ? Self.least : range.count
    let end = letters[(range.upperBound - digits)..<range.upperBound]
    let ending = endings?.number(of: end.stableHash(seed: 11)) ?? 0
    if ending == lasts.count { lasts.append(-1) }
    var place = lasts[ending]
    while place >= 0 {
      if letters[classes[place].letters].elementsEqual(letters[range]) {
        letters.removeLast(range.count)
        return place
      }
      place = classes[place].previous
    }
    classes.append(
      Class(words: .none, letters: range, ending: ending, previous: lasts[ending]))
    lasts[ending] = classes.count - 1
    return classes.count - 1
  }

  /// Whether a form prints something.
  func isPrinted(_ place: Int) -> Bool { classOf[place] >= 0 }

  /// Whether two forms print the same.
  func areLike(_ place: Int, _ other: Int) -> Bool {
    isPrinted(place) && isPrinted(other) && isSame(classOf[place], classOf[other])
  }

  /// The first form that prints the same as one.
  func first(like place: Int) -> Int? { classOf.indices.first { areLike($0, place) } }

  /// The forms that print the same as one.
  func places(like place: Int) -> [Int] { classOf.indices.filter { areLike($0, place) } }

  /// The first of some forms whose reading is a form's own, for each form that has one.
  func first(of chosen: [Int]) -> [Int?] {
    var firsts = [Int?](repeating: nil, count: classes.count)
    for place in chosen where isPrinted(place) {
      forEachLike(classOf[place]) { if firsts[$0] == nil { firsts[$0] = place } }
    }
    return classOf.map { $0 < 0 ? nil : firsts[$0] }
  }

  /// The first form whose reading most forms share, and how many those are; `nil` where all are alike.
  var usual: (place: Int, count: Int)? {
    guard classes.count > 1 else { return nil }
    let counts = classes.indices.map { place in
      var count = 0
      forEachLike(place) { count += classes[$0].count }
      return count
    }
    guard let most = counts.max(), most < count,
      let place = classOf.firstIndex(where: { $0 >= 0 && counts[$0] == most })
    else { return nil }
    return (place, most)
  }

  /// Calls a function with the classes that are the same person or telephone as one, itself included.
  private func forEachLike(_ place: Int, _ body: (Int) -> Void) {
    var other = lasts[classes[place].ending]
    while other >= 0 {
      if isSame(other, place) { body(other) }
      other = classes[other].previous
    }
  }

  /// Whether two classes are the same person or telephone: one of two telephones may have an area code.
  private func isSame(_ left: Int, _ right: Int) -> Bool {
    if left == right { return true }
    guard isPhone, classes[left].ending == classes[right].ending else { return false }
    let (a, b) = (letters[classes[left].letters], letters[classes[right].letters])
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count >= Self.least && long.suffix(short.count).elementsEqual(short)
  }
}
