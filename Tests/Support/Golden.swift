import Foundation
public import Testing

/// Compares text with a recorded file; `UPDATE_GOLDEN=1` records it anew.
public func expectGolden(
  _ actual: String, _ file: String, beside source: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: source).deletingLastPathComponent().appending(path: file)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: url, atomically: true, encoding: .utf8)
  }
  let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  #expect(
    actual == recorded, "\(file) differs; UPDATE_GOLDEN=1 accepts the change",
    sourceLocation: sourceLocation)
}
