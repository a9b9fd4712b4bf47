/// One file of a submission: its name and its bytes.
public struct Input: Hashable, Sendable {
  /// The name that reports use, without a folder.
  public var name: String
  /// What an OCR engine wrote.
  public var bytes: [UInt8]

  /// Creates an input.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
