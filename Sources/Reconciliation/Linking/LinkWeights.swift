/// What each kind of evidence counts for a pairing, in hundredths.
///
/// The weights behave like logarithms of odds and add up: equal names alone make a pair, and so do
/// a telling amount with a matching organisation; an organisation alone never does, since one
/// organisation hands in many forms, and the one form of another may be for another project.
enum LinkWeights {
  /// The least weight of a pair: what is weaker stays without a partner.
  static let least = 220
  /// How much better than the next choice, and than no partner, a pair must be to be sure.
  static let margin = 60

  /// Equal names that nobody else has.
  static let sameName = 400
  /// Taken off where the names differ in a prefix that does not distinguish projects.
  static let otherPrefix = 10
  /// One organisation, by the same letters.
  static let sameOrganisation = 150
  /// One organisation, by an alias or an abbreviation.
  static let sameOrganisationByAlias = 140
  /// Added where the organisation has one row and one form: they hardly stand for two projects.
  static let soleOrganisation = 100
  /// Two organisations.
  static let otherOrganisation = -100
  /// One organisation above.
  static let sameDepartment = 50
  /// Two organisations above: often only one of them was filled in carelessly.
  static let otherDepartment = -30
  /// Equal amounts of many digits that nobody else has.
  static let sameAmount = 400
  /// Taken off for each digit short of five: `200` agrees by chance, `1234.56` does not.
  static let missingDigit = 50
  /// Taken off where one amount is the other rounded.
  static let roundedAmount = 50
  /// Taken off where two amounts have the same digits and the point elsewhere.
  static let otherPoint = 50
  /// Different amounts: they may be what is wrong.
  static let otherAmount = -50
  /// The place in the printed order, where both sides keep it and nothing else fits there.
  static let sameOrder = 100

  /// What names count that are alike by so many thousandths; less than nothing below 450.
  ///
  /// The square, because names of unrelated projects share half their letters easily.
  static func name(similarity: Int) -> Int { similarity * similarity / 2000 - 100 }

  /// What is taken off where several records share the name or the amount: half a unit for each
  /// doubling.
  static func shared(by count: Int) -> Int {
    Rarity.weight(count: 1, of: max(count - 1, 0)) * 50 / 16
  }

  /// What an amount of so many digits counts.
  static func amount(digits: Int, sharedBy count: Int) -> Int {
    max(100, sameAmount - missingDigit * max(0, 5 - digits) - shared(by: count))
  }
}
