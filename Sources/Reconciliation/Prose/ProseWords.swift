/// Words that give the numbers of a sentence their roles, in all languages that are read; what each
/// kind means stands beside it in `ProseLanguage`.
enum ProseWords {
  static let totals = ProseLanguage.list { $0.totals }
  static let closings = ProseLanguage.bytes { $0.closings }
  static let wholeSums = ProseLanguage.bytes { $0.wholeSums }
  static let yearSums = ProseLanguage.bytes { $0.yearSums }
  static let remainders = ProseLanguage.list { $0.remainders }
  static let spells = ProseLanguage.all.flatMap(\.spells).map { $0.map { Array($0.utf8) } }
  static let partOpenings = ProseLanguage.bytes { $0.partOpenings }
  static let rests = ProseLanguage.list { $0.rests }
  static let conjunctions = ProseLanguage.list { $0.conjunctions }
  static let inAll = ProseLanguage.bytes { $0.inAll }
  static let notInAllBefore = ProseLanguage.bytes { $0.notInAll.before }
  static let notInAllBehind = ProseLanguage.bytes { $0.notInAll.behind }
  static let inAllBehind = ProseLanguage.bytes { $0.inAllBehind }

  static let times = ProseLanguage.bytes { $0.times }
  static let results = ProseLanguage.list { $0.results }
  static let averages = ProseLanguage.list { $0.averages }
  static let each = ProseLanguage.bytes { $0.each }
  static let mean = ProseLanguage.bytes { $0.mean }
  static let unitPrices = ProseLanguage.list { $0.unitPrices }
  static let eachBehind = ProseLanguage.bytes { $0.eachBehind }
  static let perBehind = ProseLanguage.bytes { $0.perBehind }

  static let wholes = ProseLanguage.list { $0.wholes }
  static let openingWholes = ProseLanguage.bytes { $0.openingWholes }
  static let sourceWholes = ProseLanguage.list { $0.sourceWholes }
  static let asked = ProseLanguage.list { $0.asked }
  static let scopes = ProseLanguage.list { $0.scopes }
  static let shares = ProseLanguage.list { $0.shares }
  static let references = ProseLanguage.list { $0.references }
  static let plans = ProseLanguage.bytes { $0.plans }
  static let years = ProseLanguage.list { $0.years }

  static let bounds = ProseLanguage.list { $0.bounds }
  static let boundsBehind = ProseLanguage.bytes { $0.boundsBehind }
  static let approximations = ProseLanguage.list { $0.approximations }
  static let approximationsBehind = ProseLanguage.bytes { $0.approximationsBehind }

  static let rates = ProseLanguage.list { $0.rates }
  static let rateEndings = ProseLanguage.bytes { $0.rateNames.ending }
  static let rateVerbs = ProseLanguage.bytes { $0.rateNames.verbs }
  static let shareOf = ProseLanguage.list { $0.shareOf }
  static let shareOfWords = ProseLanguage.bytes { $0.shareOf }
  static let shareFillers = Set(
    ProseLanguage.all.flatMap(\.shareFillers).flatMap { NameText.letters(of: $0) })
  static let comparisons = ProseLanguage.list { $0.comparisons }
  static let rises = ProseLanguage.list { $0.rises }
  static let falls = ProseLanguage.list { $0.falls }

  static let yearsBehind = ProseLanguage.bytes { $0.yearsBehind }
  static let months = ProseLanguage.bytes { $0.months }
  static let ordinals = ProseLanguage.bytes { $0.ordinals }
  static let multiples = ProseLanguage.powers { $0.multiples }
}
