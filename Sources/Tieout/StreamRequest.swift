internal import TieoutMarkup

/// One line of a stream: a submission to be tied out.
///
/// `{"name": "a.txt", "text": "…"}` or `{"name": "a.txt", "path": "papers/a.txt"}`, and where
/// wanted `"profile"`: a built-in one's identifier or a YAML file's path.
public struct StreamRequest: Sendable {
  /// Where the submission's bytes are.
  public enum Source: Hashable, Sendable {
    /// In the request.
    case text([UInt8])
    /// In a file.
    case path(String)
  }

  /// What outputs call the submission.
  public var name: String
  /// Where its bytes are, or why the request cannot be used.
  public var source: Result<Source, RunError>
  /// The profile to read it by; `nil` for the one that matches best.
  public var profile: String?

  /// Reads a line of JSON.
  public init(line: [UInt8]) {
    let tree = JSONTree(line)
    guard let root = tree.root, tree.nodes[root].kind == .object, tree.error == nil else {
      name = "stream"
      let place = tree.error?.offset ?? 0
      let reason = tree.error?.reason.rawValue ?? "it is no object"
      source = .failure(
        Self.complaint(
          zh: "第 \(place + 1) 个字节处不是 JSON 对象", en: "no JSON object, byte \(place + 1): \(reason)"))
      return
    }
    let path = tree.string(tree.member("path", of: root))
    name = tree.string(tree.member("name", of: root)) ?? path ?? "stream"
    profile = tree.string(tree.member("profile", of: root))
    if let text = tree.text(tree.member("text", of: root)) {
      source = .success(.text(text.bytes))
    } else if let path {
      source = .success(.path(path))
    } else {
      source = .failure(Self.complaint(zh: "缺少 text 或 path", en: "it has neither text nor path"))
    }
  }

  private static func complaint(zh: String, en: String) -> RunError {
    RunError(
      zh: "请求无法使用：\(zh)。每行应为 {\"name\": …, \"text\": …} 或 {\"name\": …, \"path\": …}。",
      en: "The request cannot be used: \(en). A line is {\"name\": …, \"text\": …} or "
        + "{\"name\": …, \"path\": …}.")
  }
}
