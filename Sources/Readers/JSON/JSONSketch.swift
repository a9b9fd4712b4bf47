internal import TieoutMarkup

/// The first look at a file that may be JSON: what its outermost values are called.
///
/// Detection must be cheap and must not mind a file that is cut off.
struct JSONSketch {
  /// Whether the outermost value is a list.
  let isList: Bool
  /// The names in the outermost object, or in the first object of the outermost list (or of the
  /// first list in it).
  let keys: [String]
  /// The values at the beginning of the file.
  let tree: JSONTree
  private let object: Int

  /// How much of the file is looked at.
  private static let sample = 1 << 16

  init?(_ bytes: [UInt8]) {
    guard Self.begins(bytes) else { return nil }
    let tree = JSONTree(Array(bytes.prefix(Self.sample)))
    guard let root = tree.roots.first?.place else { return nil }
    var object = root
    for _ in 0..<2 where tree.nodes[object].kind == .array {
      // A blank page is an empty one among them.
      guard let child = tree.children(of: object).first(where: { !tree.isEmpty($0) })
      else { return nil }
      object = child
    }
    guard tree.nodes[object].kind == .object else { return nil }
    isList = object != root
    keys = tree.children(of: object).map {
      String(decoding: tree.bytes[tree.nodes[$0].key], as: UTF8.self)
    }
    self.tree = tree
    self.object = object
  }

  /// Whether bytes begin as a list or an object does, in a fence of Markdown or without.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let start = start(bytes)
    return start < bytes.count && (bytes[start] == 0x7B || bytes[start] == 0x5B)
  }

  /// Where JSON would begin: behind blanks, and a fence of Markdown.
  private static func start(_ bytes: [UInt8]) -> Int {
    func solid(_ index: Int) -> Int { bytes[index...].firstIndex { $0 > 0x20 } ?? bytes.count }
    let start = solid(0)
    return bytes.endOfFence(at: start).map { isLastFence(bytes, $0) ? solid($0) : start } ?? start
  }

  /// Whether nothing follows what a fence begins with, or only what stands in further fences: a paper
  /// in Markdown may begin with some code.
  private static func isLastFence(_ bytes: [UInt8], _ start: Int) -> Bool {
    var inside = start
    while let close = bytes[inside...].firstRange(of: "\n```".utf8) {
      guard let end = bytes.endOfFence(at: close.lowerBound + 1),
        let next = bytes[end...].firstIndex(where: { $0 > 0x20 })
      else { return true }
      guard let open = bytes.endOfFence(at: next) else { return false }
      inside = open
    }
    return true
  }

  /// Whether all these names are there.
  func has(_ names: String...) -> Bool { names.allSatisfy { keys.contains($0) } }

  /// Whether the first object in the list of a name has a name.
  func firstHas(_ name: String, in list: String) -> Bool {
    tree.items(list, of: object).first.flatMap { tree.member(name, of: $0) } != nil
  }

  /// Whether the object of a name has a name.
  func holds(_ name: String, in member: String) -> Bool {
    tree.member(member, of: object).flatMap { tree.member(name, of: $0) } != nil
  }

  /// Whether more follows than was looked at, or the file is cut off.
  var isPart: Bool { tree.error != nil }

  /// Whether bytes can be meant for nothing else than JSON, be they whole or cut off.
  static func isMeant(_ bytes: [UInt8]) -> Bool {
    let start = bytes[start(bytes)...].lazy.filter { $0 > 0x20 }.prefix(3)
    guard let first = start.first, start.count > 1, let second = start.dropFirst().first else {
      return false
    }
    switch first {
    case 0x7B: return second == 0x22 || second == 0x7D
    case 0x5B where second == 0x5B:
      return start.last.map { "[{\"]".utf8.contains($0) } ?? true
    // Boxes to tick begin alike, with words behind them.
    case 0x5B where second == 0x5D: return start.count == 2
    case 0x5B: return second == 0x7B || second == 0x22
    default: return false
    }
  }

  /// The string of a name.
  func string(_ name: String) -> String? { tree.string(tree.member(name, of: object)) }
}

extension JSONTree {
  /// Whether a place holds a list or an object without anything in it.
  fileprivate func isEmpty(_ place: Int) -> Bool {
    (nodes[place].kind == .array || nodes[place].kind == .object) && children(of: place).isEmpty
  }
}
