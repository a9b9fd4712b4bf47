import Foundation
import Testing
import TieoutTestSupport

@Suite("The schema of profiles, for editors")
struct ProfileSchemaTests {
  private static let records = Repository.root.appending(path: "Sources/Records")

  private static func schema() throws -> [String: Any] {
    let data = try Data(
      contentsOf: records.appending(path: "Schemas/profile.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The sets of keys that the schema's objects have.
  private static func keysOfSchema() throws -> Set<Set<String>> {
    let schema = try schema()
    var sets: Set<Set<String>> = []
    func collect(_ value: Any) {
      guard let object = value as? [String: Any] else {
        for item in value as? [Any] ?? [] { collect(item) }
        return
      }
      if let properties = object["properties"] as? [String: Any] {
        sets.insert(Set(properties.keys))
      }
      for item in object.values { collect(item) }
    }
    collect(schema)
    return sets
  }

  /// The sets of keys that the loader knows, read from its own source.
  private static func keysOfLoader() throws -> Set<Set<String>> {
    let folder = records.appending(path: "Loading")
    var sets: Set<Set<String>> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /(?:mapping\(|sections = )\[([^\]]*)\]/) {
        let keys = match.1.matches(of: /"([a-z_]+)"/).map { String($0.1) }
        sets.insert(Set(keys))
      }
    }
    return sets
  }

  @Test("Schema and loader know the same keys in the same places")
  func keys() throws {
    let loader = try Self.keysOfLoader()
    var schema = try Self.keysOfSchema()
    #expect(loader.count > 15)
    #expect(loader.subtracting(schema) == [])
    // What is read out of indicators is a list of roles in the loader.
    schema.remove(["name", "comparator", "bound", "bound_unit", "target_comparator", "period"])
    #expect(schema.subtracting(loader) == [])
  }

  @Test("Every key says what it is for")
  func descriptions() throws {
    let schema = try Self.schema()
    func check(_ value: Any, _ path: String) {
      guard let object = value as? [String: Any] else { return }
      for (key, item) in object["properties"] as? [String: Any] ?? [:] {
        let property = item as? [String: Any]
        let isNamed = property?["description"] != nil || property?["$ref"] != nil
        #expect(isNamed, "\(path).\(key) has no description")
      }
      for (key, item) in object["$defs"] as? [String: Any] ?? [:] { check(item, key) }
    }
    check(schema, "profile")
  }
}
