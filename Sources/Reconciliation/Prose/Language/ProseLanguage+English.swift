extension ProseLanguage {
  /// English, as charities and councils write it.
  static let english: ProseLanguage = {
    var words = ProseLanguage()
    words.totals = ["total", "Total", "TOTAL", "altogether", "Altogether"]
    words.partOpenings = ["of which", "including", "comprising", "made up of", "consisting of"]
    words.remainders = [
      "still need", "remaining", "to be found", "outstanding", "leaving", "leaves",
    ]
    words.spells = [
      ["first quarter", "second quarter", "third quarter", "fourth quarter"],
      ["first half", "second half"], ["Q1", "Q2", "Q3", "Q4"],
    ]
    words.rests = ["the rest", "other", "remaining"]
    words.conjunctions = [" and "]
    words.inAllBehind = ["in all", "in total", "altogether", "all told"]

    words.times = ["times"]
    words.results = ["cost", "total", "Total", "come"]
    words.averages = ["average"]
    words.eachBehind = ["each"]
    words.perBehind = ["per ", "a ", "an "]

    words.wholes = ["grant of", "bid for", "request"]
    words.asked = ["project cost", "cost of the project"]
    words.scopes = ["previous", "last year", "already", "so far"]
    words.shares = ["expected", "estimated", "match"]
    words.references = ["since", "from"]

    words.plans = ["programme", "program", "budget", "round", "financial year"]

    words.bounds = [
      "nearly", "over", "more than", "at least", "up to", "almost", "under", "Nearly", "Over",
      "More than", "At least", "Up to", "Almost", "Under",
    ]
    words.boundsBehind = ["or more", "or less", "at least"]
    words.approximations = [
      "about", "around", "approximately", "roughly", "About", "Around", "Approximately", "Roughly",
    ]
    words.approximationsBehind = ["or so"]
    words.vague = (["about "], [])

    words.rates = ["execution rate"]
    words.comparisons = ["than"]
    words.rises = ["up by", "more than"]
    words.falls = ["down by"]

    words.multiples = [("million", 6), ("thousand", 3), ("m", 6), ("k", 3)]
    words.spans = [
      ("year", .year), ("quarter", .quarter), ("month", .month), ("week", .week), ("day", .day),
    ]
    words.plurals = ["people", "children", "men", "women"]
    words.yearsBehind = ["in", "In", "since", "Since", "by", "By", "during", "During", "until"]
    words.noCounters = [
      "and", "for", "from", "the", "per", "each", "are", "was", "were", "with", "will", "has",
      "have", "plus", "times", "that", "which", "into", "until", "but", "not", "million",
      "thousand", "respectively", "under", "over", "above", "below", "behind", "beside", "inside",
      "outside", "near", "between", "within", "across", "along", "around", "during", "after",
      "before", "more", "less", "whose", "who", "this", "these", "those", "they",
    ]

    words.letterWholes = [
      "in all", "in total", "total of", "amount to", "totalling", "totaling",
    ]
    words.letterEnclosures = [
      "enclos", "Enclos", "attach", "Attach", "submit", "Submit", "schedule", "Schedule",
      "summary", "Summary", "in all", "in total", "total of", "totalling", "totaling",
    ]
    words.letterScopes = ["of which", "last year"]
    words.letterNumbers = [
      "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
      "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
      "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    ]

    words.generic = ["the", "and", "for", "project", "programme", "scheme", "phase"]
    return words
  }()
}
