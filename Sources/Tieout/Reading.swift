internal import TieoutModel
internal import TieoutReaders

extension Document {
  /// Reads the inputs one after the other, each in its format.
  init(_ inputs: [Input], _ options: Options) throws(RunError) {
    self.init()
    guard !inputs.isEmpty else {
      throw RunError(zh: "没有输入。请给出至少一个文件。", en: "There is no input. Give at least one file.")
    }
    for input in inputs {
      try options.goOn()
      try options.limits.check(input)
      try read(input, format: options.format)
      try options.limits.check(self, input.name)
    }
  }

  private mutating func read(_ input: Input, format: String?) throws(RunError) {
    guard !input.bytes.isEmpty else {
      throw RunError(
        zh: "“\(input.name)”是空文件。请给出识别引擎的输出。",
        en: "“\(input.name)” is empty. Give what an OCR engine wrote.")
    }
    let decoded = DecodedInput(input.bytes)
    let (reader, reason) = try Self.reader(for: decoded, name: input.name, format: format)
    do throws(ReadError) {
      try reader.read(decoded.bytes, name: input.name, reason: reason, into: &self)
    } catch {
      throw RunError(error.message)
    }
    describe(decoded)
    sources[sources.count - 1].sha256 = sha256(input.bytes.span)
  }

  /// Adds to the last source what its encoding was.
  private mutating func describe(_ decoded: DecodedInput) {
    let last = sources.count - 1
    sources[last].encoding = decoded.encoding
    sources[last].transcoding = decoded.transcoding
    // A byte order mark is a scalar that no reader sees.
    if decoded.hasMark { sources[last].markup += 1 }
    if let reason = decoded.reason {
      sources[last].reason += "; \(decoded.encoding), as of \(reason)"
    }
    guard let undecodable = decoded.undecodable else { return }
    let offset = decoded.transcoding?.file(of: undecodable.first) ?? undecodable.first
    remarks.append(
      Remark(
        Message(
          zh: "有 \(undecodable.count) 个字节不合 \(decoded.encoding)（首个在第 \(offset) 字节），作 U+FFFD",
          en: "bytes that are not \(decoded.encoding): \(undecodable.count), the first at byte "
            + "\(offset); each is U+FFFD"),
        at: Slice(sources[last].range.lowerBound..<sources[last].range.lowerBound)))
  }

  /// The reader of an input, and why it is the one.
  private static func reader(
    for input: DecodedInput, name: String, format: String?
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
      if let reason = reader.recognise(input.bytes, name: name) { return (reader, reason) }
    }
    throw RunError(
      zh: "“\(name)”不是能读的格式（现有：\(known)）。请给出识别引擎的文本输出（UTF-8）。",
      en: "“\(name)” is in no format that can be read (there is: \(known)). "
        + "Give an OCR engine’s text output in UTF-8.")
  }
}
