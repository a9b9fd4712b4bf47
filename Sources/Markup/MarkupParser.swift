internal import CLibXML2

extension MarkupEvents {
  /// Reads XML in UTF-8, whatever encoding it declares.
  ///
  /// Nothing is fetched and no entity is expanded: a reference to one that XML does not define stays
  /// the characters that it is.
  public init(xml bytes: [UInt8]) {
    self = unsafe MarkupCollector(bytes, ReadableBytes.xml(bytes)).collect {
      collector, memory, count in
      guard let context = unsafe xmlCreateMemoryParserCtxt(memory, count) else { return false }
      defer { unsafe xmlFreeParserCtxt(context) }
      var options =
        XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      // Depth and length cost what they are, since nothing here recurses; but entities that are
      // declared multiply in attributes, and only the usual limits end that.
      if !bytes.declaresEntities { options |= XML_PARSE_HUGE.rawValue }
      _ = unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
      unsafe context.pointee.sax.pointee = collector.handler(isHTML: false)
      unsafe context.pointee._private = unsafe collector.pointer
      _ = unsafe xmlParseDocument(context)
      if let tree = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(tree) }
      unsafe context.pointee.myDoc = nil
      return true
    }
  }

  /// Reads HTML in UTF-8, whatever encoding it declares, as browsers do: nothing in it is refused.
  public init(html bytes: [UInt8]) {
    self = unsafe MarkupCollector(bytes, ReadableBytes.html(bytes)).collect {
      collector, memory, _ in
      while let part = collector.nextPart() {
        let start = unsafe memory + part.lowerBound
        guard let context = unsafe htmlCreateMemoryParserCtxt(start, Int32(part.count)) else {
          return false
        }
        defer { unsafe htmlFreeParserCtxt(context) }
        let options =
          HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
          | HTML_PARSE_IGNORE_ENC.rawValue
        _ = unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
        _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        unsafe context.pointee.sax.pointee = collector.handler(isHTML: true)
        unsafe context.pointee._private = unsafe collector.pointer
        _ = unsafe htmlParseDocument(context)
        if let tree = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(tree) }
        unsafe context.pointee.myDoc = nil
      }
      return true
    }
  }
}

extension [UInt8] {
  /// Whether XML is in UTF-8: it begins with a Latin character or its mark, and declares no other encoding.
  var isXMLInUTF8: Bool {
    guard let first, first == 0xEF || first > 0 && first < 0x80, count < 2 || self[1] != 0 else {
      return false
    }
    let head = String(decoding: prefix { $0 != 0x3E }.prefix(200), as: UTF8.self).lowercased()
    return head.ranges(of: "encoding").allSatisfy { range in
      head[range.upperBound...].drop { " =\"'\n\r\t".contains($0) }.hasPrefix("utf-8")
    }
  }

  /// Whether `<!ENTITY` stands anywhere.
  var declaresEntities: Bool {
    let sign = Array("<!ENTITY".utf8)
    guard count >= sign.count else { return false }
    return span.indices.dropLast(sign.count - 1).contains { start in
      span[start + 1] == 0x21 && self[start..<start + sign.count].elementsEqual(sign)
    }
  }
}
