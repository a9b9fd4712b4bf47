import Testing
import TieoutModel

@testable import TieoutReconciliation

func number(_ printed: String) -> Quantity {
  let bytes = Array(printed.utf8)
  return Quantity.whole(bytes, Slice(0..<bytes.count)) ?? .zero
}

@Suite struct TheLadder {
  @Test(arguments: [
    ("417.312", "417.312", Verdict.exact),
    ("1526", "1526.00", .exact),
    ("511.63", "511.628", .rounded),
    ("511.62", "511.628", .broken),
    ("230.4", "230.04", .broken),
    ("2384.82", "2348.82", .broken),
    ("90", "235", .broken),
    ("979", "979.4", .coarse),
    // Touching intervals meet: 0.125 is 0.12 rounded half to even and 0.13 rounded half up.
    ("0.12", "0.125", .rounded),
    ("0.13", "0.125", .rounded),
    ("0.12", "0.126", .broken),
    ("-3", "3", .broken),
    // The same fact printed twice with equal decimals is no rounding, however little it differs.
    ("152.00", "152.01", .broken), ("152", "153", .broken), ("88.8", "88.9", .broken),
    // 0.115 rounds to 0.12, half up and half to even; a whole unit apart is no rounding.
    ("0.12", "0.115", .rounded), ("0.11", "0.115", .broken), ("-0.13", "-0.125", .rounded),
    ("153.00", "152.000", .broken),
  ])
  func comparesTwoPlacesOfOneNumber(left: String, right: String, verdict: Verdict) throws {
    let left = try #require(Reading(number(left), floor: 2))
    let right = try #require(Reading(number(right), floor: 2))
    #expect(Ladder(left, right)?.verdict == verdict)
    #expect(Ladder(right, left)?.verdict == verdict)
  }

  @Test(arguments: [
    (["979", "87.45", "14"], "1080.5", 2, Verdict.coarse),
    (["979", "87.45", "14"], "1080.5", 0, .rounded),
    (["979", "87.45", "14.05"], "1080.5", 2, .exact),
    (["131.3", "784.68", "711.6"], "1627.58", 2, .exact),
    (["0.333", "0.333", "0.333"], "1", 0, .rounded),
    (["0.333", "0.333", "0.333"], "1.00", 2, .rounded),
    (["1", "2"], "5", 0, .broken), (["1", "2"], "4", 2, .coarse),
    (["1", "2"], "4", 0, .rounded),
  ])
  func comparesASumWithItsTotal(
    addends: [String], total: String, floor: Int, verdict: Verdict
  ) throws {
    var sum = Reading.zero
    for addend in addends {
      let reading = try #require(Reading(number(addend), floor: floor))
      sum = try #require(Reading.sum(sum, reading))
    }
    let total = try #require(Reading(number(total), floor: floor))
    #expect(Ladder(sum, total)?.verdict == verdict)
  }

  @Test(
    "A number that may be cut off is less than a unit of its last digit away",
    arguments: [
      ("152", "152.99", Verdict.rounded), ("152", "151.3", .rounded), ("153", "152.00", .broken),
      ("152", "153", .broken), ("152", "153.2", .broken),
    ])
  func cutOff(left: String, right: String, verdict: Verdict) throws {
    let left = try #require(Reading(number(left), width: 2))
    let right = try #require(Reading(number(right), width: 2))
    #expect(Ladder(left, right)?.verdict == verdict)
    #expect(Ladder(right, left)?.verdict == verdict)
  }

  @Test("A number that is stated as approximate may be a unit away")
  func approximate() throws {
    let about = try #require(Reading(number("152")))
    let other = try #require(Reading(number("153")))
    #expect(Ladder(about.approximate, other)?.verdict == .rounded)
  }

  @Test("The sum of one number is that number")
  func ofOne() throws {
    let one = try #require(Reading(number("152")))
    let sum = try #require(Reading.sum(.zero, one))
    let total = try #require(Reading(number("153")))
    #expect(Ladder(sum, total)?.verdict == .broken)
  }

  @Test func addsTheEndsOfTheIntervals() throws {
    var sum = Reading.zero
    for addend in ["979", "87.45", "14"] {
      let reading = try #require(Reading(number(addend), exponent: 4, floor: 2))
      sum = try #require(Reading.sum(sum, reading))
    }
    let total = try #require(Reading(number("1080.5"), exponent: 4, floor: 2))
    let ladder = try #require(Ladder(sum, total))
    #expect(ladder.difference(exponent: 4) == "0.05")
    #expect(ladder.difference() == "500")
    #expect(ladder.slack(exponent: 4) == "0.015")
    let interval = ladder.interval(ladder.left, role: "sum", exponent: 4)
    #expect(interval.low == "1080.435")
    #expect(interval.high == "1080.465")
  }

  @Test func movesThePrecisionAlongWithTheUnit() throws {
    let tenThousands = try #require(Reading(number("511.63"), exponent: 4))
    let ladder = try #require(Ladder(tenThousands, tenThousands))
    let interval = ladder.interval(ladder.left, role: "total")
    #expect(interval.low == "5116250")
    #expect(interval.high == "5116350")
  }

  @Test(arguments: [
    ("247.1", 4, "2471000", 0, Verdict.exact),
    ("247.1", 4, "2471040", 0, .rounded),
    ("247.1", 4, "2471400", 0, .coarse),
    ("247.1", 4, "2472000", 0, .broken),
    ("4.5", 8, "45000", 4, .exact),
  ])
  func convertsUnits(
    left: String, leftUnit: Int, right: String, rightUnit: Int, verdict: Verdict
  ) throws {
    let left = try #require(Reading(number(left), exponent: leftUnit, floor: 2))
    let right = try #require(Reading(number(right), exponent: rightUnit))
    #expect(Ladder(left, right)?.verdict == verdict)
  }

  @Test func givesUpOnNumbersItCannotCountExactly() {
    let huge = Quantity(digits: .max, scale: 0)
    #expect(Reading(huge, exponent: 8, floor: 30) == nil)
    let tiny = Quantity(digits: 1, scale: 60)
    let pair = Reading(huge).flatMap { left in Reading(tiny).flatMap { Ladder(left, $0) } }
    #expect(pair == nil)
  }

  @Test(arguments: [
    // Dropped zeros say nothing: most fractions have two decimals or more.
    (["417.312", "292.68", "1526", "323", "422.4", "219.60"], 2),
    (["1", "2", "300"], 0),
    (["1.00", "2.00"], 0),
    (["979", "87.45", "14", "1080.5", "3.25"], 2),
    (["1.5", "2.25"], 1),
    ([], 0),
  ])
  func takesAColumnsDecimalsFromItsFractions(amounts: [String], decimals: Int) {
    var floor = ColumnFloor()
    for amount in amounts { floor.add(number(amount)) }
    #expect(floor.decimals == decimals)
  }

  @Test(arguments: [
    (Int128(123_450), 2, 0, "1234.5"), (123_450, 2, 2, "1234.50"), (-5, 3, 0, "-0.005"),
    (0, 4, 2, "0.00"), (7, -2, 0, "700"), (0, -2, 0, "0"), (1000, 3, 0, "1"),
  ])
  func writesDecimals(value: Int128, scale: Int, least: Int, text: String) {
    #expect(DecimalText.text(value, scale: scale, least: least) == text)
  }
}

@Suite struct SlipsOfDigits {
  @Test(arguments: [
    ("230.4", "230.04", [Diagnosis.transposition]),
    ("2384.82", "2348.82", [.transposition]),
    ("124.72", "124.27", [.transposition]),
    ("12", "21", [.transposition]),
    // Divisible by 9, but no swap of neighbours.
    ("1234", "3214", []),
    ("90", "72", []),
    ("90", "95", [.oneDigit]),
    ("323", "328", [.lookAlike]),
    ("1726", "1126", [.lookAlike]),
    ("665", "655", [.lookAlike]),
    ("3", "8", []),
    ("511.62", "511.628", [.truncation]),
    ("511.63", "511.628", []),
    ("1062", "162", [.zero]),
    ("235", "2350", [.zero]),
    ("1937.88", "19378.8", [.slide]),
    ("417.312", "41731.2", [.slide]),
    ("235", "90", []),
    ("0", "5", []),
    ("5", "-5", []),
    ("7", "7.0", []),
  ])
  func haveNames(left: String, right: String, diagnosis: [Diagnosis]) {
    #expect(DigitSlip.diagnose(number(left), number(right)) == diagnosis)
    #expect(DigitSlip.diagnose(number(right), number(left)) == diagnosis)
  }

  @Test(arguments: [
    ("208", "2080000", -4), ("23.5", "235", -1), ("4.5", "450000000", -8), ("95", "0.95", 2),
    ("1.5", "1500", -3), ("1", "100000", nil), ("7", "7", nil), ("7", "8", nil), ("0", "0", nil),
  ])
  func tellStepsBetweenUnits(left: String, right: String, step: Int?) {
    #expect(DigitSlip.unitStep(number(left), number(right)) == step)
  }
}

@Suite struct Units {
  let profile = Draft().profile

  @Test(arguments: [
    ("万元", "元", true), ("万", "万元", true), ("万人", "人", true), ("万人次", "人次", true),
    ("月", "个月", true), ("件", "案件数", true), ("‰", "%", true), ("人", "人次", false),
    ("个", "个月", false), ("年", "月", false), ("元", "人", false),
  ])
  func countTheSameOrNot(left: String, right: String, same: Bool) throws {
    let a = try #require(profile.units.unit(named: left).flatMap(profile.measure))
    let b = try #require(profile.units.unit(named: right).flatMap(profile.measure))
    #expect((a.base == b.base) == same)
  }

  @Test func bringTheirPowersOfTen() throws {
    let unit = try #require(profile.units.unit(named: "万人次"))
    #expect(profile.measure(unit)?.exponent == 4)
    #expect(profile.measure(.none) == nil)
  }
}
