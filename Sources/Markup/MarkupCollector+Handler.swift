internal import CLibXML2

extension MarkupCollector {
  /// The callbacks that libxml2 is given; each finds its collector through the parser's context.
  func handler(isHTML: Bool) -> xmlSAXHandler {
    self.isHTML = isHTML
    var sax = unsafe xmlSAXHandler()
    unsafe sax.characters = { data, text, count in
      unsafe MarkupCollector.of(data)?.characters(data, text, count)
    }
    unsafe sax.ignorableWhitespace = unsafe sax.characters
    unsafe sax.cdataBlock = { data, text, count in
      unsafe MarkupCollector.of(data)?.cdata(data, text, count)
    }
    unsafe sax.comment = { data, _ in unsafe MarkupCollector.of(data)?.advance(data) }
    unsafe sax.processingInstruction = { data, _, _ in
      unsafe MarkupCollector.of(data)?.advance(data)
    }
    unsafe sax.reference = { data, name in
      unsafe MarkupCollector.of(data)?.unknownReference(data)
    }
    unsafe sax.internalSubset = { data, _, _, _ in unsafe MarkupCollector.of(data)?.advance(data) }
    unsafe sax.serror = { data, error in
      unsafe MarkupCollector.of(data)?.problem(error)
    }
    if isHTML {
      unsafe sax.initialized = 1
      unsafe sax.startElement = { data, name, attributes in
        unsafe MarkupCollector.of(data)?.startHTML(data, name, attributes)
      }
      unsafe sax.endElement = { data, name in
        unsafe MarkupCollector.of(data)?.end(data, name)
      }
    } else {
      unsafe sax.initialized = XML_SAX2_MAGIC
      unsafe sax.startElementNs = { data, name, _, _, _, _, count, _, attributes in
        unsafe MarkupCollector.of(data)?.startXML(data, name, count, attributes)
      }
      unsafe sax.endElementNs = { data, name, _, _ in
        unsafe MarkupCollector.of(data)?.end(data, name)
      }
    }
    return unsafe sax
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> MarkupCollector? {
    guard let data = unsafe data else { return nil }
    let context = unsafe data.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let pointer = unsafe context.pointee._private else { return nil }
    return unsafe Unmanaged<MarkupCollector>.fromOpaque(pointer).takeUnretainedValue()
  }
}
