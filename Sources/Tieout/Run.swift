internal import TieoutReconciliation
internal import TieoutRecords

/// Reads the files of one submission and ties it out.
///
/// The same bytes and options give the same submission, on any machine and any number of cores.
public func run(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Submission {
  var document = try Document(inputs, format: options.format)
  var (profile, score) = try options.choose(for: document)
  profile.thresholds = profile.thresholds.overridden(by: options.thresholds)
  let decisions = options.decisions.lastWords
  // As long as a decision turns a repair round the papers are read again; most have none.
  for _ in 0..<(decisions.isEmpty ? 0 : 3) {
    let submission = try tieOut(document, profile, score, decisions, options)
    let overruled = submission.overruled()
    if overruled.isEmpty { return submission }
    document.overruled += overruled
  }
  return try tieOut(document, profile, score, decisions, options)
}

/// Ties out a document that has been read.
private func tieOut(
  _ document: consuming Document, _ profile: Profile, _ score: Int, _ decisions: [Decision],
  _ options: Options
) throws(RunError) -> Submission {
  for stage in Registry.stages {
    try options.goOn()
    stage.run(&document, profile)
  }
  try options.goOn()
  var submission = Extractor.extract(document, profile, score: score)
  try options.goOn()
  submission.catalogue = Registry.catalogue
  submission.decisions = decisions
  Reconciler.reconcile(
    &submission, checks: Registry.checks, isTicking: options.isTicking)
  submission.closeLedger()
  if let baseline = options.baseline { submission.compare(with: baseline) }
  return submission
}

extension Options {
  /// The profiles to choose from.
  private var candidates: [NamedProfile] {
    get throws(RunError) { if let profiles { profiles } else { try NamedProfile.builtIn.get() } }
  }

  /// The profile that matches a document best, the first of equals, and its score in hundredths.
  func choose(for document: Document) throws(RunError) -> (Profile, Int) {
    var best: (profile: Profile, score: Int)?
    for candidate in try candidates {
      let score = ProfileMatcher.score(document, candidate.profile)
      if score > best?.score ?? -1 { best = (candidate.profile, score) }
    }
    guard let best else {
      throw RunError(zh: "没有可选的模板。", en: "There is no profile to choose from.")
    }
    return best
  }

  /// The hashes of the profiles to choose from, in their order.
  public var profileHashes: [String] { (try? candidates)?.map(\.sha256) ?? [] }

  /// The hash of the YAML that a submission's profile was loaded from.
  public func profileHash(of submission: Submission) -> String {
    let known = try? candidates
    return known?.first { $0.profile.id == submission.profile.id }?.sha256 ?? ""
  }
}
