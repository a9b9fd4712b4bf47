internal import TieoutReconciliation
internal import TieoutRecords

/// Reads the files of one submission and ties it out.
///
/// The same bytes and options give the same submission, on any machine and any number of cores.
public func run(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Submission {
  var document = try Document(inputs, format: options.format)
  let (profile, score) = try options.choose(for: document)
  for stage in Registry.stages { stage.run(&document, profile) }
  var submission = Extractor.extract(document, profile, score: score)
  submission.catalogue = Registry.checks.map { $0.entry }
  Reconciler.reconcile(&submission, checks: Registry.checks)
  submission.closeLedger()
  return submission
}

extension Options {
  /// The profiles to choose from.
  private var candidates: [NamedProfile] {
    get throws(RunError) { if let profiles { profiles } else { try NamedProfile.builtIn.get() } }
  }

  /// The profile that matches a document best, the first of equals, and its score in hundredths.
  ///
  /// Where none that was not asked for matches, the papers are read by what repeats in them; where
  /// nothing does, by the profile that matches best all the same.
  func choose(for document: Document) throws(RunError) -> (Profile, Int) {
    if isGeneric {
      return (draft(of: document) ?? Profile.blank, 0)
    }
    var best: (profile: Profile, score: Int)?
    for candidate in try candidates {
      let score = ProfileMatcher.score(document, candidate.profile)
      if score > best?.score ?? -1 { best = (candidate.profile, score) }
    }
    guard let best else {
      throw RunError(zh: "没有可选的模板。", en: "There is no profile to choose from.")
    }
    if profiles == nil, best.score < ProfileMatcher.threshold,
      let draft = draft(of: document)
    {
      return (draft, 0)
    }
    return best
  }

  /// The profile that the papers themselves give; `nil` where they give none.
  private func draft(of document: Document) -> Profile? {
    (try? ProfileDrafter.profile(of: document, id: Self.genericID)) ?? nil
  }

  /// The identifier of the reading without a profile.
  static let genericID = "none"

  /// The hash of the YAML that a submission's profile was loaded from.
  public func profileHash(of submission: Submission) -> String {
    let known = try? candidates
    return known?.first { $0.profile.id == submission.profile.id }?.sha256 ?? ""
  }
}

extension Profile {
  /// A profile that knows nothing.
  fileprivate static var blank: Profile {
    var profile = Profile(id: Options.genericID, version: "1")
    profile.compile()
    return profile
  }
}
