public import Foundation

/// The files of the repository that tests read.
public enum Repository {
  /// The folder that holds Package.swift.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bytes of a file of the corpus: `d1/vlm-n0.txt`.
  public static func corpus(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: root.appending(path: "Corpus/\(path)")))
  }

  /// The corpus files with a suffix, as paths below `Corpus`, in order.
  public static func corpusFiles(_ suffix: String) -> [String] {
    let folder = root.appending(path: "Corpus")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted()
  }
}
