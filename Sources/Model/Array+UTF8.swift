extension Array<UInt8> {
  /// Appends the UTF-8 of a text.
  ///
  /// In one step with room for all of it: a view of a string would be held on to, asked for its
  /// length and copied through an iterator, for each of the many pieces of a message.
  public mutating func append(utf8 text: String) {
    let text = text.utf8Span.span
    append(addingCapacity: text.count) { bytes in
      for index in text.indices { bytes.append(text[index]) }
    }
  }
}
