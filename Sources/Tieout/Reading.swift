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
    let same = try SamePaper(inputs, options)
    let read = inputs.indices.filter { !same.leavesOut($0) }
    let isPart = read.count > 1
    for (index, input) in read.map({ ($0, inputs[$0]) }) {
      try options.begin("read")
      try options.limits.check(input)
      let firstRow = rows.count
      try self.read(input, format: options.format, isPart: isPart)
      if isPart {
        continuePages(fromRow: firstRow)
        if rows.count == firstRow { remarkBlank() }
      }
      for message in same.remarks(on: index, inputs) { remark(message) }
      try options.limits.check(self, input.name)
    }
    guard !isPart || !rows.isEmpty else {
      throw RunError(
        zh: "这些文件里没有任何文字。请给出识别引擎的输出。",
        en: "There is no character in any of these files. Give what an OCR engine wrote.")
    }
    if let laidOut = HalvedPaper.laidOut(self) { self = laidOut }
  }

  /// Reads an input; one that is a part of a submission may be a blank page of it.
  private mutating func read(
    _ input: Input, format: String?, isPart: Bool
  ) throws(RunError) {
    guard isPart || !input.bytes.isEmpty else {
      throw RunError(
        zh: "“\(input.name)”是空文件。请给出识别引擎的输出。",
        en: "“\(input.name)” is empty. Give what an OCR engine wrote.")
    }
    let decoded = DecodedInput(input.bytes)
    if !isPart, BlankFile.isEmptyList(decoded.bytes) {
      throw RunError(
        zh: "“\(input.name)”里没有文字：引擎在这一页上什么也没有识别出来。",
        en: "There is no character in “\(input.name)”: the engine read nothing on this page.")
    }
    if isPart, BlankFile.recognises(decoded.bytes) {
      do throws(ReadError) {
        try BlankFile.read(decoded.bytes, name: input.name, into: &self)
      } catch {
        throw RunError(error.message)
      }
      return describe(decoded, input)
    }
    let choice = ReaderChoice(input, decoded)
    let (reader, reason) = try choice.reader(named: format)
    isPlainNext = decoded.isPlain
    do throws(ReadError) {
      try reader.read(decoded.bytes, name: input.name, reason: reason, into: &self)
    } catch {
      throw RunError(error.message)
    }
    describe(decoded, input)
  }

  /// Says of the last source that it is a page on which nothing stands.
  private mutating func remarkBlank() {
    guard let source = sources.last else { return }
    remark(
      Message(
        zh: "“\(source.name)”里没有文字，作空白页",
        en: "“\(source.name)” holds no character: a blank page"))
  }

  /// Says something about the last source as a whole.
  private mutating func remark(_ message: Message) {
    guard let start = sources.last?.range.lowerBound else { return }
    remarks.append(Remark(message, at: Slice(start..<start)))
  }

  /// Adds to the last source what its file was, and in what encoding.
  private mutating func describe(_ decoded: DecodedInput, _ input: Input) {
    let last = sources.count - 1
    sources[last].sha256 = sha256(input.bytes.span)
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
