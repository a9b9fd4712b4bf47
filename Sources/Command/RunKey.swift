internal import Tieout

/// The name of everything that the files of a submission depend on.
///
/// Equal keys mean equal files: what a batch has done before it need not do again.
struct RunKey {
  private var settings: String

  /// Takes what all submissions of a command share.
  init(
    options: Options, threshold: Threshold, writing: WritingOptions, language: Language?,
    writers: [any Writer.Type]
  ) {
    let profiles = options.profileHashes.joined(separator: ",")
    let language = language.map { $0 == .chinese ? "zh" : "en" } ?? ""
    settings = [
      Generator.version, profiles, options.format ?? "", threshold.rawValue, language,
      options.thresholds.description, options.baseline?.sha256 ?? "",
      writing.compact ? "compact" : "", writing.pretty ? "pretty" : "",
      writers.map { $0.fileName }.joined(separator: ","),
    ].joined(separator: "\n")
  }

  /// The same with what was decided on a submission.
  func with(_ decisions: [Decision]) -> RunKey {
    if decisions.isEmpty { return self }
    var key = self
    key.settings += "\n" + sha256(DecisionLog.lines(decisions).span)
    return key
  }

  /// The key of one submission: the names and hashes of its inputs beside the settings.
  func key(_ inputs: [(name: String, sha256: String)]) -> String {
    let text = settings + inputs.map { "\n\($0.sha256) \($0.name)" }.joined()
    return sha256(text.utf8Span.span)
  }
}
