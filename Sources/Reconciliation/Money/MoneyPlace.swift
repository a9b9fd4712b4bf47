import TieoutModel

/// One place that states a sum of money.
struct MoneyPlace: Sendable {
  /// What the place is to the sum; the order decides which check speaks of it.
  enum Kind: Int, Sendable, Comparable {
    /// The form's total.
    case total
    /// The row of the summary that the form is linked to.
    case row
    /// The form's parts, added up.
    case parts
    /// An indicator of the whole cost.
    case cost
    /// An indicator that repeats the sum without being a cost.
    case echo

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the place is to the sum.
  let kind: Kind
  /// The record that it stands in.
  let record: String
  /// The group and the item that it stands in; `nil` for a field of the record itself.
  let item: (group: FieldName, place: Int)?
  /// The field; `nil` where several parts are added up.
  let field: Field?
  /// The number, or the parts' sum, as an interval in the base unit of money.
  private(set) var reading: Reading
  /// Its unit.
  let unit: UnitID
  /// The power of ten of its unit.
  private(set) var exponent: Int

  /// The number in the base unit of money, where one is printed.
  var yuan: Quantity? { field?.quantity?.scaled(byPowerOfTen: exponent) }

  /// The number as text, in its own unit.
  var value: String {
    field?.quantity?.description
      ?? DecimalText.text(
        reading.value, scale: reading.scale + exponent, least: max(0, reading.decimals + exponent))
  }

  /// Takes another unit for it; the figure stays as it is printed.
  mutating func shift(by power: Int) {
    reading = reading.shifted(by: power)
    exponent += power
  }

  /// Whether both places state exactly the same sum.
  func equals(_ other: MoneyPlace) -> Bool { Ladder(reading, other.reading)?.verdict == .exact }
}

extension Submission {
  /// A field as a place of a sum; `nil` where it is no number in a unit of money.
  func place(
    _ kind: MoneyPlace.Kind, of record: String, item: (group: FieldName, place: Int)? = nil,
    field: Field?, unit fallback: UnitID, floor: Int
  ) -> MoneyPlace? {
    guard let field, let quantity = field.quantity else { return nil }
    let unit = field.unit == .none ? fallback : field.unit
    guard let exponent = profile.units.exponent(unit),
      let reading = Reading(
        quantity, exponent: exponent, floor: floor, width: profile.thresholds.width)
    else { return nil }
    return MoneyPlace(
      kind: kind, record: record, item: item, field: field, reading: reading, unit: unit,
      exponent: exponent)
  }

  /// Where a place stands, as a record and a path inside it.
  func subject(_ place: MoneyPlace) -> Subject {
    let field = place.field.map { path($0.name, item: place.item) }
    return Subject(
      record: place.record, field: field ?? place.item.map { profile.name($0.group) })
  }

  /// A place as a figure of a finding.
  func evidence(_ place: MoneyPlace) -> Finding.Evidence {
    let role =
      switch place.kind {
      case .total: "total"
      case .row: "summary"
      case .parts: "parts"
      case .cost, .echo: place.field.map { profile.name($0.name) } ?? "indicator"
      }
    return Finding.Evidence(
      role: role, subject: subject(place), printed: place.field?.printed ?? .none,
      value: place.value, unit: profile.units.name(place.unit))
  }

  /// The path of a field: `total`, `indicators[3].target`.
  func path(_ field: FieldName, item: (group: FieldName, place: Int)? = nil) -> String {
    guard let item else { return profile.name(field) }
    var path = TextBuffer(room: 96)
    path.append(profile.name(item.group))
    path.append(literal: "[")
    path.append(Quantity(digits: Int64(item.place), scale: 0))
    path.append(literal: "].")
    path.append(profile.name(field))
    return path.string
  }
}
