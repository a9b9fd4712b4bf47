/// The words by which one language says what the numbers of its sentences are.
///
/// Rules know what words mean, never the words: a language is a table in a file of its own and a line
/// in `all`. What forms of one family call things stands in their profile instead.
struct ProseLanguage: Sendable {
  /// The languages whose sentences are read.
  static let all: [ProseLanguage] = [.chinese, .english]

  // MARK: Sums

  /// A sum of what was listed.
  var totals: [String] = []
  /// How the words before a number begin that adds up what stands before it.
  var closings: [String] = []
  /// How the words before a number begin that is a whole, and may add up what stands before it.
  var wholeSums: [String] = []
  /// What the whole of a year is called, which adds up what stands before it only with a word that says so.
  var yearSums: [String] = []
  /// What is still to come of a sum.
  var remainders: [String] = []
  /// The spells into which a longer one is parted: a list of some of them is not all there is.
  var spells: [[String]] = []
  /// What follows is part of what stands before.
  var partOpenings: [String] = []
  /// The rest of a list, which makes it complete.
  var rests: [String] = []
  /// What stands between members of a list.
  var conjunctions: [String] = []
  /// In all: as the last of the words before a number, with a verb at the most.
  var inAll: [String] = []
  /// What makes another word of that, in front of it and behind it.
  var notInAll: (before: [String], behind: [String]) = ([], [])
  /// In all: behind a number.
  var inAllBehind: [String] = []

  // MARK: Products

  /// Words that multiply.
  var times: [String] = []
  /// Words by which a number of money is what a product comes to.
  var results: [String] = []
  /// What each of many gets.
  var averages: [String] = []
  /// For each: before a measure, `每人`.
  var each: [String] = []
  /// Measure words that count each time anew what another counts once.
  var occasions: [(word: String, of: String)] = []
  /// For each: behind a measure, `人均`.
  var mean: [String] = []
  /// The price of one.
  var unitPrices: [String] = []
  /// For each: behind a number.
  var eachBehind: [String] = []
  /// For each of what the next word names: behind a number.
  var perBehind: [String] = []

  // MARK: Which money, which year

  /// A sum of money that the paper asks for as a whole.
  var wholes: [String] = []
  /// The like, where they open the text and nothing else stands before the number.
  var openingWholes: [String] = []
  /// The like, where all the money is of one source.
  var sourceWholes: [String] = []
  /// The like, in weaker words.
  var asked: [String] = []
  /// What makes a number another year's, a part, an estimate or a running total.
  var scopes: [String] = []
  /// What makes a sum of money an estimate, a part, another body's, or one of many.
  var shares: [String] = []
  /// Words before a year that make it no year of the plan.
  var references: [String] = []
  /// How the words behind a year go on that make it the year of a plan.
  var plans: [String] = []
  /// A whole year, in the words before a sum.
  var years: [String] = []

  // MARK: How exact a number is

  /// Before a number: it only bounds what is meant.
  var bounds: [String] = []
  /// Behind a number: the same.
  var boundsBehind: [String] = []
  /// Before a number: it is rounded.
  var approximations: [String] = []
  /// Behind a number: the same.
  var approximationsBehind: [String] = []
  /// Between a number and its measure: some more.
  var more: [String] = []
  /// Right before the figures of a letter: more or less, and a little less.
  var vague: (about: [String], less: [String]) = ([], [])
  /// Right behind the figures of a letter: more or less, and some more.
  var vagueBehind: (about: [String], more: [String]) = ([], [])

  // MARK: Rates and changes

  /// Rates that a text works out of two of its numbers.
  var rates: [String] = []
  /// How the name of a rate ends, and what may stand between it and its number.
  var rateNames: (ending: [String], verbs: [String]) = ([], [])
  /// One number as part of another.
  var shareOf: [String] = []
  /// What may stand between that and the number, and names no whole.
  var shareFillers: [String] = []
  /// What is compared with stands behind one of these.
  var comparisons: [String] = []
  /// By so much more.
  var rises: [String] = []
  /// By so much less.
  var falls: [String] = []

  // MARK: Measures

  /// Powers of ten before a measure, longer ones before those that they begin with.
  var powers: [(word: String, exponent: Int)] = []
  /// Powers of ten behind a sum that a sign of currency stands before.
  var multiples: [(word: String, exponent: Int)] = []
  /// The money that amounts count in.
  var money: [String] = []
  /// Measure words, longer ones before those that they begin with; one line counts one thing.
  var counters: [[String]] = []
  /// Measure words of time, and words that only begin like measure words.
  var otherCounters: [(word: String, base: ProseMeasure.Base)] = []
  /// How often: the month, as a measure word that else is part of a date.
  var months: [String] = []
  /// What makes a number one of a series.
  var ordinals: [String] = []
  /// How words for times begin, in languages that part words by blanks.
  var spans: [(word: String, time: ProseMeasure.Time)] = []
  /// Plurals that do not end in s, in such languages.
  var plurals: [String] = []
  /// Words right before a bare number that make it a year, in such languages.
  var yearsBehind: [String] = []
  /// Words behind a number that are not counted by it, in such languages.
  var noCounters: [String] = []

  // MARK: Letters

  /// What makes a sum in a letter the whole.
  var letterWholes: [String] = []
  /// What a letter says of the tables that come with it.
  var letterEnclosures: [String] = []
  /// What makes a figure in a letter another year's or a part.
  var letterScopes: [String] = []
  /// Numbers in words, in languages that part words by blanks.
  var letterNumbers: [String: Int64] = [:]
  /// Measure words of records.
  var letterCounters: [String] = []

  // MARK: Names

  /// Words that stand in the names of all kinds of projects and say nothing of what they are about.
  var generic: [String] = []
}

extension ProseLanguage {
  /// The words of one kind in all languages, to look for all at once.
  static func list(_ words: (ProseLanguage) -> [String]) -> WordList {
    WordList(all.flatMap(words))
  }

  /// The words of one kind in all languages, one by one.
  static func bytes(_ words: (ProseLanguage) -> [String]) -> [[UInt8]] {
    all.flatMap(words).map { Array($0.utf8) }
  }

  /// The powers of one kind in all languages.
  static func powers(
    _ words: (ProseLanguage) -> [(word: String, exponent: Int)]
  ) -> [(word: [UInt8], exponent: Int)] {
    all.flatMap(words).map { (Array($0.word.utf8), $0.exponent) }
  }
}
