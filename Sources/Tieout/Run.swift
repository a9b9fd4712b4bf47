internal import TieoutReaders
internal import TieoutReconciliation
internal import TieoutRecords

/// Reads the files of one submission and ties it out.
///
/// The same bytes and options give the same submission, on any machine and any number of cores.
/// Where no profile was asked for and the one that matches ties nothing, leaves most of the text or
/// reads hardly an amount to compare, the papers are read by what repeats in them, if that ties as
/// much and leaves less or compares more, or reads anything where the profile reads nothing.
public func run(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Submission {
  let options = options.starting()
  var submission = try bestReading(inputs, options)
  submission.redact(options.redacted)
  return submission
}

/// The reading by the profile that matches, or by what repeats in the papers if that is better.
private func bestReading(
  _ inputs: [Input], _ options: Options
) throws(RunError) -> Submission {
  let submission = try tieOut(inputs, options)
  guard options.profiles == nil, !submission.profile.isGeneric else { return submission }
  let outcome = Outcome(submission)
  guard outcome.isPoor else { return submission }
  var generic = options
  generic.isGeneric = true
  var other = try tieOut(inputs, generic)
  guard let reason = outcome.reason(for: Outcome(other), insteadOf: submission.profile.id)
  else { return submission }
  other.document.remarks.append(Document.Remark(reason, at: Slice(0..<0)))
  return other
}

extension Submission {
  /// Whether half of the rows or of the forms are paired; where there are none of one, nothing can be.
  fileprivate var tiesMost: Bool {
    links.count * 2 >= min(summary.rows.count, details.count)
  }
}

private func tieOut(_ inputs: [Input], _ options: Options) throws(RunError) -> Submission {
  let document = try Document(inputs, options)
  try options.begin("profile")
  var choice = try options.choose(for: document)
  choice.profile.thresholds = choice.profile.thresholds.overridden(by: options.thresholds)
  if let tables = choice.tables {
    // Tables of which little ties were put together wrongly.
    let submission = try tieOut(tables, choice.profile, choice.score, options)
    if submission.tiesMost { return submission }
  }
  return try tieOut(consume document, choice.profile, choice.score, options)
}

/// Ties out a document that has been read, as reviewers decided.
private func tieOut(
  _ document: consuming Document, _ profile: Profile, _ score: Int, _ options: Options
) throws(RunError) -> Submission {
  let decisions = options.decisions.lastWords
  // As long as a decision turns a repair round the papers are read again; most have none.
  for _ in 0..<(decisions.isEmpty ? 0 : 3) {
    let submission = try tieOut(copy document, profile, score, decisions, options)
    let overruled = submission.overruled()
    if overruled.isEmpty { return submission }
    document.overruled += overruled
  }
  return try tieOut(consume document, profile, score, decisions, options)
}

/// Ties out a document that has been read.
private func tieOut(
  _ document: consuming Document, _ profile: Profile, _ score: Int, _ decisions: [Decision],
  _ options: Options
) throws(RunError) -> Submission {
  for stage in Registry.stages {
    try options.begin(stage.name)
    stage.run(&document, profile)
  }
  try options.begin("extract")
  var submission = Extractor.extract(document, profile, score: score)
  if !options.keepsCells { submission.document.keepLabels() }
  try options.begin("reconcile")
  submission.catalogue = Registry.catalogue
  submission.decisions = decisions
  Reconciler.reconcile(
    &submission, checks: Registry.checks, isTicking: options.isTicking
  ) { options.isOver }
  try options.begin("ledger")
  if let damage = options.damage {
    damage(&submission)
    submission.closeLedger()
  }
  let totals = submission.ledgerTotals()
  guard totals.balances else { throw .unbalanced(totals) }
  if let baseline = options.baseline { submission.compare(with: baseline) }
  return submission
}

/// The profile that papers are read by.
struct Choice {
  var profile: Profile
  /// How well it matches, in hundredths.
  var score = 0
  /// The papers with the tables that it finds in their lines; `nil` where their cells do not stand in
  /// lines.
  var tables: Document?

  init(_ profile: Profile, for document: Document) {
    self.profile = profile
    tables = ListedPaper.tables(of: document, profile)
  }
}

extension Options {
  /// The score from which no other profile is tried.
  private static let sure = 75

  /// The profile that matches a document best, the first of equals.
  ///
  /// Where none matches and none was asked for, the papers are read by what repeats in them; where
  /// nothing does, by the profile that matches best all the same.
  func choose(for document: Document) throws(RunError) -> Choice {
    if ListedPaper.isOne(document) { try begin("tables") }
    if isGeneric { return Choice(draft(of: document) ?? Profile.blank, for: document) }
    var best: Choice?
    func weigh(_ candidates: [NamedProfile]) {
      for candidate in candidates {
        // Labels of a listed paper stand among its words.
        var choice = Choice(candidate.profile, for: document)
        choice.score = ProfileMatcher.score(choice.tables ?? document, candidate.profile)
        if choice.score > best?.score ?? -1 { best = choice }
      }
    }
    if let profiles {
      weigh(profiles)
    } else {
      weigh(try NamedProfile.preferred.get())
      if best?.score ?? 0 < Self.sure { weigh(try NamedProfile.others.get()) }
    }
    guard let best else {
      throw RunError(zh: "没有可选的模板。", en: "There is no profile to choose from.")
    }
    if profiles == nil, best.score < ProfileMatcher.threshold,
      !ProfileMatcher.hasTitle(document, best.profile), let draft = draft(of: document)
    {
      return Choice(draft, for: document)
    }
    return best
  }

  /// The hashes of the profiles to choose from, in their order; of all built-in ones and what they
  /// include where none was asked for.
  public var profileHashes: [String] {
    if isGeneric { return [Profile.genericID] }
    if let profiles { return profiles.map(\.sha256) }
    return (BuiltInProfiles.ids + BuiltInProfiles.parts).compactMap {
      BuiltInProfiles.source($0).map { sha256($0.span) }
    }
  }

  /// The profile that the papers themselves give; `nil` where they give none.
  private func draft(of document: Document) -> Profile? {
    (try? ProfileDrafter.profile(of: document, id: Profile.genericID)) ?? nil
  }

  /// The hash of the YAML that a submission's profile was loaded from; empty where it has none.
  public func profileHash(of submission: Submission) -> String {
    let id = submission.profile.id
    let known =
      profiles ?? ((try? NamedProfile.preferred.get()) ?? [])
      + (id == Registry.profiles.first ? [] : (try? NamedProfile.others.get()) ?? [])
    return known.first { $0.profile.id == id }?.sha256 ?? ""
  }
}

extension Profile {
  /// A profile that knows nothing.
  static var blank: Profile {
    var profile = Profile(id: Profile.genericID, version: "1")
    profile.compile()
    return profile
  }
}
