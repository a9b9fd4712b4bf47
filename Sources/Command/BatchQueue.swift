internal import Synchronization

/// The inputs of a batch, handed out in their order to whoever is free, and what became of them,
/// handed back in the same order.
final class BatchQueue: Sendable {
  private struct State {
    /// The next input to take.
    var next = 0
    /// Reports whose turn has not come.
    var waiting: [Int: Batch.Report] = [:]
    /// The next report to tell.
    var due = 0
  }

  private let count: Int
  private let state = Mutex(State())

  /// Creates the queue of so many inputs.
  init(count: Int) { self.count = count }

  /// The next input; `nil` behind the last one.
  func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Keeps what became of an input until its turn comes.
  func finish(_ report: Batch.Report) {
    state.withLock { $0.waiting[report.index] = report }
  }

  /// The reports whose turn has come, in order; each is given once.
  func due() -> [Batch.Report] {
    state.withLock { state in
      var reports: [Batch.Report] = []
      while let report = state.waiting.removeValue(forKey: state.due) {
        reports.append(report)
        state.due += 1
      }
      return reports
    }
  }
}
