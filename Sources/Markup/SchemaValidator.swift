internal import CLibXML2

/// Validates XML against an XML Schema, by libxml2.
///
/// Nothing is fetched and nothing is expanded: no network, no external entity, no document type
/// declaration at all. The schema is the program's own; documents may come from anybody.
@safe public struct SchemaValidator: ~Copyable {
  private let schema: xmlSchemaPtr
  // The schema keeps pointers into the document that it was read from.
  private let source: XMLTree

  /// Compiles a schema; throws its first problem where it is none.
  public init(schema bytes: [UInt8]) throws(MarkupProblem) {
    let problems = ProblemList()
    guard let source = XMLTree(bytes, problems) else { throw problems.first }
    guard let schema = unsafe Self.compile(source, problems) else { throw problems.first }
    self.source = source
    unsafe self.schema = schema
  }

  deinit { unsafe xmlSchemaFree(schema) }

  /// What is wrong with a document, in the order in which libxml2 finds it; empty where it is valid.
  public func problems(in document: [UInt8]) -> [MarkupProblem] {
    let problems = ProblemList()
    guard let tree = XMLTree(document, problems) else { return problems.orUnreadable }
    guard let context = unsafe xmlSchemaNewValidCtxt(schema) else { return problems.orUnreadable }
    defer { withExtendedLifetime(problems) { unsafe xmlSchemaFreeValidCtxt(context) } }
    unsafe xmlSchemaSetValidStructuredErrors(context, collectProblem, problems.pointer)
    let result = unsafe xmlSchemaValidateDoc(context, tree.document)
    return result == 0 ? problems.all : problems.orUnreadable
  }

  private static func compile(_ source: borrowing XMLTree, _ problems: ProblemList)
    -> xmlSchemaPtr?
  {
    guard let context = unsafe xmlSchemaNewDocParserCtxt(source.document) else { return nil }
    defer { withExtendedLifetime(problems) { unsafe xmlSchemaFreeParserCtxt(context) } }
    unsafe xmlSchemaSetParserStructuredErrors(context, collectProblem, problems.pointer)
    return unsafe xmlSchemaParse(context)
  }
}
