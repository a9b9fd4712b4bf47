internal import TieoutModel

extension Location {
  /// The confidence as a decimal: `0.93`; `nil` where the engine does not say.
  var share: String? {
    guard let confidence else { return nil }
    if confidence >= 100 { return "1.00" }
    return confidence < 10 ? "0.0\(confidence)" : "0.\(confidence)"
  }
}
