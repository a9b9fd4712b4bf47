internal import CLibXML2

/// A parsed XML document; owns libxml2's tree.
@safe struct XMLTree: ~Copyable {
  /// The tree.
  let document: xmlDocPtr

  /// Parses bytes; `nil` where they are not well-formed or declare a document type, and then
  /// `problems` says why.
  init?(_ bytes: [UInt8], _ problems: ProblemList) {
    LibXML2.start()
    // libxml2 counts in 32 bits; it would refuse such a document anyway.
    guard bytes.count < Int(Int32.max), let context = unsafe xmlNewParserCtxt() else {
      problems.add(MarkupProblem(line: 0, message: "the document is too large"))
      return nil
    }
    defer { withExtendedLifetime(problems) { unsafe xmlFreeParserCtxt(context) } }
    // The callbacks' own user data must stay the context; ours travels in its private field.
    unsafe context.pointee._private = unsafe problems.pointer
    unsafe context.pointee.sax.pointee.serror = { data, error in
      let context = unsafe data?.assumingMemoryBound(to: xmlParserCtxt.self)
      unsafe collectProblem(context?.pointee._private, error)
    }
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    // A paper may hold a text of any length; what multiplies is refused all the same.
    if bytes.isXMLInUTF8, !bytes.declaresEntities { options |= XML_PARSE_HUGE.rawValue }
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress, Int32(buffer.count), nil, nil, Int32(bitPattern: options))
    }
    guard let document = unsafe parsed else { return nil }
    guard unsafe document.pointee.intSubset == nil else {
      unsafe xmlFreeDoc(document)
      problems.add(MarkupProblem(line: 1, message: "a document type declaration is not allowed"))
      return nil
    }
    unsafe self.document = document
  }

  deinit { unsafe xmlFreeDoc(document) }
}

/// libxml2 as a whole.
enum LibXML2 {
  /// Its tables, which it would otherwise build at first use, without a lock.
  private static let tables: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
  }()

  /// Makes libxml2 ready for use from any thread.
  static func start() { _ = tables }
}
