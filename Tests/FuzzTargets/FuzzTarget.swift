/// A part of the program that takes bytes from outside, and what must hold whatever they are.
package struct FuzzTarget: Sendable {
  /// The target's name: that of a format, or of another part.
  package let name: String
  private let body: @Sendable ([UInt8]) throws -> Void

  init(_ name: String, _ body: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.body = body
  }

  /// What a target's part did wrong.
  struct Fault: Error { var words: String }

  /// Gives bytes to the part; what it did wrong, or `nil`.
  package func complaint(_ bytes: [UInt8]) -> String? {
    do {
      try body(bytes)
      return nil
    } catch let fault as Fault {
      return "\(name): \(fault.words)"
    } catch {
      // Bytes may be refused.
      return nil
    }
  }

  /// All targets: the readers first.
  package static let all: [FuzzTarget] = readers + parts
}

/// Ends a target with a complaint where something does not hold.
func hold(_ condition: Bool, _ words: String) throws {
  if !condition { throw FuzzTarget.Fault(words: words) }
}
