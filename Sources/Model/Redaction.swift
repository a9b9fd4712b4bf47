/// How much of one type a run has masked.
public struct Redaction: Hashable, Sendable {
  /// The type of the values.
  public var type: FieldType
  /// The number of different values.
  public var values: Int
  /// The number of places at which they stood.
  public var places: Int

  /// Creates the count of a type.
  public init(type: FieldType, values: Int, places: Int) {
    self.type = type
    self.values = values
    self.places = places
  }
}

extension FieldType {
  /// The types that may be masked: what names or reaches somebody, and no figure.
  public static let redactable: [FieldType] = [.person, .phone, .organisation, .code]
}

extension Comparison {
  /// Changes the words of what an earlier run had found.
  public mutating func rewrite(_ change: (String) -> String) {
    for index in gone.indices {
      gone[index].message.zh = change(gone[index].message.zh)
      gone[index].message.en = change(gone[index].message.en)
    }
  }
}
