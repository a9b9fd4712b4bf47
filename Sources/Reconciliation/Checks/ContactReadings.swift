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
    var bucket: UInt64
    var forms: [Int]
  }

  /// The forms that print something, in their order.
  private(set) var forms: [Int] = []
  private let isPhone: Bool
  private var classes: [Class] = []
  /// The class of each form that prints something.
  private var classOf: [Int: Int] = [:]
  /// The classes whose readings end alike.
  private var buckets: [UInt64: [Int]] = [:]

  /// The last digits that a telephone shares with itself behind an area code.
  private static let least = 6

  /// Reads a field of some forms; a telephone by its digits.
  init(_ forms: [Int], _ name: FieldName, isPhone: Bool, _ submission: borrowing Submission) {
    self.isPhone = isPhone
    for form in forms {
      guard let field = submission.details[form][name] else { continue }
      self.forms.append(form)
      add(form, NameText.letters(of: submission.document.text, field.words.range))
    }
  }

  private mutating func add(_ form: Int, _ letters: [UInt32]) {
    let ending = isPhone && letters.count >= Self.least ? letters.suffix(Self.least) : letters[...]
    let key = ending.stableHash(seed: 11)
    let known = buckets[key, default: []].first { classes[$0].letters == letters }
    if known == nil {
      buckets[key, default: []].append(classes.count)
      classes.append(Class(letters: letters, bucket: key, forms: []))
    }
    let place = known ?? classes.count - 1
    classes[place].forms.append(form)
    classOf[form] = place
  }

  /// The forms whose reading is a form's own; none where it prints nothing.
  func like(_ form: Int) -> [Int] {
    guard let own = classOf[form] else { return [] }
    return similar(own).flatMap { classes[$0].forms }.sorted()
  }

  /// The first of some forms whose reading is a form's own, for each form that has one.
  func first(of chosen: [Int]) -> [Int: Int] {
    var firsts: [Int: Int] = [:]
    for form in chosen {
      guard let own = classOf[form] else { continue }
      for place in similar(own) where firsts[place] == nil { firsts[place] = form }
    }
    return classOf.compactMapValues { firsts[$0] }
  }

  /// The first form whose reading most forms share, and how many those are; `nil` where all are alike.
  var usual: (form: Int, count: Int)? {
    let counts = classes.indices.map { place in
      similar(place).reduce(0) { $0 + classes[$1].forms.count }
    }
    guard let most = counts.max(), most < forms.count,
      let form = forms.first(where: { form in classOf[form].map { counts[$0] } == most })
    else { return nil }
    return (form, most)
  }

  /// The classes that are the same person or telephone as one, itself included.
  private func similar(_ place: Int) -> [Int] {
    (buckets[classes[place].bucket] ?? []).filter {
      isSame(classes[$0].letters, classes[place].letters)
    }
  }

  private func isSame(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard isPhone, left.count >= Self.least, right.count >= Self.least else { return left == right }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return long.suffix(short.count).elementsEqual(short)
  }
}
