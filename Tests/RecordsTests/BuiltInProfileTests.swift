import Testing
import TieoutModel
import TieoutRecords

@Suite("The built-in profiles")
struct BuiltInProfileTests {
  @Test("Every built-in profile loads", arguments: BuiltInProfiles.ids)
  func loads(_ id: String) throws {
    let source = try #require(BuiltInProfiles.source(id))
    #expect(throws: Never.self) { try ProfileLoader.load(source, name: id) }
    #expect(BuiltInProfiles.load(id)?.id == id)
  }

  @Test("A profile that is not built in is not found")
  func unknown() {
    #expect(BuiltInProfiles.load("cn-budget") == nil)
    #expect(BuiltInProfiles.source("cn-budget") == nil)
  }
}
