public import TieoutModel

/// What many submissions come to together; its size does not grow with their number, save by those
/// that could not be used.
public struct BatchSummary: Sendable {
  /// One submission among the worst.
  public struct Entry: Sendable {
    /// Its name.
    public var name: String
    /// The folder of its files, beside the summary.
    public var folder: String
    /// What it came to.
    public var tally: ReportTally
  }

  /// One submission that could not be used.
  public struct Unusable: Sendable {
    /// Its name.
    public var name: String
    /// Why.
    public var message: Message
  }

  /// How many of the worst are named.
  public static let worstCount = 20

  /// How many submissions ended with each exit code.
  public private(set) var exits: [Int: Int] = [:]
  /// The sum of all tallies; its exit is the command's.
  public private(set) var total = ReportTally()
  /// The submissions with the most and gravest findings, the worst first.
  public private(set) var worst: [Entry] = []
  /// Those that could not be used, in order.
  public private(set) var unusable: [Unusable] = []

  /// Creates the summary of nothing.
  public init() {}

  /// How many submissions there are.
  public var documents: Int { exits.values.reduce(0, +) }

  /// Adds a submission that was tied out and whose files are in a folder.
  public mutating func add(_ name: String, folder: String, _ tally: ReportTally) {
    exits[tally[.exit], default: 0] += 1
    for part in ReportTally.Part.allCases where part != .exit { total[part] += tally[part] }
    total.scalars += tally.scalars
    total.checks.merge(tally.checks, uniquingKeysWith: +)
    guard Self.weight(tally) != [0, 0, 0, 0, 0] else { return }
    let entry = Entry(name: name, folder: folder, tally: tally)
    let place = worst.firstIndex { Self.isWorse(entry, $0) } ?? worst.count
    worst.insert(entry, at: place)
    if worst.count > Self.worstCount { worst.removeLast() }
  }

  /// Adds a submission that could not be used.
  public mutating func add(_ name: String, unusable message: Message, exit: Int) {
    exits[exit, default: 0] += 1
    unusable.append(Unusable(name: name, message: message))
  }

  /// Notes what the command ends with.
  public mutating func end(exit: Int) { total[.exit] = exit }

  /// What makes one submission worse than another, the gravest first.
  private static func weight(_ tally: ReportTally) -> [Int] {
    [tally[.error], tally[.warning], tally[.open], tally[.review], tally[.unplaced]]
  }

  /// Whether one is worse; of equals the one that came first is.
  private static func isWorse(_ left: Entry, _ right: Entry) -> Bool {
    weight(right.tally).lexicographicallyPrecedes(weight(left.tally))
  }
}
