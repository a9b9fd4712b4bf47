internal import TieoutModel

extension [UInt8] {
  /// A line without what counts it as an attachment: `附件2：`.
  func withoutAttachment(_ line: Slice) -> Slice {
    guard let colon = colon(in: line.range.prefix(Self.longestAttachment)),
      Self.attachments.contains(where: { self[line.range].starts(with: $0) })
    else { return line }
    return Slice(colon.upperBound..<line.range.upperBound).trimmed(in: self)
  }

  private static let longestAttachment = 24
  private static let attachments = ["附件", "附表", "Annex ", "Appendix "].map { Array($0.utf8) }
}
