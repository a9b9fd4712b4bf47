internal import TieoutModel
internal import TieoutReaders

extension Document {
  /// Reads the inputs one after the other, each in its format.
  init(_ inputs: [Input], _ options: Options) throws(RunError) {
    self.init()
    guard !inputs.isEmpty else {
      throw RunError(zh: "没有输入。请给出至少一个文件。", en: "There is no input. Give at least one file.")
    }
    cellLimit = options.limits.cells
    for input in inputs {
      try options.begin("read")
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
    let choice = ReaderChoice(bytes: decoded.bytes, name: input.name)
    let (reader, reason) = try choice.reader(named: format)
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
      sources[last].reason += "; taken as \(decoded.encoding): \(reason)"
    }
    guard let undecodable = decoded.undecodable else { return }
    let offset = decoded.transcoding?.file(of: undecodable.first) ?? undecodable.first
    remarks.append(
      Remark(
        Message(
          zh: "有 \(undecodable.count) 个字节不合 \(decoded.encoding)（首个在第 \(offset) 字节），作 U+FFFD",
          en: "bytes that are not \(decoded.encoding): \(undecodable.count), the first at byte "
            + "\(offset); each is U+FFFD"),
        at: place(ofFile: undecodable.first, in: sources[last])))
  }

  /// The characters of a source that stand for a byte of its file in UTF-8.
  private func place(ofFile offset: Int, in source: Source) -> Slice {
    let base = source.range.lowerBound
    guard let file = source.file else { return Slice(base + offset..<base + offset + 1) }
    let piece = file.pieces.first { $0.file.range.contains(offset) }
    let start = base + Int(piece?.text.start ?? 0)
    return Slice(start..<start)
  }
}
