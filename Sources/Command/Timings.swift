internal import Synchronization
internal import Tieout

/// What each step of a batch takes of a processor, added up over its submissions.
///
/// A worker has one of its own and hands it in at the end, so that nobody waits for anybody.
final class Timings: Sendable {
  private struct State {
    /// The steps in the order in which they began first.
    var steps: [(name: String, seconds: Double)] = []
    /// The step that is going on, and the time at its beginning.
    var current: (place: Int, since: Double)?
    /// The size of what was read.
    var bytes = 0

    /// The place of a step, which is the last where it is new.
    mutating func place(of name: String) -> Int {
      if let place = steps.firstIndex(where: { $0.name == name }) { return place }
      steps.append((name, 0))
      return steps.count - 1
    }

    /// Ends what is going on.
    mutating func end(_ now: Double) {
      if let current { steps[current.place].seconds += now - current.since }
      current = nil
    }
  }

  private let state = Mutex(State())

  /// A step begins, and the one before it ends.
  func begin(_ name: String) {
    state.withLock { state in
      let now = Files.cpuSeconds()
      state.end(now)
      state.current = (state.place(of: name), now)
    }
  }

  /// The last step ends.
  func end() { state.withLock { $0.end(Files.cpuSeconds()) } }

  /// So many bytes were read.
  func count(bytes: Int) { state.withLock { $0.bytes += bytes } }

  /// Adds what another worker measured.
  func add(_ other: Timings) {
    let other = other.state.withLock { $0 }
    state.withLock { state in
      for step in other.steps { state.steps[state.place(of: step.name)].seconds += step.seconds }
      state.bytes += other.bytes
    }
  }

  /// A line a step, and one for all: seconds, share, and bytes of input a second.
  var lines: [String] {
    let (steps, bytes) = state.withLock { ($0.steps, $0.bytes) }
    let total = steps.reduce(0) { $0 + $1.seconds }
    return (steps + [("all", total)]).map { name, seconds in
      let share = total > 0 ? seconds / total * 100 : 0
      let rate = seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
      return "\(name): \(Self.fixed(seconds)) s · \(Self.fixed(share)) % · \(Self.fixed(rate)) MB/s"
    }
  }

  /// A number with three decimals.
  private static func fixed(_ value: Double) -> String {
    let thousandths = "\(Int((value * 1000).rounded()))"
    let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return digits.dropLast(3) + "." + digits.suffix(3)
  }
}
