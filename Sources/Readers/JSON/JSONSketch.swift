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
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
      return nil
    }
    let tree = JSONTree(Array(bytes.prefix(Self.sample)))
    guard let root = tree.root else { return nil }
    var object = root
    for _ in 0..<2 where tree.nodes[object].kind == .array {
      guard let child = tree.children(of: object).first else { return nil }
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

  /// Whether all these names are there.
  func has(_ names: String...) -> Bool { names.allSatisfy { keys.contains($0) } }

  /// The string of a name.
  func string(_ name: String) -> String? { tree.string(tree.member(name, of: object)) }
}
