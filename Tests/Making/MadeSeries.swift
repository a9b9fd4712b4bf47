internal import Tieout

/// Made documents, numbered: each number gives the same document again.
package struct MadeSeries: Sendable {
  /// How many there are.
  package let documents: Int
  private let projects: Int
  private let seed: UInt64

  /// Describes so many documents of so many projects each.
  package init(documents: Int, projects: Int, seed: UInt64) {
    self.documents = documents
    self.projects = projects
    self.seed = seed
  }

  /// The seed of a document.
  func seed(of document: Int) -> UInt64 { seed &+ UInt64(document) }

  /// A document in which everything agrees.
  func clean(_ document: Int) -> MadeSubmission {
    Author.submission(projects: projects, seed: seed(of: document))
  }

  /// Random numbers for what is done to a document; others than it was made of.
  func random(for document: Int) -> SplitMix { SplitMix(seed: ~seed(of: document)) }

  /// Ties lines out.
  static func submission(_ lines: [String]) throws -> Submission {
    let bytes = [UInt8](lines.joined(separator: "\n").utf8)
    return try Tieout.run([Input(name: "made.txt", bytes: bytes)])
  }
}
