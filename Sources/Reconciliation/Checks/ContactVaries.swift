import TieoutModel

/// NM05: forms of one unit name different persons or telephones.
///
/// Most forms of the unit tell which one is the odd one out; where no majority tells, a person with
/// several telephones or a telephone with several persons is. A telephone without its area code is
/// the same, and names that the profile declares to be one unit's are one unit. Not where another
/// person has another telephone and no majority tells.
enum ContactVaries: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM05", name: "contact-varies",
    title: Message(zh: "同一单位的联系人、电话一致", en: "The forms of a unit name one contact"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let fields = submission.profile.detail.fields
    var pairs: [Pair] = []
    // By place: no description of a field is copied.
    for place in fields.indices where fields[place].type == .phone {
      if let person = fields[place].beside {
        pairs.append(Pair(person: person, phone: fields[place].name))
      }
    }
    guard !pairs.isEmpty, submission.details.count > 1 else { return }
    let units = units(paper)
    let readings = pairs.map(Readings.init)
    var finding = ContactFinding()
    var comparisons: [Comparison] = []
    var odd: [OddContact] = []
    for unit in 0..<units.count where units.count(of: unit) > 1 {
      let forms = units[unit]
      comparisons.removeAll(keepingCapacity: true)
      for pair in readings.indices { readings[pair].compare(forms, &comparisons, pair, submission) }
      if comparisons.isEmpty {
        report.pass(times: forms.count)
        continue
      }
      var isTold = [Bool](repeating: false, count: forms.count)
      for place in isTold.indices {
        odd.removeAll(keepingCapacity: true)
        for comparison in comparisons where comparison.norm != nil {
          readings[comparison.pair].addOdd(place, comparison, forms, submission, to: &odd)
        }
        guard !odd.isEmpty else { continue }
        isTold[place] = true
        report.report(finding.tell(odd, submission))
      }
      // Where no majority tells, no form is known to be wrong: that they differ is one finding.
      odd.removeAll(keepingCapacity: true)
      for comparison in comparisons where comparison.norm == nil {
        let start = odd.count
        for place in isTold.indices {
          let known = odd.count
          readings[comparison.pair].addOdd(place, comparison, forms, submission, to: &odd)
          if odd.count > known { isTold[place] = true }
        }
        let own = start..<odd.count
        odd[own].sort { ($0.norm, $0.form) < ($1.norm, $1.form) }
      }
      if !odd.isEmpty { report.report(finding.tell(odd, submission)) }
      report.pass(times: isTold.count { !$0 })
    }
  }

  /// The forms of each unit; names that the profile declares to be one body's are one unit.
  private static func units(_ paper: Workpaper) -> PlaceGroups {
    let names = paper.formNames.keys
    var units = KeyNumbers(capacity: names.count)
    var numbers: [Int] = []
    numbers.reserveCapacity(names.count)
    for place in names.indices {
      let unit = names[place]?.organisation.map { own in
        paper.aliasGroup(ofDetail: place).map { UInt64($0) } ?? own
      }
      numbers.append(unit.map { units.number(of: $0) } ?? -1)
    }
    return PlaceGroups(numbers, count: units.count)
  }

  /// A person and the telephone beside it.
  private struct Pair {
    var person: FieldName
    var phone: FieldName
  }

  /// What the forms of a unit have in a field in which not all of them have the same.
  private struct Comparison {
    /// The place of the pair of fields among all pairs.
    let pair: Int
    /// Whether it is of the telephone.
    let isOfPhone: Bool
    let usual: (place: Int, count: Int)
    /// The first form that has what is usual; `nil` where no majority tells.
    let norm: Int?
    /// Where no majority tells, the first such form that has the same beside it, for each form.
    let beside: [Int?]

    init?(
      _ pair: Int, isOfPhone: Bool, _ readings: ContactReadings, beside other: ContactReadings
    ) {
      guard let usual = readings.usual else { return nil }
      self.pair = pair
      self.isOfPhone = isOfPhone
      self.usual = usual
      if 2 * usual.count > readings.count {
        norm = readings.first(like: usual.place)
        beside = []
      } else {
        norm = nil
        beside = other.first(of: readings.places(like: usual.place))
      }
    }
  }

  /// What the forms of one unit after the other have in a pair of fields.
  ///
  /// A class, so that nobody who looks at it copies its many lists.
  private final class Readings {
    private let pair: Pair
    private var persons = ContactReadings(isPhone: false)
    private var phones = ContactReadings(isPhone: true)

    init(_ pair: Pair) { self.pair = pair }

    /// Adds the comparisons of the person and of the telephone beside it; none where all forms have
    /// one.
    func compare(
      _ forms: ArraySlice<Int>, _ comparisons: inout [Comparison], _ place: Int,
      _ submission: Submission
    ) {
      // Nearly always all of them are printed alike.
      let isOnePerson = Self.isOne(forms, pair.person, submission)
      let isOnePhone = Self.isOne(forms, pair.phone, submission)
      if isOnePerson, isOnePhone { return }
      persons.read(forms, pair.person, submission)
      phones.read(forms, pair.phone, submission)
      if !isOnePerson, let own = Comparison(place, isOfPhone: false, persons, beside: phones) {
        comparisons.append(own)
      }
      if !isOnePhone, let own = Comparison(place, isOfPhone: true, phones, beside: persons) {
        comparisons.append(own)
      }
    }

    /// Adds a form's field, named by the place of the form, where it is not what is usual.
    func addOdd(
      _ place: Int, _ comparison: Comparison, _ forms: ArraySlice<Int>, _ submission: Submission,
      to odd: inout [OddContact]
    ) {
      let isOdd =
        comparison.isOfPhone
        ? phones.isPrinted(place) && !phones.areLike(place, comparison.usual.place)
        : persons.isPrinted(place) && !persons.areLike(place, comparison.usual.place)
      let form = forms[forms.startIndex + place]
      guard isOdd, let norm = comparison.norm ?? comparison.beside[place],
        let field = submission.details[form][comparison.isOfPhone ? pair.phone : pair.person]
      else { return }
      odd.append(
        OddContact(
          form: form, field: field, norm: forms[forms.startIndex + norm],
          count: comparison.usual.count,
          all: comparison.isOfPhone ? phones.count : persons.count))
    }

    /// Whether all forms that print a field print the same characters.
    private static func isOne(
      _ forms: ArraySlice<Int>, _ name: FieldName, _ submission: Submission
    ) -> Bool {
      var first: Slice?
      for form in forms {
        guard let printed = submission.details[form][name]?.printed else { continue }
        guard let known = first else {
          first = printed
          continue
        }
        if !submission.document.same(known, printed) { return false }
      }
      return true
    }
  }
}

extension ContactVaries {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "同一单位各表的负责人、电话一致。",
      en: "Whether the forms of one unit name one contact."),
    why: Message(
      zh: "联系人写错，核实时就找不到人。",
      en: "With a wrong contact, nobody answers when figures are verified."),
    example: Message(
      zh: "某局四张表中三张为同一电话，一张不同。",
      en: "Three of an office's four forms have one telephone, the fourth another."),
    unless: Message(
      zh: "只差区号；另一人另一电话而没有多数可据；不同单位。",
      en: """
        Only the area code differs; another person has another telephone and no majority \
        tells; other units.
        """),
    decided: Message(
      zh: "有多数可据的每张表一条，待复核，并指出多数；没有多数的每个单位一条；号码只差一位形近数字的予以注明。",
      en: """
        For review: one a form, with what most forms have, and one a unit where no majority \
        tells; of a telephone that is off by a look-alike digit this is told.
        """))
}
