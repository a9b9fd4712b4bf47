internal import Synchronization

/// Results that come in any order and are handed on in theirs.
final class InOrder<Result: Sendable>: Sendable {
  private struct State {
    /// Results whose turn has not come.
    var waiting: [Int: Result] = [:]
    /// The place of the next result to hand on.
    var due = 0
  }

  private let state = Mutex(State())

  /// Takes a result; `body` gets it and those that waited for it, one thread at a time.
  func finish(_ place: Int, _ result: Result, _ body: (Result) -> Void) {
    state.withLock { state in
      state.waiting[place] = result
      while let next = state.waiting.removeValue(forKey: state.due) {
        body(next)
        state.due += 1
      }
    }
  }

  /// How many results wait for an earlier one.
  var waiting: Int { state.withLock { $0.waiting.count } }
}
