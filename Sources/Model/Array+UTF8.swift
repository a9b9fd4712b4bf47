// Unsafe: copies the bytes of strings in one step, and makes strings of them again without a look at
// each of them.
extension Array<UInt8> {
  /// Appends the UTF-8 of a text.
  ///
  /// In one step: a view of a string would be held on to, asked for its length and copied through an
  /// iterator, for each of the many pieces of a message.
  public mutating func append(utf8 text: String) {
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe append(contentsOf: bytes)
    }
    if isDone == nil { append(contentsOf: text.utf8) }
  }
}

extension String {
  /// The text of bytes that were put together from nothing but strings and digits, so that they are
  /// UTF-8 for certain.
  public init(ofStrings bytes: [UInt8]) { self.init(ofWhole: bytes.span) }

  /// The text of characters that are whole ones and UTF-8 for certain.
  init(ofWhole characters: Span<UInt8>) {
    self.init(copying: unsafe UTF8Span(unchecked: characters))
  }
}
