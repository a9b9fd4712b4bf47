extension Document {
  /// Reads the inputs one after the other, each in its format.
  init(_ inputs: [Input], format: String?) throws(RunError) {
    self.init()
    guard !inputs.isEmpty else {
      throw RunError(zh: "没有输入。请给出至少一个文件。", en: "There is no input. Give at least one file.")
    }
    for input in inputs {
      let first = sources.count
      try read(input, format: format)
      for index in first..<sources.count { sources[index].sha256 = sha256(input.bytes[...]) }
    }
  }

  private mutating func read(_ input: Input, format: String?) throws(RunError) {
    guard !input.bytes.isEmpty else {
      throw RunError(
        zh: "“\(input.name)”是空文件。请给出识别引擎的输出。",
        en: "“\(input.name)” is empty. Give what an OCR engine wrote.")
    }
    let (reader, reason) = try Self.reader(for: input, format: format)
    do throws(ReadError) {
      try reader.read(input.bytes, name: input.name, reason: reason, into: &self)
    } catch {
      throw RunError(error.message)
    }
  }

  /// The reader of an input, and why it is the one.
  private static func reader(
    for input: Input, format: String?
  ) throws(RunError) -> (any Reader.Type, String) {
    let known = Registry.readers.map { $0.format }.joined(separator: ", ")
    if let format {
      guard let reader = Registry.readers.first(where: { $0.format == format }) else {
        throw RunError(
          zh: "没有名为“\(format)”的格式。现有：\(known)。",
          en: "There is no format “\(format)”. There is: \(known).")
      }
      return (reader, "named by the caller")
    }
    for reader in Registry.readers {
      if let reason = reader.recognise(input.bytes, name: input.name) { return (reader, reason) }
    }
    throw RunError(
      zh: "“\(input.name)”不是能读的格式（现有：\(known)）。请给出识别引擎的文本输出（UTF-8）。",
      en: "“\(input.name)” is in no format that can be read (there is: \(known)). "
        + "Give an OCR engine’s text output in UTF-8.")
  }
}
