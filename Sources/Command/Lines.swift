internal import Synchronization

/// The lines of the standard input, handed out one by one to whoever is free.
final class Lines: Sendable {
  private struct State {
    /// What has been read and not yet handed out begins at `start`.
    var bytes: [UInt8] = []
    var start = 0
    var isAtEnd = false
    /// The number of lines handed out.
    var count = 0
  }

  private let state = Mutex(State())
  /// The bytes that a line may have: JSON may write a character in six.
  private let limit: Int

  /// Creates the lines of requests whose texts are no larger than `size`.
  init(ofTexts size: Int) { limit = 6 * size + 4096 }

  /// The next line that is not blank, without its line feed, and its place; `nil` at the end.
  func next() throws(Complaint) -> (place: Int, line: [UInt8])? {
    let outcome: Result<(Int, [UInt8])?, Files.Failure> = state.withLock { state in
      Result { () throws(Files.Failure) in try next(&state) }
    }
    do throws(Files.Failure) { return try outcome.get() } catch {
      throw Complaint(error, .read)
    }
  }

  private func next(_ state: inout State) throws(Files.Failure) -> (Int, [UInt8])? {
    var searched = state.start
    while true {
      if let end = state.bytes[searched...].firstIndex(of: 0x0A) {
        let line = state.bytes[state.start..<end]
        state.start = end + 1
        searched = state.start
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        state.count += 1
        return (state.count - 1, Array(line))
      }
      guard !state.isAtEnd else { return nil }
      if state.bytes.count - state.start > limit { throw .tooLarge("-") }
      searched = state.bytes.count - state.start
      state.bytes.removeSubrange(..<state.start)
      state.start = 0
      let chunk = try Files.chunk(0)
      if chunk.isEmpty {
        state.isAtEnd = true
        // What follows the last line feed is a line too.
        state.bytes.append(0x0A)
      } else {
        state.bytes += chunk
      }
    }
  }
}
