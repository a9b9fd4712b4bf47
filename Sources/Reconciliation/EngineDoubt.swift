internal import TieoutModel

/// Weighs what an engine says about its own sureness: a value that it was hardly sure of is no
/// evidence against the paper.
enum EngineDoubt {
  /// Under so many hundredths an engine was hardly sure.
  private static let least = 80

  /// Leaves open who made a discrepancy where a value of it was read with doubt, and blames
  /// recognition for a token that is no number and was.
  static func weigh(_ submission: inout Submission) {
    let document = submission.document
    guard document.sources.contains(where: { $0.file?.marks.isEmpty == false }) else { return }
    for place in submission.findings.indices {
      let doubts = submission.findings[place].values.compactMap {
        document.location(of: $0.printed).confidence
      }
      guard let doubt = doubts.min(), doubt < least else { continue }
      if submission.findings[place].check == ImplausibleToken.entry.id {
        submission.findings[place].attribution = .ocr
        submission.findings[place].message.zh += "识别引擎的置信度为 \(doubt)%。"
        submission.findings[place].message.en += " The engine was sure to \(doubt)%."
      } else if submission.findings[place].attribution == .source {
        submission.findings[place].attribution = .undetermined
      }
    }
  }
}
