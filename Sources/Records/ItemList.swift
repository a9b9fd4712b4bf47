internal import TieoutModel

/// The items of a group while they are read: the fields of all of them stand in one array, of which
/// each item gets its part.
///
/// Its buffers serve one group after the other.
struct ItemList {
  /// The fields of all items, and behind them those of the one that is being read.
  var fields: [Field] = []
  /// The characters of each item, and where its fields end.
  private var ends: [(at: Slice, end: Int)] = []

  /// Whether it has no item.
  var isEmpty: Bool { ends.isEmpty }

  /// Where the fields of the item that is being read begin.
  var begin: Int { ends.last?.end ?? 0 }

  /// Ends the item that is being read.
  mutating func close(at slice: Slice) { ends.append((slice, fields.count)) }

  /// Drops what was read since the last item.
  mutating func drop() { fields.removeSubrange(begin...) }

  /// Forgets all items.
  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// The items, in an array that has room for no more: records are kept.
  var items: [Record.Item] {
    let all = fields.fitted
    let ends = ends.span
    return Array(capacity: ends.count) { items in
      var start = 0
      for item in ends.indices {
        items.append(Record.Item(at: ends[item].at, fields: all[start..<ends[item].end]))
        start = ends[item].end
      }
    }
  }
}

extension [Field] {
  /// The same in an array that has room for no more.
  var fitted: [Field] {
    var fitted: [Field] = []
    fitted.reserveCapacity(count)
    fitted += self
    return fitted
  }
}
