public import TieoutModel

/// Renders a cleaned and rebuilt document as it stands, without records.
public protocol DocumentWriter: Sendable {
  /// The format's name, as `convert --to` takes it.
  static var format: String { get }
  /// What it is, in one sentence.
  static var summary: Message { get }
  /// Appends the rendering.
  static func write(_ document: Document, into output: inout [UInt8])
}
