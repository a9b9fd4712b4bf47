public import Foundation

/// Files of cases that people read: one case a line, or one document a file.
public enum CaseFile {
  /// The files of a folder beside a test, in order.
  public static func files(_ folder: String, beside source: String = #filePath) -> [URL] {
    let url = URL(filePath: source).deletingLastPathComponent().appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().map { url.appending(path: $0) }
  }

  /// The lines of a file, comments and blank lines left out, `<U+00A0>` read as that character.
  public static func lines(_ url: URL) throws -> [String] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map(String.init).filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
      .map(unescaped)
  }

  private static func unescaped(_ line: String) -> String {
    var text = ""
    var rest = Substring(line)
    while let start = rest.range(of: "<U+") {
      guard let end = rest[start.upperBound...].firstIndex(of: ">"),
        let value = UInt32(rest[start.upperBound..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      else { break }
      text += rest[..<start.lowerBound]
      text.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
