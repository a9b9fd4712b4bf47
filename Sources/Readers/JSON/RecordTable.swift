internal import TieoutMarkup
internal import TieoutModel

/// A table that JSON gives as objects, one a row, or as an object of columns: the names are the words
/// of the paper.
struct RecordTable {
  /// How the values stand.
  enum Layout {
    /// The children of a list that are its rows.
    case rows(ArraySlice<Int>)
    case columns
  }

  let layout: Layout
  /// The first value of each column, by the name of which the column is called.
  let heads: [Int]
  /// Whether it is like a paper’s: there are several rows, words below a label, and a label that no
  /// program would have.
  ///
  /// A list of measurements has numbers, and some programs begin all names with capitals.
  let isSure: Bool

  /// A table of some objects of a list; `nil` where they are none.
  ///
  /// The names are nearly the same in all, and at least half of them are labels.
  init?(rows: ArraySlice<Int>, _ tree: JSONTree) {
    var heads: [Int] = []
    var names: Set<ArraySlice<UInt8>> = []
    var values = 0
    var hasWords = false
    for value in rows.lazy.flatMap({ tree.children(of: $0) }) where tree.isCell(value) {
      values += 1
      if names.insert(tree.nameBytes(of: value)).inserted { heads.append(value) }
      hasWords = hasWords || tree.isWorded(value) && tree.isLabelled(value)
    }
    guard heads.count > 1, tree.areLabelled(heads), values * 3 >= heads.count * rows.count * 2
    else { return nil }
    layout = .rows(rows)
    self.heads = heads
    isSure = rows.count > 1 && hasWords && heads.contains(where: tree.isCalledByPeople)
  }

  /// The table that an object holds column by column; `nil` for any other object.
  ///
  /// A column is a list of plain values, or an object that calls them by their numbers as pandas does;
  /// all are of one length.
  init?(columns place: Int, _ tree: JSONTree) {
    let heads = tree.children(of: place)
    guard heads.count > 1, !tree.isPlain(heads[0]), tree.areLabelled(heads) else { return nil }
    let columns = heads.map { tree.children(of: $0) }
    let count = columns[0].count
    guard count > 1, columns.allSatisfy({ $0.count == count }),
      columns.joined().allSatisfy({ tree.isPlain($0) && tree.isNumbered($0) })
    else { return nil }
    layout = .columns
    self.heads = heads
    isSure =
      zip(heads, columns).contains { head, values in
        tree.isLabelled(head) && values.contains(where: tree.isWorded)
      } && heads.contains(where: tree.isCalledByPeople)
  }

  /// The objects from the first on that are rows of one table: at least half of the names in each are
  /// those of the first, and at least half of these are labels.
  static func rows(in objects: ArraySlice<Int>, _ tree: JSONTree) -> ArraySlice<Int> {
    guard let first = objects.first else { return [] }
    let members = tree.children(of: first)
    guard tree.areLabelled(members), isRecord(first, members, tree), tree.frame(of: first) == nil
    else { return [] }
    let names = Set(members.map(tree.nameBytes))
    return objects.prefix { object in
      guard object != first else { return true }
      let members = tree.children(of: object)
      let known = members.count { names.contains(tree.nameBytes(of: $0)) }
      return known * 2 >= members.count && isRecord(object, members, tree)
    }
  }

  /// Whether an object is a form, or a part of one: at least half of its plain values are called by
  /// labels.
  ///
  /// - Parameter isInForm: whether it lies in a form; it needs no words among its values then.
  static func isForm(_ place: Int, isInForm: Bool, _ tree: JSONTree) -> Bool {
    let values = tree.children(of: place).filter(tree.isPlain)
    return tree.areLabelled(values) && (isInForm || values.contains(where: tree.isWorded))
      && tree.frame(of: place) == nil
  }

  /// Whether an object holds what stands in the cells of a row: values for the most, and lists of such.
  ///
  /// One that tells of a text is none; what a reader of papers adds to a row, such as its page, does not
  /// make it one, nor does what a program calls by a name of its own.
  private static func isRecord(_ place: Int, _ members: [Int], _ tree: JSONTree) -> Bool {
    tree.nodes[place].kind == .object
      && members.allSatisfy { tree.isCell($0) || !tree.isLabelled($0) }
      && members.count { tree.isCell($0) && tree.nodes[$0].kind != .array } * 2 >= members.count
      && (members.contains(where: tree.isCalledByPeople)
        || !members.contains { RecordNames.ofTexts.contains(tree.name(of: $0)) })
  }
}

extension JSONTree {
  /// Whether a value is what may stand in a cell: a plain one, a list of them, or an object of what its
  /// reader says of one, the value among it.
  func isCell(_ place: Int) -> Bool {
    switch nodes[place].kind {
    case .array: children(of: place).allSatisfy(isPlain)
    case .object:
      children(of: place).allSatisfy { isPlain($0) && !isLabelled($0) }
        && GridCells.text(place, self).map { !$0.1.isEmpty } == true
    case .string, .number, .boolean, .null: true
    }
  }

  /// Whether a value is a string with a letter in it, or an object in which one may be.
  fileprivate func isWorded(_ place: Int) -> Bool {
    func hasLetter(_ text: some Sequence<UInt8>) -> Bool {
      text.contains { $0.isLetterASCII || $0 >= 0x80 }
    }
    switch nodes[place].kind {
    case .object: return GridCells.text(place, self).map { hasLetter($0.0.bytes) } ?? false
    case .string: return hasLetter(bytes[nodes[place].range])
    case .array, .number, .boolean, .null: return false
    }
  }

  /// Whether a value has no name, or a number for one.
  fileprivate func isNumbered(_ place: Int) -> Bool {
    bytes[nodes[place].key].allSatisfy { (0x30...0x39).contains($0) }
  }
}
