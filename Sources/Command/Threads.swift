#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Threads of the system, as plain as it has them.
enum Threads {
  /// Runs a body on threads of their own beside what is done here, and waits for all of them.
  ///
  /// Where the system has no more threads to give there are fewer of them.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void, beside here: () -> Void) {
    var threads: [pthread_t] = []
    while threads.count < count, let thread = start(body) { threads.append(thread) }
    here()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Lets other threads go first for a moment.
  static func rest() { usleep(1000) }

  /// Starts one thread; `nil` where the system refuses.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let work = unsafe Unmanaged.passRetained(Work(body: body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        let argument: UnsafeMutableRawPointer? = unsafe argument
        if let argument = unsafe argument {
          unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    if code == 0 { return thread }
    unsafe work.release()
    return nil
  }

  /// What a thread does, in a form that the system hands over.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
