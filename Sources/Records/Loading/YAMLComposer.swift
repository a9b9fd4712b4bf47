internal import CYAML

/// Composes the values of a YAML file from the events of libyaml.
///
/// All scalars are taken as text: what a value is, the reader of the profile decides.
@safe
struct YAMLComposer {
  /// How deep lists and mappings may lie in one another: some ten times what a profile needs.
  static let depth = 64
  /// How many values references may stand for, all together.
  static let referred = 10_000

  /// How much lies in a value.
  private struct Extent {
    /// How deep lists and mappings lie in it.
    var depth = 0
    /// The values in it, itself among them.
    var count = 1

    mutating func add(_ inner: Extent) {
      depth = max(depth, inner.depth + 1)
      count += inner.count
    }
  }

  /// A list or a mapping whose end is still to come.
  private struct Open {
    let isMapping: Bool
    let mark: yaml_mark_t
    let anchor: String?
    /// Where its values begin among those that wait.
    let start: Int
    var extent = Extent()
  }

  private var documents: [YAMLNode] = []
  private var open: [Open] = []
  /// The values of all that is open, those of the innermost last.
  private var waiting: [YAMLNode] = []
  private var anchors: [String: (node: YAMLNode, extent: Extent)] = [:]
  private var referred = 0

  /// The documents of a file of valid UTF-8; what follows the second is not read.
  static func documents(in text: Span<UInt8>) throws(YAMLProblem) -> [YAMLNode] {
    // libyaml takes no address of nothing.
    guard !text.isEmpty else { return [] }
    var parser = unsafe yaml_parser_t()
    // The parser keeps its own address.
    return try unsafe withUnsafeMutablePointer(to: &parser) { parser throws(YAMLProblem) in
      guard unsafe yaml_parser_initialize(parser) == 1 else {
        throw YAMLProblem("no memory", line: 1, column: 1)
      }
      defer { unsafe yaml_parser_delete(parser) }
      return try unsafe text.withUnsafeBufferPointer { text throws(YAMLProblem) in
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        return try unsafe documents(parser)
      }
    }
  }

  private static func documents(
    _ parser: UnsafeMutablePointer<yaml_parser_t>
  ) throws(YAMLProblem) -> [YAMLNode] {
    var composer = YAMLComposer()
    while composer.documents.count < 2 {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        throw unsafe YAMLProblem(parser.pointee)
      }
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT { break }
      try unsafe composer.take(event)
    }
    return composer.documents
  }

  private mutating func take(_ event: yaml_event_t) throws(YAMLProblem) {
    let mark = unsafe event.start_mark
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      unsafe add(
        .text(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), mark, Extent(),
        anchor: Self.name(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      try begin(isMapping: false, mark, unsafe Self.name(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      try begin(isMapping: true, mark, unsafe Self.name(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let closed = open.popLast() else { return }
      let values = Array(waiting[closed.start...])
      waiting.removeSubrange(closed.start...)
      add(
        closed.isMapping ? .pairs(values) : .list(values), closed.mark, closed.extent,
        anchor: closed.anchor)
    case YAML_ALIAS_EVENT:
      guard let name = unsafe Self.name(event.data.alias.anchor), let known = anchors[name] else {
        throw YAMLProblem("found undefined alias", at: mark)
      }
      referred += known.extent.count
      guard open.count + known.extent.depth <= Self.depth else {
        throw YAMLProblem("nested too deep", at: mark)
      }
      guard referred <= Self.referred else { throw YAMLProblem("refers to too much", at: mark) }
      add(known.node, known.extent)
    default: break
    }
  }

  private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe anchor.map { unsafe String(cString: $0) }
  }

  private mutating func begin(
    isMapping: Bool, _ mark: yaml_mark_t, _ anchor: String?
  ) throws(YAMLProblem) {
    guard open.count < Self.depth else { throw YAMLProblem("nested too deep", at: mark) }
    open.append(Open(isMapping: isMapping, mark: mark, anchor: anchor, start: waiting.count))
  }

  private mutating func add(
    _ content: YAMLNode.Content, _ mark: yaml_mark_t, _ extent: Extent, anchor: String?
  ) {
    let node = YAMLNode(content: content, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    if let anchor { anchors[anchor] = (node, extent) }
    add(node, extent)
  }

  private mutating func add(_ node: YAMLNode, _ extent: Extent) {
    if open.isEmpty {
      documents.append(node)
    } else {
      waiting.append(node)
      open[open.count - 1].extent.add(extent)
    }
  }
}

extension YAMLProblem {
  /// A problem that the composer found.
  fileprivate init(_ problem: String, at mark: yaml_mark_t) {
    self.init(problem, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  /// What the parser stopped at.
  fileprivate init(_ parser: yaml_parser_t) {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "no memory"
    guard unsafe parser.error != YAML_READER_ERROR else {
      self.init(problem, offset: unsafe parser.problem_offset)
      return
    }
    unsafe self.init(problem, at: parser.problem_mark)
    if let text = unsafe parser.context {
      let mark = unsafe parser.context_mark
      context = unsafe (String(cString: text), Int(mark.line) + 1, Int(mark.column) + 1)
    }
  }
}
