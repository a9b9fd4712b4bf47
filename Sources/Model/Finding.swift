/// How two sides of a check compare.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// The decimals are equal.
  case exact
  /// Unequal, but within the precision of the column.
  case rounded
  /// Only within the printed precision.
  case coarse
  /// Unequal however they are read.
  case broken
  /// Not decided: a part is missing, unreadable or of unknown unit.
  case open
}

/// How much a finding matters.
public enum Severity: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Good to know.
  case note
  /// A person should look.
  case review
  /// Probably wrong.
  case warning
  /// Wrong.
  case error

  /// The name in outputs.
  public var name: String {
    switch self {
    case .note: "note"
    case .review: "review"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Orders by weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// Who made the discrepancy.
public enum Attribution: String, Hashable, Sendable, CaseIterable {
  /// The recognition of the paper.
  case ocr
  /// The paper.
  case source
  /// Nobody can tell from here.
  case undetermined
}

/// A pattern in which two numbers differ.
public enum Diagnosis: String, Hashable, Sendable, CaseIterable {
  /// Two neighbouring digits are swapped.
  case transposition
  /// The same digits, moved by a place.
  case slide
  /// A zero more or less.
  case zero = "dropped-or-added-zero"
  /// Exactly one digit differs.
  case oneDigit = "one-digit"
  /// One digit differs, and the two look alike.
  case lookAlike = "look-alike-digit"
  /// Cut off where it should have been rounded.
  case truncation
  /// A power of ten that is a step between units.
  case unitSlip = "unit-slip"
}

/// What a finding or a value is about: a record and a path inside it.
public struct Subject: Hashable, Sendable {
  /// The record's identifier.
  public var record: String
  /// The field inside it: `total`, `indicators[3].target`.
  public var field: String?

  /// Creates a subject.
  public init(record: String, field: String? = nil) {
    self.record = record
    self.field = field
  }
}

/// One outcome of a check that somebody must see.
public struct Finding: Hashable, Sendable {
  /// One figure or text of a finding, with its place.
  public struct Evidence: Hashable, Sendable {
    /// What it is in the comparison: `total`, `bound`, `target`, `addend`.
    public var role: String
    /// Where it belongs.
    public var subject: Subject
    /// The characters it was read from; empty for a computed value.
    public var printed: Slice
    /// Its value as text.
    public var value: String
    /// Its unit; empty for none.
    public var unit: String

    /// Creates a figure.
    public init(
      role: String, subject: Subject, printed: Slice, value: String, unit: String = ""
    ) {
      self.role = role
      self.subject = subject
      self.printed = printed
      self.value = value
      self.unit = unit
    }
  }

  /// A closed interval, as text.
  public struct Interval: Hashable, Sendable {
    /// What it is the reading of: the role of a value.
    public var role: String
    /// The least value.
    public var low: String
    /// The greatest value.
    public var high: String

    /// Creates an interval.
    public init(role: String, low: String, high: String) {
      self.role = role
      self.low = low
      self.high = high
    }
  }

  /// The catalogue entry.
  public var check: String
  /// How much it matters.
  public var severity: Severity
  /// How the sides compare.
  public var verdict: Verdict
  /// Who made it.
  public var attribution: Attribution
  /// What it is about.
  public var subject: Subject
  /// All records that it touches, the subject's first.
  public var records: [String]
  /// What it says.
  public var message: Message
  /// The figures on each side.
  public var values: [Evidence]
  /// What follows from its figures; nothing or one.
  ///
  /// Apart, since few findings have any of it, and each of them is moved and copied often.
  @usableFromInline
  var conclusions: [Conclusion]
  /// What it explains: identifiers of repairs (`r3`) and of findings (`f12`).
  public var related: [String]
  /// What it is about in its fingerprint: mostly its subject.
  let identity: Subject
  /// The role of that, the last part of its fingerprint.
  let role: String
  /// Its fingerprint, once its record has a name; `nil` before that, since few would ask for it.
  ///
  /// Who goes over many findings reads it in place; to ask for `fingerprint` copies the finding.
  public private(set) var name: String?
  /// The place in `Submission.decisions` of the decision on it; `nil` where there is none.
  public var decision: Int?

  /// Creates a finding.
  ///
  /// Its fingerprint follows from the check, the subject and the role of the subject's value, or
  /// from the `identity` that is given instead of subject and role.
  public init(
    check: String, severity: Severity, verdict: Verdict, attribution: Attribution = .undetermined,
    subject: Subject, records: [String] = [], message: Message, values: [Evidence] = [],
    related: [String] = [], identity: (subject: Subject, role: String)? = nil
  ) {
    self.identity = identity?.subject ?? subject
    role = identity?.role ?? values.first { $0.subject == subject }?.role ?? ""
    let records = records.isEmpty ? [subject.record] : records
    self.check = check
    self.severity = severity
    self.verdict = verdict
    self.attribution = attribution
    self.subject = subject
    self.records = records
    self.message = message
    self.values = values
    self.related = related
    conclusions = []
    decision = nil
  }

  /// What stays the same when the paper is recognised anew: check, record, field and role.
  public var fingerprint: String {
    get {
      if let name { return name }
      var text = TextBuffer(room: 96)
      appendFingerprint(identity.record, to: &text)
      return text.string
    }
    set { name = newValue }
  }

  /// Keeps its fingerprint, its record called so; the text is overwritten.
  mutating func setFingerprint(
    _ kind: String, _ record: String, through text: inout TextBuffer
  ) {
    text.clear()
    appendFingerprint(kind, record, to: &text)
    name = text.string
  }

  /// Puts its fingerprint behind a text, its record called so.
  func appendFingerprint(_ kind: String, _ record: String = "", to text: inout TextBuffer) {
    text.append(check)
    text.append(literal: ":")
    text.append(kind)
    text.append(record)
    text.append(literal: ":")
    if let field = identity.field { text.append(field) }
    text.append(literal: ":")
    text.append(role)
  }

  /// Whether both say the same of the same.
  public static func == (left: Finding, right: Finding) -> Bool {
    left.fingerprint == right.fingerprint && left.verdict == right.verdict
      && left.severity == right.severity && left.message == right.message
      && left.values == right.values && left.related == right.related
  }

  /// Hashes the fingerprint.
  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

/// How many executions ended in each verdict.
public struct Tally: Hashable, Sendable {
  /// Executions that ended in `exact`.
  public var exact = 0
  /// Executions that ended in `rounded`.
  public var rounded = 0
  /// Executions that ended in `coarse`.
  public var coarse = 0
  /// Executions that ended in `broken`.
  public var broken = 0
  /// Executions that ended in `open`.
  public var open = 0

  /// Creates an empty tally.
  public init() {}

  /// Counts one execution.
  public mutating func count(_ verdict: Verdict) { add(1, verdict) }

  /// Takes back an execution that another finding turns out to speak of.
  public mutating func uncount(_ verdict: Verdict) { add(-1, verdict) }

  /// The executions that were counted since an earlier state.
  public func since(_ earlier: Tally) -> Tally {
    var counted = self
    for verdict in Verdict.allCases { counted.add(-earlier[verdict], verdict) }
    return counted
  }

  /// Executions that ended in a verdict.
  public subscript(verdict: Verdict) -> Int {
    switch verdict {
    case .exact: exact
    case .rounded: rounded
    case .coarse: coarse
    case .broken: broken
    case .open: open
    }
  }

  private mutating func add(_ number: Int, _ verdict: Verdict) {
    switch verdict {
    case .exact: exact += number
    case .rounded: rounded += number
    case .coarse: coarse += number
    case .broken: broken += number
    case .open: open += number
    }
  }
}
