import TieoutModel

/// What the forms of a unit print in one field, each read once and told apart.
///
/// Persons are the same letter by letter; telephones also with and without an area code, as long as
/// what they share has six digits. Only readings that end alike are compared, so that the work grows
/// with the number of forms and no faster.
struct ContactReadings {
  /// Readings that are letter by letter the same.
  private struct Class {
    var letters: [UInt32]
    /// How many forms print it.
    var count: Int
    /// The number of its ending, and the class before it that ends alike; −1 for none.
    var ending: Int
    var previous: Int
  }

  /// The forms that print something, in ascending order.
  private(set) var forms: [Int] = []
  private let isPhone: Bool
  private var classes: [Class] = []
  /// The class of each of `forms`.
  private var classOf: [Int] = []
  /// How readings end, and the last class of each ending.
  private var endings: KeyNumbers
  private var lasts: [Int] = []

  /// The last digits that a telephone shares with itself behind an area code.
  private static let least = 6

  /// Reads a field of some forms, which come in ascending order; a telephone by its digits.
  init(_ forms: [Int], _ name: FieldName, isPhone: Bool, _ submission: borrowing Submission) {
    self.isPhone = isPhone
    endings = KeyNumbers(capacity: min(forms.count, 32))
    for form in forms {
      guard let field = submission.details[form][name] else { continue }
      self.forms.append(form)
      add(NameText.letters(of: submission.document.text, field.words.range))
    }
  }

  private mutating func add(_ letters: [UInt32]) {
    let end = isPhone && letters.count >= Self.least ? letters.suffix(Self.least) : letters[...]
    let ending = endings.number(of: end.stableHash(seed: 11))
    if ending == lasts.count { lasts.append(-1) }
    var place = lasts[ending]
    while place >= 0, classes[place].letters != letters { place = classes[place].previous }
    if place < 0 {
      place = classes.count
      classes.append(Class(letters: letters, count: 0, ending: ending, previous: lasts[ending]))
      lasts[ending] = place
    }
    classes[place].count += 1
    classOf.append(place)
  }

  /// The class of a form's reading; `nil` where it prints nothing.
  private func ownClass(_ form: Int) -> Int? {
    var (low, high) = (0, forms.count)
    while low < high {
      let middle = (low + high) / 2
      if forms[middle] < form { low = middle + 1 } else { high = middle }
    }
    return low < forms.count && forms[low] == form ? classOf[low] : nil
  }

  /// The forms whose reading is a form's own; none where it prints nothing.
  func like(_ form: Int) -> [Int] {
    guard let own = ownClass(form) else { return [] }
    return forms.indices.filter { isSame(classOf[$0], own) }.map { forms[$0] }
  }

  /// The first of some forms whose reading is a form's own, for each form that has one.
  func first(of chosen: [Int]) -> [Int: Int] {
    var firsts = [Int?](repeating: nil, count: classes.count)
    for form in chosen {
      guard let own = ownClass(form) else { continue }
      forEachLike(own) { if firsts[$0] == nil { firsts[$0] = form } }
    }
    var first: [Int: Int] = [:]
    for (form, own) in zip(forms, classOf) {
      if let found = firsts[own] { first[form] = found }
    }
    return first
  }

  /// The first form whose reading most forms share, and how many those are; `nil` where all are alike.
  var usual: (form: Int, count: Int)? {
    let counts = classes.indices.map { place in
      var count = 0
      forEachLike(place) { count += classes[$0].count }
      return count
    }
    guard let most = counts.max(), most < forms.count,
      let place = classOf.firstIndex(where: { counts[$0] == most })
    else { return nil }
    return (forms[place], most)
  }

  /// Calls a function with the classes that are the same person or telephone as one, itself included.
  private func forEachLike(_ place: Int, _ body: (Int) -> Void) {
    var other = lasts[classes[place].ending]
    while other >= 0 {
      if isSame(other, place) { body(other) }
      other = classes[other].previous
    }
  }

  /// Whether two classes are the same person or telephone.
  private func isSame(_ left: Int, _ right: Int) -> Bool {
    left == right
      || classes[left].ending == classes[right].ending
        && isSame(classes[left].letters, classes[right].letters)
  }

  private func isSame(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard isPhone, left.count >= Self.least, right.count >= Self.least else { return left == right }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return long.suffix(short.count).elementsEqual(short)
  }
}
