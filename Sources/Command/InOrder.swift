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

  /// Keeps a result until its turn comes.
  func finish(_ place: Int, _ result: Result) {
    state.withLock { $0.waiting[place] = result }
  }

  /// Hands on the results whose turn has come, each once, one thread at a time.
  func handOn(_ body: (Result) -> Void) {
    state.withLock { state in
      while let next = state.waiting.removeValue(forKey: state.due) {
        body(next)
        state.due += 1
      }
    }
  }

  /// How many results wait for an earlier one.
  var waiting: Int { state.withLock { $0.waiting.count } }
}
