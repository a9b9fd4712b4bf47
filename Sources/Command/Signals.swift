internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What happens when the system interrupts the command.
///
/// An interruption ends it with 128 plus the signal's number, at once, or where a file is being
/// written, when that file is whole. A closed pipe and a file that grows beyond
/// what the system allows are no signals but errors of `write`. A trap of
/// our own is an internal error, and says so.
enum Signals {
  private static let writers = Atomic<Int>(0)
  private static let pending = Atomic<Int32>(0)

  /// Installs the handlers; called once, first of all.
  static func install() {
    // Both are read here so that no handler is the first to touch them.
    writers.store(0, ordering: .relaxed)
    pending.store(0, ordering: .relaxed)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM] { signal(number) { Signals.interrupted($0) } }
    // Some parents hand on a mask in which these are blocked.
    var stopping = sigset_t()
    unsafe sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM] { unsafe sigaddset(&stopping, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
      signal(number) { Signals.trapped($0) }
    }
  }

  /// A file is being written: interruptions wait.
  static func beginWriting() {
    writers.add(1, ordering: .sequentiallyConsistent)
    leaveIfInterrupted()
  }

  /// A file is whole: interruptions that waited take effect.
  static func endWriting() {
    writers.subtract(1, ordering: .sequentiallyConsistent)
    leaveIfInterrupted()
  }

  private static func leaveIfInterrupted() {
    let number = pending.load(ordering: .sequentiallyConsistent)
    if number != 0, writers.load(ordering: .sequentiallyConsistent) == 0 { _exit(128 + number) }
  }

  private static func interrupted(_ number: Int32) {
    pending.store(number, ordering: .sequentiallyConsistent)
    if writers.load(ordering: .sequentiallyConsistent) == 0 { _exit(128 + number) }
  }

  private static func trapped(_ number: Int32) {
    let words: StaticString =
      "tieout: internal error; no file is half written. Please report it with the input.\n"
    unsafe _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
    _exit(4)
  }
}
