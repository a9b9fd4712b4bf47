internal import TieoutModel

/// The single values of a form while it is read; one buffer serves one form after the other.
struct FormFields: ~Copyable {
  private let order: [FieldName]
  private(set) var fields: [Field] = []
  /// The number of each name's field in `fields`, counted from 1; 0 for a name without one.
  private var numbers: [UInt16]

  /// No fields, to be put in an order, of a profile with so many names.
  init(_ order: [FieldName], names: Int) {
    self.order = order
    numbers = Array(repeating: 0, count: names)
  }

  /// Forgets all fields.
  mutating func clear() {
    for place in fields.indices { numbers[Int(fields[place].name.rawValue)] = 0 }
    fields.removeAll(keepingCapacity: true)
  }

  /// The place of a field in `fields`; `nil` where it has no value.
  private func place(of name: FieldName) -> Int? {
    let number = Int(numbers[Int(name.rawValue)])
    return number > 0 ? number - 1 : nil
  }

  /// Whether a field has its value.
  func has(_ name: FieldName) -> Bool { place(of: name) != nil }

  /// Whether some characters are the value of a field.
  func holds(_ printed: Slice) -> Bool { fields.contains { $0.printed == printed } }

  /// Whether the value of a field is printed with the same characters as others.
  func prints(_ printed: Slice, as name: FieldName, in text: borrowing [UInt8]) -> Bool {
    guard let place = place(of: name) else { return false }
    return text[fields[place].printed.range].elementsEqual(text[printed.range])
  }

  /// Adds a field, and says whether it did; the first value that is printed for it stays.
  @discardableResult
  mutating func set(_ field: Field?) -> Bool {
    guard let field, !has(field.name) else { return false }
    fields.append(field)
    numbers[Int(field.name.rawValue)] = UInt16(fields.count)
    return true
  }

  /// Gives the value of a field to another one that has none.
  mutating func rename(_ name: FieldName, to other: FieldName) {
    guard !has(other), let place = place(of: name) else { return }
    fields[place].name = other
    numbers[Int(other.rawValue)] = numbers[Int(name.rawValue)]
    numbers[Int(name.rawValue)] = 0
  }

  /// Lets a text run on to the end of another slice.
  mutating func extend(_ name: FieldName, to slice: Slice) {
    guard let place = place(of: name) else { return }
    let text = fields[place].printed.joined(with: slice)
    fields[place].printed = text
    fields[place].value = .text(text)
  }

  /// Gives a field another value by a repair; what is printed for it stays.
  mutating func change(_ name: FieldName, to value: Value, _ repair: UInt32) {
    guard let place = place(of: name) else { return }
    fields[place].value = value
    fields[place].rowRepair = repair
  }

  /// The fields in the order of the profile, the title first.
  func ordered() -> [Field] {
    var ordered: [Field] = []
    ordered.reserveCapacity(fields.count)
    for name in order {
      if let place = place(of: name) { ordered.append(fields[place]) }
    }
    return ordered
  }
}
