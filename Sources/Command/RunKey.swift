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
      "\(options.thresholds)", "\(options.isTicking)", writing.compact ? "compact" : "",
      writing.pretty ? "pretty" : "", writing.bom ? "bom" : "",
      writers.map { $0.fileName }.joined(separator: ","),
      options.baseline.map { "\($0)" } ?? "",
      options.redacted.map(\.rawValue).joined(separator: ","),
    ].joined(separator: "\n")
  }

  /// The key of a submission that has not been read yet.
  func key(_ inputs: [Input], _ decisions: [Decision]) -> String {
    key(inputs.map { ($0.name, sha256($0.bytes.span)) }, decisions)
  }

  /// The key of a submission that has been read.
  func key(_ sources: [Document.Source], _ decisions: [Decision]) -> String {
    key(sources.map { ($0.name, $0.sha256) }, decisions)
  }

  private func key(_ inputs: [(name: String, sha256: String)], _ decisions: [Decision]) -> String {
    var text = settings + inputs.map { "\n\($0.sha256) \($0.name)" }.joined()
    if !decisions.isEmpty { text += "\n" + sha256(DecisionLog.lines(decisions).span) }
    return sha256(text.utf8Span.span)
  }
}
