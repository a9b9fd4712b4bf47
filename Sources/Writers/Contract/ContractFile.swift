internal import TieoutMarkup

/// Which of the JSON files a text is, by the keys of its outermost object.
public enum ContractFile: Hashable, Sendable {
  /// `submission.json`, and whatever is none of the others.
  case submission
  /// `findings.json`.
  case findings
  /// `trace.json`, of which the contract says nothing.
  case trace
  /// `manifest.json`, of which the contract says nothing.
  case manifest
  /// What `convert` writes, of which the contract says nothing.
  case document

  /// Recognises a file; of text that is no JSON, what stands before the fault decides.
  public init(json: [UInt8]) {
    let keys = Self.keys(of: json)
    if keys.contains("findings") {
      let others = ContractShape.submission.keys.subtracting(ContractShape.findings.keys)
      self = keys.isDisjoint(with: others) ? .findings : .submission
    } else if keys.contains("files") {
      self = .manifest
    } else if keys.contains("edits") {
      self = .trace
    } else if keys.contains("blocks") {
      self = .document
    } else {
      self = .submission
    }
  }

  /// The keys of the outermost object.
  private static func keys(of json: [UInt8]) -> Set<String> {
    var cursor = JSONCursor(json)
    var keys: Set<String> = []
    do throws(JSONError) {
      guard try cursor.next().kind == .objectStart else { return keys }
      while true {
        let key = try cursor.next()
        if key.kind == .objectEnd { break }
        keys.insert(cursor.string(key))
        let value = try cursor.next()
        if value.kind == .objectStart || value.kind == .arrayStart {
          try cursor.skip(toDepth: cursor.depth - 1)
        }
      }
    } catch {
      // The validator tells what is wrong.
    }
    return keys
  }
}

extension ContractShape {
  /// The keys that an object of this shape may have.
  fileprivate var keys: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.map(\.name))
  }
}
