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
  private var touched: [Int32] = []
  private var lists: [List] = []
  /// The forms that the last row may stand for, the most promising first.
  private(set) var found: [Candidate] = []

  /// Indexes the names of the forms.
  init(
    _ details: LinkSide, rowCount: Int, _ alphabet: Alphabet, _ organisations: Organisations
  ) {
    self.rowCount = rowCount
    detailCount = details.entries.count
    scores = Array(repeating: 0, count: detailCount)
    var features = Features(
      names: alphabet.names.count, organisations: organisations.count,
      pairs: alphabet.pairs.count)
    var isShared = Array(repeating: false, count: alphabet.names.count)
    var isKnown = isShared
    for entry in details.entries {
      guard let name = entry.nameNumber.map(Int.init) else { continue }
      if isKnown[name] { isShared[name] = true } else { isKnown[name] = true }
    }
    var entries: [FormLists.Entry] = []
    entries.reserveCapacity(details.pairs.count + 2 * detailCount)
    for (place, entry) in details.entries.enumerated() {
      func add(_ feature: Int32) {
        entries.append(FormLists.Entry(feature: feature, form: Int32(place)))
      }
      if let name = entry.nameNumber { add(features.name(name)) }
      if let organisation = entry.organisation {
        add(features.organisation(organisation))
        if let name = entry.nameNumber, isShared[Int(name)] {
          Features.forEachKey(ofName: name, in: organisations.letters(organisation)) {
            add(features.number(of: $0))
          }
        }
      }
      var last: Int32 = -1
      for pair in details.pairs[entry.pairs] where pair != last {
        add(features.pair(pair))
        last = pair
      }
      if entry.name.count == 1 {
        add(features.number(of: Features.soleLetter(details.letters[entry.name.lowerBound])))
      }
    }
    names = FormLists(entries, count: features.count, of: detailCount)
    self.features = features
  }

  /// Indexes the amounts of the forms, of `count` different ones on both sides.
  mutating func addAmounts(_ details: LinkSide, count: Int) {
    amountFeatures = Features(names: count, mixed: 2 * detailCount)
    var entries: [FormLists.Entry] = []
    entries.reserveCapacity(3 * detailCount)
    for (place, entry) in details.entries.enumerated() {
      guard let amount = entry.amountNumber else { continue }
      let form = Int32(place)
      entries.append(FormLists.Entry(feature: amountFeatures.name(amount), form: form))
      Features.forEachKey(ofAmount: entry) {
        entries.append(FormLists.Entry(feature: amountFeatures.number(of: $0), form: form))
      }
    }
    amounts = FormLists(entries, count: amountFeatures.count, of: detailCount)
  }

  /// Finds the forms that a row may stand for.
  mutating func find(row: Int, _ rows: LinkSide, _ organisations: Organisations) {
    gather(rows.entries[row], rows, organisations)
    let place = row * detailCount / max(rowCount, 1)
    var left = Self.budget
    for list in lists where left > 0 {
      score(list, near: place, limit: left)
      left -= list.forms.count
    }
    rank(near: place)
  }

  /// Looks up the features of a row, the rarest first where not all forms can be looked at.
  private mutating func gather(
    _ entry: LinkSide.Entry, _ rows: LinkSide, _ organisations: Organisations
  ) {
    lists.removeAll(keepingCapacity: true)
    var isShared = false
    if let name = entry.nameNumber {
      let count = add(features.name(name))
      isShared = count > 1
      if count == 1 { lists[lists.count - 1].weight *= Self.soleName }
    }
    if let organisation = entry.organisation {
      add(features.organisation(organisation))
      if let name = entry.nameNumber, isShared {
        Features.forEachKey(ofName: name, in: organisations.letters(organisation)) { key in
          if let feature = features.find(key) { add(feature) }
        }
      }
    }
    var last: Int32 = -1
    for place in entry.pairs where rows.pairs[place] != last {
      last = rows.pairs[place]
      add(features.pair(last))
    }
    if entry.name.count == 1,
      let feature = features.find(Features.soleLetter(rows.letters[entry.name.lowerBound]))
    {
      add(feature)
    }
    if let amount = entry.amountNumber {
      add(amountFeatures.name(amount), isOfAmount: true)
      Features.forEachKey(ofAmount: entry) { key in
        if let feature = amountFeatures.find(key) { add(feature, isOfAmount: true) }
      }
    }
    // Where all of them are looked at, their order says nothing.
    if lists.reduce(0, { $0 + $1.forms.count }) > Self.budget {
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
    return forms.count
  }

  /// Counts a feature for the forms that have it.
  private mutating func score(_ list: List, near place: Int, limit: Int) {
    let nearest =
      list.isOfAmount
      ? amounts.nearest(list.forms, to: place, limit: limit)
      : names.nearest(list.forms, to: place, limit: limit)
    for index in nearest {
      let form = list.isOfAmount ? amounts.forms[index] : names.forms[index]
      if scores[Int(form)] == 0 { touched.append(form) }
      scores[Int(form)] += list.weight
    }
  }

  /// Keeps the forms with the highest scores; of equal ones, those nearest to a place.
  private mutating func rank(near place: Int) {
    found.removeAll(keepingCapacity: true)
    for detail in touched {
      let candidate = Candidate(
        detail: detail, score: scores[Int(detail)], distance: abs(detail - Int32(place)))
      scores[Int(detail)] = 0
      if found.count == Self.width {
        guard candidate.isBefore(found[Self.width - 1]) else { continue }
        found.removeLast()
      }
      found.append(candidate)
      var index = found.count - 1
      while index > 0, candidate.isBefore(found[index - 1]) {
        found[index] = found[index - 1]
        index -= 1
      }
      found[index] = candidate
    }
    touched.removeAll(keepingCapacity: true)
  }
}

extension CandidateIndex {
  /// A form that a row may stand for.
  struct Candidate {
    /// The form.
    var detail: Int32
    fileprivate var score: Int32
    fileprivate var distance: Int32

    /// Whether it comes before another one: of equal scores, the nearer one.
    fileprivate func isBefore(_ other: Candidate) -> Bool {
      if score != other.score { return score > other.score }
      return (distance, detail) < (other.distance, other.detail)
    }
  }
}
