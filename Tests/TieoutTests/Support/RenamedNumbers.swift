import TieoutMaking

/// Other numbers of the same length for the numbers of a text.
///
/// Numbers with one integer part move by one amount, so that what was rounded from another stays
/// so; an amount in 元 stays ten thousand times the one in 万元. Rates, years, small counts and
/// numerals stay. All numbers are held in thousandths.
struct RenamedNumbers: Sendable {
  private var moved: [Int: Int] = [:]

  init() {}

  init(_ text: String, _ truth: Truth, _ random: inout SplitMix) {
    let tokens = text.matches(of: #/\d[\d,]*(\.\d+)?/#).map { String($0.output.0) }
    let values = Set(tokens.filter { Self.isRenamed($0) }.compactMap { Self.thousandths($0) })
    let amounts = Set(truth.rows.compactMap { $0.text("amount").flatMap(Self.thousandths) })
    let inYuan = values.filter { amounts.contains($0 / 10_000) && $0.isMultiple(of: 10_000) }
    let families = Dictionary(grouping: values.subtracting(inYuan)) { $0 / 1000 }
    var used: Set<Int> = []
    for (base, family) in families.sorted(by: { $0.key < $1.key }) {
      // As many decimals as the shortest of the family has; the longer ones keep their ends.
      let unit = family.map(Self.unit).max() ?? 1000
      let length = Self.power(base.description.count)
      var new = 0
      while new / 1000 == base || Self.unit(new) != unit || used.contains(new / 1000)
        || (1900...2100).contains(new / 1000)
      {
        new = Int.random(in: max(201, length / 10)..<length, using: &random) * 1000
        new += Int.random(in: 0..<(1000 / unit), using: &random) * unit
      }
      used.insert(new / 1000)
      let common = (family.min() ?? 0) / unit * unit
      for value in family { moved[value] = value - common + new }
    }
    for value in inYuan { moved[value] = moved[value / 10_000].map { $0 * 10_000 } }
  }

  /// The number with other digits, printed as the old one was.
  func apply(_ number: String) -> String {
    guard Self.isRenamed(number), let new = Self.thousandths(number).flatMap({ moved[$0] }) else {
      return number
    }
    let places = number.split(separator: ".").dropFirst().first?.count ?? 0
    return Self.print(new, places: places, isGrouped: number.contains(","))
  }

  /// The sum of amounts, rounded to two decimals.
  static func sum(_ amounts: [String]) -> String {
    let sum = amounts.compactMap(thousandths).reduce(0, +)
    return print((sum + 5) / 10 * 10, places: 2, isGrouped: false)
  }

  /// A number with at least so many decimals.
  private static func print(_ value: Int, places: Int, isGrouped: Bool) -> String {
    var whole = String(value / 1000)
    if isGrouped, whole.count > 3 {
      whole.insert(",", at: whole.index(whole.endIndex, offsetBy: -3))
    }
    var fraction = String(String(value % 1000 + 1000).dropFirst())
    while fraction.count > places, fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }

  /// Whether a number is renamed: over 200, no year, no numeral with a zero in front.
  private static func isRenamed(_ number: String) -> Bool {
    guard let value = thousandths(number), value > 200_000, !number.hasPrefix("0") else {
      return false
    }
    return !(value.isMultiple(of: 1000) && (1900...2100).contains(value / 1000))
  }

  private static func thousandths(_ number: String) -> Int? {
    let parts = number.filter { $0 != "," }.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count < 3 else { return nil }
    let fraction = parts.count == 2 ? parts[1].prefix(3) : ""
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    return whole * 1000 + (Int(padded) ?? 0)
  }

  /// The last decimal that a number needs: 1000 for whole ones, 1 for thousandths.
  private static func unit(_ value: Int) -> Int {
    [1000, 100, 10].first { value.isMultiple(of: $0) } ?? 1
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
