/// What a number in a sentence counts, and in which power of ten.
struct ProseMeasure: Hashable, Sendable {
  /// What is counted.
  enum Base: Hashable, Sendable {
    /// Nothing that the words tell.
    case nothing
    /// Money, in its base unit.
    case money
    /// Hundredths.
    case percent
    /// Years of the calendar: `2024年`.
    case calendarYear
    /// Months or days of the calendar: `9月`.
    case date
    /// Lengths of time: years, months, days.
    case time(Time)
    /// Things that a measure word counts, by the number of the word.
    case counter(UInt32)
  }

  /// The unit of a length of time.
  enum Time: UInt8, Hashable, Sendable {
    case year, quarter, month, week, day
  }

  /// What is counted.
  var base: Base
  /// The power of ten in which it is counted.
  var exponent = 0

  /// Nothing that the words tell.
  static let nothing = ProseMeasure(base: .nothing)

  /// Whether numbers of it can be added up.
  var isAddable: Bool {
    switch base {
    case .money, .counter: true
    default: false
    }
  }

  /// Whether it is counted by a noun of a language that parts words by blanks.
  var isNoun: Bool {
    if case .counter(let word) = base { word >= Self.firstNoun } else { false }
  }

  /// Numbers of measure words from here on stand for nouns.
  static let firstNoun: UInt32 = 0x8000_0000

  /// Whether it is counted in whole numbers, so that a printed one is exact.
  var isWhole: Bool {
    switch base {
    case .counter: exponent == 0
    default: false
    }
  }
}
