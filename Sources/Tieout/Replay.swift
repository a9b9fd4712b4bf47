internal import TieoutMarkup
internal import TieoutReaders

/// Repeats the cleaning of inputs as `trace.json` tells it, without readers, stages or a profile.
///
/// What is returned is, byte for byte, the cleaned text of the run that wrote the trace.
public func replay(_ inputs: [Input], trace json: [UInt8]) throws(RunError) -> [UInt8] {
  let trace = try Trace(json)
  // Of several formats of one paper one was read.
  let same = try SamePaper(inputs, Options())
  let inputs = inputs.indices.filter { !same.leavesOut($0) }.map { inputs[$0] }
  guard inputs.count == trace.sources.count else {
    throw .otherInputs(
      zh: "处理记录有 \(trace.sources.count) 个输入，给出了 \(inputs.count) 个",
      en: "the trace is of \(trace.sources.count) inputs, \(inputs.count) were given")
  }
  var text: [UInt8] = []
  text.reserveCapacity(inputs.reduce(0) { $0 + $1.bytes.count })
  for (index, input) in inputs.enumerated() {
    guard sha256(input.bytes.span) == trace.sources[index] else {
      throw .otherInputs(
        zh: "“\(input.name)”不是处理记录所说的文件：SHA-256 不同",
        en: "“\(input.name)” is not the file that the trace is of: its SHA-256 differs")
    }
    try trace.append(DecodedInput(input.bytes), source: index, to: &text)
  }
  guard sha256(text.span) == trace.text else { throw .damagedTrace }
  return text
}

/// What a replay needs of `trace.json`.
private struct Trace {
  /// The hashes of the inputs, in order.
  let sources: [String]
  /// The hash of the cleaned text.
  let text: String
  /// The length of the cleaned text, beyond which nothing is written.
  private let count: Int
  private let edits: [Edit]

  private struct Edit {
    var source: Int
    var start: Int
    var end: Int
    var after: [UInt8]
  }

  init(_ json: [UInt8]) throws(RunError) {
    let tree = JSONTree(json)
    guard tree.error == nil, let root = tree.root,
      tree.string(tree.member("schema", of: root)) == "tieout-trace/1"
    else { throw .noTrace }
    guard let text = tree.member("text", of: root),
      let hash = tree.string(tree.member("sha256", of: text)),
      let count = tree.integer(tree.member("bytes", of: text))
    else { throw .damagedTrace }
    (self.text, self.count) = (hash, count)
    sources = tree.items("sources", of: root).map {
      tree.string(tree.member("sha256", of: $0)) ?? ""
    }
    var edits: [Edit] = []
    for edit in tree.items("edits", of: root) {
      let places = tree.items("bytes", of: edit)
      guard places.count == 2, let start = tree.integer(places[0]),
        let end = tree.integer(places[1]),
        let source = tree.integer(tree.member("source", of: edit)),
        let after = tree.text(tree.member("after", of: edit))
      else { throw .damagedTrace }
      edits.append(Edit(source: source, start: start, end: end, after: after.bytes))
    }
    self.edits = edits
  }

  /// Adds what the edits make of an input.
  func append(
    _ input: DecodedInput, source: Int, to text: inout [UInt8]
  ) throws(RunError) {
    var position = 0
    func copy(until end: Int) throws(RunError) {
      guard position <= end, end <= input.bytes.count, text.count + end - position <= count else {
        throw .damagedTrace
      }
      text += input.bytes[position..<end]
    }
    func place(_ offset: Int) -> Int { input.transcoding?.text(of: offset) ?? offset }
    for edit in edits where edit.source == source {
      guard edit.start >= 0, edit.end >= 0 else { throw .damagedTrace }
      try copy(until: place(edit.start))
      text += edit.after
      position = place(edit.end)
    }
    try copy(until: max(position, input.bytes.count))
  }
}

extension RunError {
  fileprivate static let noTrace = RunError(
    zh: "这不是处理记录。请给出 tieout run --trace 写出的 trace.json。",
    en: "This is no trace. Give the trace.json that `tieout run --trace` wrote.")

  fileprivate static let damagedTrace = RunError(
    zh: "处理记录已损坏：按它得不到所说的文本。请重新运行 tieout run --trace。",
    en: "The trace is damaged: it does not lead to the text that it names. Write it anew with "
      + "`tieout run --trace`.")

  fileprivate static func otherInputs(zh: String, en: String) -> RunError {
    RunError(
      zh: "\(zh)。请按原来的顺序给出当时的输入。",
      en: "Nothing is replayed: \(en). Give the inputs of that run in their order.")
  }
}
