/// Reads one format.
///
/// A throw means: these bytes are not this format. Bad content is never thrown for; it becomes a
/// remark of the document.
public protocol Reader: Sendable {
  /// The format's name, as `--from` takes it.
  static var format: String { get }
  /// What the format is, in one sentence.
  static var summary: Message { get }
  /// Why these bytes are this format; `nil` where they are not.
  static func recognise(_ bytes: [UInt8], name: String) -> String?
  /// Adds one input to a document.
  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError)
}

/// These bytes are not the format that they were read as.
public struct ReadError: Error, Hashable, Sendable {
  /// What is wrong and what would help.
  public var message: Message
  /// The offset of the first offending byte, where there is one.
  public var offset: Int?

  /// Creates an error.
  public init(_ message: Message, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}

/// One improvement of a document: a pure function that cannot fail and, run twice, changes nothing.
public protocol Stage: Sendable {
  /// Its name in traces: `clean`, `label-cells`.
  static var name: String { get }
  /// Improves the document.
  static func run(_ document: inout Document, _ profile: Profile)
  /// Keeps with a profile what the stage works out of it alone, where many documents are read by it.
  static func prepare(_ profile: inout Profile)
}

extension Stage {
  /// Keeps nothing: the stage takes a profile as it is.
  public static func prepare(_ profile: inout Profile) {}
}

/// One entry of the check catalogue.
public protocol Check: Sendable {
  /// What the entry is: id, name, words for people.
  static var entry: CatalogueEntry { get }
  /// The entry's identifier and no other, which is asked for more often than the rest of it.
  static var id: String { get }
  /// Executes it and reports what somebody must see.
  static func run(_ submission: Submission, _ report: inout CheckReport)
  /// Executes it with what the checks of one run share, so that each thing is read once.
  static func run(
    _ submission: Submission, sharing shared: AnyObject, _ report: inout CheckReport)
}

extension Check {
  /// The entry's identifier; the entry, which is large, is not copied for it.
  @inlinable public static var id: String { entry.id }

  /// Executes it without anything shared.
  public static func run(
    _ submission: Submission, sharing shared: AnyObject, _ report: inout CheckReport
  ) {
    run(submission, &report)
  }
}

/// What the catalogue says about a check.
public struct CatalogueEntry: Hashable, Sendable {
  /// The identifier: `AG02`.
  public var id: String
  /// The name: `agree-inside-the-record`.
  public var name: String
  /// What it verifies, for people.
  public var title: Message
  /// What people read about it; a test demands it of every registered check.
  public var manual: CheckManual?

  /// Creates an entry.
  public init(id: String, name: String, title: Message, manual: CheckManual? = nil) {
    self.id = id
    self.name = name
    self.title = title
    self.manual = manual
  }
}

/// What checks hand over: findings and counts.
public struct CheckReport: Hashable, Sendable {
  /// What somebody must see.
  public private(set) var findings: [Finding] = []
  /// How the executions ended.
  public private(set) var tally = Tally()
  /// What an auditor would tick, where that is asked for.
  public private(set) var ticks: [Tick] = []
  private let isTicking: Bool

  /// Creates an empty report; it keeps ticks only where somebody wants them.
  public init(isTicking: Bool = false) {
    self.isTicking = isTicking
    // What a paper of forty forms has; growing to it would move every finding several times.
    findings.reserveCapacity(192)
  }

  /// Hands over the findings; the report keeps none.
  public mutating func take() -> [Finding] {
    var taken: [Finding] = []
    swap(&taken, &findings)
    return taken
  }

  /// Counts an execution that nobody needs to see.
  public mutating func pass(_ verdict: Verdict = .exact) { tally.count(verdict) }

  /// Counts an execution in which figures agree; `tick` is made only where ticks are asked for.
  public mutating func pass(_ verdict: Verdict = .exact, tick: @autoclosure () -> Tick) {
    tally.count(verdict)
    if isTicking { ticks.append(tick()) }
  }

  /// Counts so many executions in which all was as it should be.
  public mutating func pass(times: Int) { tally.exact += times }

  /// Counts an execution and reports it.
  public mutating func report(_ finding: consuming Finding) {
    tally.count(finding.verdict)
    findings.append(finding)
  }
}
