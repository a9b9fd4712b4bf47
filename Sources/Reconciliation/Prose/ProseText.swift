internal import TieoutModel

/// One number of a sentence, with what its words make of it.
struct ProseNumber: Sendable {
  /// How exactly it is meant.
  enum Exactness: Sendable {
    case exact, about, bound
  }

  /// The number.
  var quantity: Quantity
  /// Its characters.
  var at: Range<Int>
  /// The offset behind its measure.
  var end: Int
  /// The words before it, from the last number or stop on.
  var label: Range<Int>
  /// What it counts.
  var measure: ProseMeasure
  /// For each of which it is paid or counted: `每人`.
  var per: ProseMeasure.Base?
  /// The length of time in which it comes again: `每月`.
  var period: ProseMeasure.Time?
  /// How exactly it is meant.
  var exactness = Exactness.exact
  /// Whether words make it the sum of others.
  var isTotal = false
  /// Whether it is one end of a range or no plain number.
  var isRange = false
  /// The bracket that it stands in; 0 for none.
  var bracket = 0
  /// The sentence that it stands in.
  var sentence = 0
  /// Its place among the marks.
  var mark = 0

  /// Whether it may be one of several that are added up.
  var isAddend: Bool { measure.isAddable && per == nil && !isRange }
}

/// The numbers of a text and the signs between them.
struct ProseText: Sendable {
  /// A sign between numbers.
  enum Sign: Hashable, Sendable {
    case number(Int)
    case sentence, semicolon, comma, list, colon
    case open(Int)
    case close(Int)
    case plus, minus, times, equals
    /// `其中`.
    case partOpening
    /// The number of an item: `1、`, `（2）`.
    case item(Int64)

    /// Whether it stands between members of a list.
    var separates: Bool {
      switch self {
      case .sentence, .semicolon, .comma, .list, .item: true
      default: false
      }
    }
  }

  /// A sign and its characters.
  struct Mark: Sendable {
    var sign: Sign
    var at: Range<Int>
  }

  /// The numbers, in the order in which they stand.
  var numbers: [ProseNumber] = []
  /// The numbers and the signs between them.
  var marks: [Mark] = []
  /// The offset behind the text.
  var end = 0

  /// The marks behind a place, up to where its sentence or its bracket ends.
  func sign(at mark: Int) -> Sign? { marks.indices.contains(mark) ? marks[mark].sign : nil }

  /// Whether a sign that parts members of a list, or `and`, stands between two numbers.
  func areParted(_ left: Int, _ right: Int, in text: [UInt8]) -> Bool {
    for mark in marks[numbers[left].mark..<numbers[right].mark] where mark.sign.separates {
      return true
    }
    return ProseWords.conjunctions.isIn(numbers[right].label, of: text)
  }
}
