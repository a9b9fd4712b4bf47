import Foundation
import Testing
import TieoutTestSupport

@Suite("The reference of the profile language")
struct ProfileReferenceTests {
  @Test("It says what the schema says")
  func reference() throws {
    let data = try Data(
      contentsOf: Repository.root.appending(
        path: "Sources/Records/Schemas/profile.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    try expectGolden(
      ProfileReference(schema).text, "../../PROFILE-REFERENCE.md")
  }
}

/// The reference as Markdown: a table for each mapping of a profile.
private struct ProfileReference {
  private(set) var text = ""
  private let definitions: [String: [String: Any]]

  init(_ schema: [String: Any]) {
    definitions = schema["$defs"] as? [String: [String: Any]] ?? [:]
    text = """
      # The profile language

      Made from the JSON Schema (`tieout profile schema`); `UPDATE_GOLDEN=1 swift test --filter
      ProfileReference` makes it anew. Keys in bold must be there. How to write a profile stands in
      [Your first profile](PROFILES.md).

      """
    section("profile", schema)
    for name in Self.order { if let definition = definitions[name] { section(name, definition) } }
    let left = definitions.filter { $0.value["properties"] != nil && !Self.order.contains($0.key) }
    for (name, definition) in left.sorted(by: { $0.key < $1.key }) { section(name, definition) }
  }

  /// The mappings in the order in which a profile has them.
  private static let order = [
    "units", "organisations", "names", "letter", "lineRule", "summary", "titleLine", "caption",
    "summaryColumn", "detail", "line", "field", "group", "groupColumn", "term", "rules",
    "unitFit", "relation", "message",
  ]

  private mutating func section(_ name: String, _ object: [String: Any]) {
    guard let properties = object["properties"] as? [String: [String: Any]] else { return }
    let required = object["required"] as? [String] ?? []
    text += "\n## \(name)\n\n\(object["description"] as? String ?? "")\n\n"
    text += "| key | value | what it is for |\n|---|---|---|\n"
    let names = properties.keys.sorted { left, right in
      (required.contains(left) ? 0 : 1, left) < (required.contains(right) ? 0 : 1, right)
    }
    for key in names {
      let property = properties[key] ?? [:]
      let shown = required.contains(key) ? "**\(key)**" : key
      text += "| \(shown) | \(value(property)) | \(description(property)) |\n"
    }
  }

  private func description(_ property: [String: Any]) -> String {
    if let words = property["description"] as? String { return words }
    return definition(property)?["description"] as? String ?? ""
  }

  private func definition(_ property: [String: Any]) -> [String: Any]? {
    (property["$ref"] as? String).flatMap { definitions[String($0.dropFirst(8))] }
  }

  /// What a value may be, in words.
  private func value(_ property: [String: Any]) -> String {
    if let reference = property["$ref"] as? String {
      let name = String(reference.dropFirst(8))
      guard let definition = definitions[name] else { return name }
      if definition["properties"] != nil { return "[\(name)](#\(name.lowercased()))" }
      return name == "name" || name == "place" ? name : value(definition)
    }
    if let words = property["enum"] as? [String] {
      return words.map { "`\($0)`" }.joined(separator: ", ")
    }
    switch property["type"] as? String {
    case "array":
      let items = property["items"] as? [String: Any] ?? [:]
      return "list of " + value(items)
    case "boolean": return "`true` or `false`"
    case "integer": return "number"
    case "object": return "keys and numbers"
    default: return "text"
    }
  }
}
