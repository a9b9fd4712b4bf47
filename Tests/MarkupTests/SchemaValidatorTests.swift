import Testing
import TieoutMarkup

/// Validation of XML by libxml2, with documents that mean no good.
@Suite struct SchemaValidatorTests {
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="list">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="item" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="xs:string">
                    <xs:attribute name="n" type="xs:int"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  private func problems(_ document: [UInt8]) throws -> [MarkupProblem] {
    let validator = try SchemaValidator(schema: Array(Self.schema.utf8))
    return validator.problems(in: document)
  }

  private func problems(_ document: String) throws -> [MarkupProblem] {
    try problems(Array(document.utf8))
  }

  @Test(
    "accepts what the schema describes",
    arguments: [
      "<list/>", "<list><item n='1'>a</item><item/></list>",
      "<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><list><item>中&#x4e2d;</item></list>",
    ])
  func valid(_ document: String) throws {
    #expect(try problems(document) == [])
  }

  @Test("names line and element of what the schema does not describe")
  func invalid() throws {
    let found = try problems("<list>\n<item/>\n<item n='x'/>\n<other/>\n</list>")
    #expect(found.map(\.line) == [3, 4])
    #expect(found.map(\.path) == ["/list/item[2]", "/list/other[1]"])
    #expect(found[0].message.contains("'x' is not a valid value"))
  }

  @Test("one validator serves many documents and keeps nothing of them")
  func reuse() throws {
    let validator = try SchemaValidator(schema: Array(Self.schema.utf8))
    for _ in 0..<100 {
      #expect(validator.problems(in: Array("<list><x/></list>".utf8)).count == 1)
      #expect(validator.problems(in: Array("<list/>".utf8)) == [])
    }
  }

  @Test(
    "reports what is not well-formed",
    arguments: [
      "", " ", "x", "<", "<list", "<list>", "<list></lost>", "<list/><list/>",
      "<list>&nope;</list>",
      "<list>&#0;</list>", "<list><item n='1' n='2'/></list>", "<list>\u{1}</list>",
      "<?xml version='1.0' encoding='nonsense'?><list/>", "<a:list/>", "{\"json\": true}",
    ])
  func malformed(_ document: String) throws {
    let found = try problems(document)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.message.isEmpty })
  }

  @Test("reports NUL bytes and bytes that are not UTF-8")
  func rawBytes() throws {
    #expect(!(try problems([0, 0, 0, 0])).isEmpty)
    #expect(!(try problems(Array("<list>".utf8) + [0] + Array("</list>".utf8))).isEmpty)
    #expect(
      !(try problems(Array("<list><item>".utf8) + [0xFF] + Array("</item></list>".utf8))).isEmpty)
  }

  @Test("refuses entities that multiply, before they do")
  func billionLaughs() throws {
    var document = "<!DOCTYPE list [<!ENTITY a0 'ha'>"
    for level in 1...30 {
      document += "<!ENTITY a\(level) '&a\(level - 1);&a\(level - 1);'>"
    }
    #expect(!(try problems(document + "]><list><item>&a30;</item></list>")).isEmpty)
    #expect(!(try problems(document + "]><list><item n='&a30;'/></list>")).isEmpty)
  }

  @Test("refuses them in an encoding that hides them as well", .timeLimit(.minutes(1)))
  func hiddenLaughs() throws {
    var document = "<?xml version='1.0' encoding='UTF-7'?><!DOCTYPE list [+ADwAIQ-ENTITY a0 'ha'>"
    for level in 1...30 {
      document += "+ADwAIQ-ENTITY a\(level) '+ACY-a\(level - 1);+ACY-a\(level - 1);'>"
    }
    #expect(!(try problems(document + "]><list><item>+ACY-a30;</item></list>")).isEmpty)
  }

  @Test(
    "fetches nothing: no external entity, no external subset",
    arguments: [
      "<!DOCTYPE list [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><list><item>&x;</item></list>",
      "<!DOCTYPE list SYSTEM 'file:///etc/hostname'><list/>",
      "<!DOCTYPE list SYSTEM 'http://127.0.0.1:9/x.dtd'><list/>",
      "<!DOCTYPE list [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><list/>",
    ])
  func external(_ document: String) throws {
    let found = try problems(document)
    #expect(found.map(\.message) == ["a document type declaration is not allowed"])
  }

  @Test("a document cannot bring its own schema")
  func schemaLocation() throws {
    let found = try problems(
      """
      <list xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:noNamespaceSchemaLocation="file:///etc/hostname"><other/></list>
      """)
    #expect(found.map(\.path) == ["/list/other[1]"])
  }

  @Test("survives an attribute of 11 MB, an element a million times, elements far too deep")
  func large() throws {
    let attribute = String(repeating: "1", count: 11_000_000)
    #expect(!(try problems("<list><item n='\(attribute)'/></list>")).isEmpty)
    let many = String(repeating: "<item/>", count: 200_000)
    #expect(try problems("<list>\(many)</list>") == [])
    let deep = String(repeating: "<list>", count: 100_000)
    #expect(!(try problems(deep)).isEmpty)
    let closed = deep + String(repeating: "</list>", count: 100_000)
    #expect(!(try problems(closed)).isEmpty)
  }

  @Test("a text of 11 MB is a text")
  func longText() throws {
    let text = String(repeating: "1", count: 11_000_000)
    #expect(try problems("<list><item>\(text)</item></list>") == [])
  }

  @Test("says that a long list of problems goes on")
  func manyProblems() throws {
    let many = String(repeating: "<item n='x'/>", count: 5000)
    let found = try problems("<list>\(many)</list>")
    #expect(found.count == 1001)
    #expect(found.last?.message == "further problems are not listed")
  }

  @Test("never traps, wherever a document is cut off")
  func truncated() throws {
    let validator = try SchemaValidator(schema: Array(Self.schema.utf8))
    let whole = Array("<?xml version='1.0'?><list><item n='1'>中</item><!-- c --></list>".utf8)
    for end in 0..<whole.count { #expect(!validator.problems(in: Array(whole[..<end])).isEmpty) }
    #expect(validator.problems(in: whole) == [])
  }

  @Test(
    "throws where the schema itself is none",
    arguments: [
      "", "<x/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:elem/></xs:schema>",
    ])
  func badSchema(_ schema: String) {
    #expect(throws: MarkupProblem.self) { _ = try SchemaValidator(schema: Array(schema.utf8)) }
  }
}
