/// Finds the few forms that a row may stand for, without comparing every row with every form.
///
/// An inverted index over features: the whole name, the amount, the organisation, pairs of these,
/// and the pairs of letters of the name, alone and together with the organisation's. A row looks
/// at the rarest features first and stops after a fixed number of forms, so that the work grows
/// with the number of records and no faster, however many records share a name.
struct CandidateIndex {
  /// The number of forms looked at for one row.
  private static let budget = 384
  /// The number of candidates kept for one row.
  private static let width = 8
  /// How many times more a name counts that one form alone has: that form is looked at in any case.
  private static let soleName: Int32 = 16

  /// The forms that have one feature.
  private struct List {
    var feature: Int32
    var isOfAmount: Bool
    var weight: Int32
    var forms: Range<Int>
  }

  private var features: Features
  private let names: FormLists
  private var amountFeatures = Features(names: 0)
  private var amounts = FormLists()
  private let rowCount: Int
  private let detailCount: Int
  private var scores: [Int32]
  private var touched: [Int32]
  private var lists: [List] = []
  /// The number of forms in all lists.
  private var length = 0
  /// The candidates of the last row.
  private var ranking: [UInt64]
  /// How many forms the last row may stand for.
  private(set) var found = 0

  /// Indexes the names of the forms.
  init(_ weigher: borrowing PairWeigher) {
    let (details, alphabet) = (weigher.details.entries, weigher.alphabet)
    rowCount = weigher.rows.entries.count
    detailCount = details.count
    scores = Array(repeating: 0, count: detailCount)
    touched = scores
    ranking = Array(repeating: 0, count: Self.width)
    var features = Features(
      names: alphabet.names.count, organisations: weigher.organisations.count,
      pairs: alphabet.pairCount)
    var isShared = Array(repeating: false, count: alphabet.names.count)
    var isKnown = isShared
    for entry in details {
      guard let name = entry.name.map(Int.init) else { continue }
      if isKnown[name] { isShared[name] = true } else { isKnown[name] = true }
    }
    var entries: [FormLists.Entry] = []
    entries.reserveCapacity(alphabet.pairs.count + 2 * detailCount)
    for (place, entry) in details.enumerated() {
      let form = Int32(place)
      if let organisation = entry.organisation {
        entries.add(features.organisation(organisation), form)
        if let name = entry.name, isShared[Int(name)] {
          Features.forEachKey(ofName: name, in: weigher.organisations.letters(organisation)) {
            entries.add(features.number(of: $0), form)
          }
        }
      }
      guard let number = entry.name else { continue }
      entries.add(features.name(number), form)
      let name = alphabet.names[Int(number)]
      var last: Int32 = -1
      for index in name.pairs where alphabet.pairs[index] != last {
        last = alphabet.pairs[index]
        entries.add(features.pair(last), form)
      }
      if name.letters.count == 1 {
        let key = Features.soleLetter(alphabet.letters[name.letters.lowerBound])
        entries.add(features.number(of: key), form)
      }
    }
    names = FormLists(entries, count: features.count, of: detailCount)
    self.features = features
  }

  /// Indexes the amounts of the forms.
  mutating func addAmounts(_ weigher: borrowing PairWeigher) {
    amountFeatures = Features(names: weigher.amountCount, mixed: 2 * detailCount)
    var entries: [FormLists.Entry] = []
    entries.reserveCapacity(3 * detailCount)
    for (place, entry) in weigher.details.entries.enumerated() {
      guard let amount = entry.amount else { continue }
      let form = Int32(place)
      entries.add(amountFeatures.name(amount), form)
      Features.forEachKey(ofAmount: entry) {
        entries.add(amountFeatures.number(of: $0), form)
      }
    }
    amounts = FormLists(entries, count: amountFeatures.count, of: detailCount)
  }

  /// Finds the forms that a row may stand for.
  mutating func find(row: Int, _ weigher: borrowing PairWeigher) {
    gather(weigher.rows.entries[row], weigher.alphabet, weigher.organisations)
    let place = row * detailCount / max(rowCount, 1)
    let count = Self.score(lists, names, amounts, near: place, &scores, &touched)
    found = Self.rank(count, near: place, &scores, touched, &ranking)
  }

  /// Looks up the features of a row, the rarest first where not all forms can be looked at.
  private mutating func gather(
    _ entry: LinkSide.Entry, _ alphabet: Alphabet, _ organisations: Organisations
  ) {
    lists.removeAll(keepingCapacity: true)
    length = 0
    var isShared = false
    if let name = entry.name {
      let count = add(features.name(name))
      isShared = count > 1
      if count == 1 { lists[lists.count - 1].weight *= Self.soleName }
    }
    if let organisation = entry.organisation {
      add(features.organisation(organisation))
      if let name = entry.name, isShared {
        Features.forEachKey(ofName: name, in: organisations.letters(organisation)) { key in
          if let feature = features.find(key) { add(feature) }
        }
      }
    }
    if let name = entry.name.map({ alphabet.names[Int($0)] }) {
      var last: Int32 = -1
      for place in name.pairs where alphabet.pairs[place] != last {
        last = alphabet.pairs[place]
        add(features.pair(last))
      }
      if name.letters.count == 1,
        let feature = features.find(
          Features.soleLetter(alphabet.letters[name.letters.lowerBound]))
      {
        add(feature)
      }
    }
    if let amount = entry.amount {
      add(amountFeatures.name(amount), isOfAmount: true)
      Features.forEachKey(ofAmount: entry) { key in
        if let feature = amountFeatures.find(key) { add(feature, isOfAmount: true) }
      }
    }
    // Where all of them are looked at, their order says nothing.
    if length > Self.budget {
      lists.sort {
        ($0.forms.count, $0.isOfAmount ? 1 : 0, $0.feature)
          < ($1.forms.count, $1.isOfAmount ? 1 : 0, $1.feature)
      }
    }
  }

  /// Adds the list of a feature, unless no form has it, and tells how many have.
  @discardableResult
  private mutating func add(_ feature: Int32, isOfAmount: Bool = false) -> Int {
    let forms = isOfAmount ? amounts.list(feature) : names.list(feature)
    guard !forms.isEmpty else { return 0 }
    let weight = isOfAmount ? amounts.weight(forms.count) : names.weight(forms.count)
    lists.append(List(feature: feature, isOfAmount: isOfAmount, weight: weight, forms: forms))
    length += forms.count
    return forms.count
  }

  /// Counts the features for the forms that have them, and tells how many forms were touched.
  private static func score(
    _ lists: [List], _ names: FormLists, _ amounts: FormLists, near place: Int,
    _ scores: inout [Int32], _ touched: inout [Int32]
  ) -> Int {
    var scores = scores.mutableSpan
    var touched = touched.mutableSpan
    var left = budget
    var count = 0
    for list in lists where left > 0 {
      if list.isOfAmount {
        let nearest = amounts.nearest(list.forms, to: place, limit: left)
        amounts.count(nearest, list.weight, &scores, &touched, &count)
      } else {
        let nearest = names.nearest(list.forms, to: place, limit: left)
        names.count(nearest, list.weight, &scores, &touched, &count)
      }
      left -= list.forms.count
    }
    return count
  }

  /// One number to compare candidates by: the score, then how near the form is, then how early.
  ///
  /// A paper of four gigabytes, which is the most, has less than 2^23 forms.
  private static func rank(score: Int32, distance: Int, _ detail: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: score) << 46 | UInt64(truncatingIfNeeded: most - distance) << 23
      | UInt64(truncatingIfNeeded: most - detail)
  }

  private static let most = 1 << 23 - 1

  /// Keeps of the forms that were touched those with the highest scores, of equal ones those nearest
  /// to a place; tells how many they are, and forgets all scores.
  private static func rank(
    _ count: Int, near place: Int, _ scores: inout [Int32], _ touched: [Int32],
    _ ranking: inout [UInt64]
  ) -> Int {
    var scores = scores.mutableSpan
    var ranking = ranking.mutableSpan
    var kept = 0
    // What scores less than the last one that is kept needs no rank.
    var least: Int32 = 0
    for index in 0..<count {
      let detail = Int(touched[index])
      let score = scores[detail]
      scores[detail] = 0
      guard score >= least else { continue }
      let rank = rank(score: score, distance: abs(detail - place), detail)
      if kept == width {
        guard rank > ranking[width - 1] else { continue }
      } else {
        kept += 1
      }
      var rung = kept - 1
      while rung > 0, ranking[rung - 1] < rank {
        ranking[rung] = ranking[rung - 1]
        rung -= 1
      }
      ranking[rung] = rank
      if kept == width { least = Int32(truncatingIfNeeded: ranking[width - 1] >> 46) }
    }
    return kept
  }

  /// One of the forms that the last row may stand for; the lower the place, the more promising.
  func detail(_ place: Int) -> Int {
    Self.most - Int(truncatingIfNeeded: ranking[place] & UInt64(Self.most))
  }
}
