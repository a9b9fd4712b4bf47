/// Numbers for the names of records and of their organisations: equal ones are one name, whatever
/// their widths, spaces and signs.
struct RecordNames {
  /// What tells a record from others.
  struct Key {
    /// The name, prefixes that do not distinguish left out.
    var name: UInt64
    /// The name with its prefix.
    var whole: UInt64
    /// The organisation; `nil` where none is named.
    var organisation: UInt64?
  }

  /// One key a record; `nil` where it has no name.
  let keys: [Key?]

  /// Takes the names of records over from their linking.
  init(_ entries: [LinkSide.Entry]) {
    keys = entries.map { entry in
      guard let name = entry.name.map(UInt64.init) else { return nil }
      return Key(
        name: name, whole: name << 32 | UInt64(entry.prefix),
        // No group of aliases has such a number.
        organisation: entry.organisation.map { 1 << 32 | UInt64($0) })
    }
  }
}
