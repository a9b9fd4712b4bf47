/// What somebody may fill into a cell.
enum EntryRule {
  /// One of some words.
  case words([String])
  /// A number that is not negative.
  case amount
  /// A day.
  case date

  /// The rule's kind, as the file says it.
  var type: String {
    switch self {
    case .words: #"type="list""#
    case .amount: #"type="decimal" operator="greaterThanOrEqual""#
    case .date: #"type="date" operator="greaterThanOrEqual""#
    }
  }

  /// What the entry is compared with.
  var formula: String {
    switch self {
    case .words(let words): "\"" + words.joined(separator: ",") + "\""
    case .amount: "0"
    // The first day that spreadsheets count.
    case .date: "1"
    }
  }
}
