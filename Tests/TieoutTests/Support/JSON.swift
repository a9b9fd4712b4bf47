import Foundation

/// A JSON value as tests look at it; what is not there is `nothing`, whatever is asked of it.
enum JSON: Sendable, Hashable {
  case nothing
  case number(String)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads JSON; `nothing` where the bytes are none.
  init(_ bytes: [UInt8]) {
    self.init((try? JSONSerialization.jsonObject(with: Data(bytes))) as Any)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let number as NSNumber: self = .number(number.stringValue)
    case let list as [Any]: self = .list(list.map { JSON($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSON($0) })
    default: self = .nothing
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .nothing } else { .nothing }
  }

  subscript(index: Int) -> JSON {
    guard case .list(let items) = self, items.indices.contains(index) else { return .nothing }
    return items[index]
  }

  /// The characters of a text or a number.
  var string: String? {
    switch self {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// The whole number.
  var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
  /// The items of a list.
  var items: [JSON] { if case .list(let items) = self { items } else { [] } }
  /// The members of an object, by name.
  var members: [(key: String, value: JSON)] {
    guard case .object(let members) = self else { return [] }
    return members.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
  }
  /// The texts of a list.
  var strings: [String] { items.compactMap { $0.string } }
  /// The same without the places of records.
  var withoutPlaces: JSON {
    switch self {
    case .object(let members): .object(members.filter { $0.key != "at" }.mapValues(\.withoutPlaces))
    case .list(let items): .list(items.map(\.withoutPlaces))
    default: self
    }
  }

  /// Whether anything is there.
  var exists: Bool { self != .nothing }
}
