#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The operating system, as far as the command needs it: files, folders, terminal, environment.
///
/// With `Files+Writing` the only file that calls C, so that the command starts without Foundation.
enum Files {
  /// A call that failed, with the system's number for the reason.
  struct Failure: Error {
    var path: String
    var code: Int32

    /// The reason in the system's words.
    var reason: String {
      guard let words = unsafe strerror(code) else { return "error \(code)" }
      return unsafe String(cString: words)
    }

    /// More than the command may take.
    static func tooLarge(_ path: String) -> Failure { Failure(path: path, code: EFBIG) }

    /// The reasons that people can do something about.
    enum Kind { case missing, denied, full, tooLarge, notFolder, isFolder, closedPipe, other }

    /// What kind of reason it is.
    var kind: Kind {
      switch code {
      case ENOENT: .missing
      case EACCES, EPERM, EROFS: .denied
      case ENOSPC, EDQUOT: .full
      case EFBIG: .tooLarge
      case ENOTDIR: .notFolder
      case EISDIR: .isFolder
      case EPIPE: .closedPipe
      default: .other
      }
    }
  }

  /// What a path leads to; `other` is a pipe, a socket or a device, whose reading may never end.
  enum Kind { case file, folder, other, nothing }

  /// What stands at a path, links followed.
  static func kind(_ path: String) throws(Failure) -> Kind {
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      default: return .other
      }
    }
    if errno == ENOENT { return .nothing }
    throw Failure(path: path, code: errno)
  }

  /// All bytes of a file, or so many that there are more than `limit`; of the standard input for `-`.
  static func read(_ path: String, upTo limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // One byte more than the file has, so that it is seen whether it has grown meanwhile.
    var room = isKnown ? max(min(Int(status.st_size), limit) + 1, 4096) : 1 << 16
    var bytes: [UInt8] = []
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = retried { unsafe Self.systemRead(descriptor, buffer.baseAddress, room) }
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      guard failure == 0 else { throw Failure(path: path, code: failure) }
      // A file has given all of it as soon as it has given as much as it had.
      if isKnown, start == 0, chunk.count == status.st_size, chunk.count < limit { return chunk }
      if chunk.isEmpty { return bytes }
      if start + chunk.count >= limit { return bytes + chunk }
      if start == 0 { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      room = max(4096, isKnown ? Int(status.st_size) + 1 - bytes.count : bytes.count)
    }
  }

  /// What a descriptor has to give next, at most 64 KiB; nothing at its end.
  static func chunk(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    let room = 1 << 16
    var failure: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let got = retried { unsafe Self.systemRead(descriptor, buffer.baseAddress, room) }
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    guard failure == 0 else { throw Failure(path: "-", code: failure) }
    return chunk
  }

  /// Writes bytes to a descriptor.
  static func write(
    _ bytes: borrowing Span<UInt8>, to descriptor: Int32, path: String
  ) throws(Failure) {
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let got = retried { unsafe Self.systemWrite(descriptor, rest.baseAddress, rest.count) }
        if got < 0 {
          failure = errno
          return
        }
        done += got
      }
    }
    if failure != 0 { throw Failure(path: path, code: failure) }
  }

  /// The time, as ISO 8601 has it, in UTC: `2026-11-26T09:30:00Z`.
  static func now() -> String {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    let numbers = unsafe [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
      parts.tm_sec,
    ].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return numbers[..<3].joined(separator: "-") + "T" + numbers[3...].joined(separator: ":") + "Z"
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == ENOENT, case let (parent, _) = split(path), !parent.isEmpty {
      try makeFolder(String(parent.dropLast()))
      if unsafe mkdir(path, 0o777) == 0 { return }
    }
    if try kind(path) == .folder { return }
    throw Failure(path: path, code: code == EEXIST ? ENOTDIR : code)
  }

  /// The names in a folder, those that are not hidden or those that are, in no order.
  static func names(in folder: String, hidden: Bool = false) throws(Failure) -> [String] {
    guard let handle = unsafe opendir(folder) else { throw Failure(path: folder, code: errno) }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.hasPrefix(".") == hidden { names.append(name) }
    }
    return names
  }

  /// The paths that a pattern of the shell stands for, in no order.
  static func matching(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return unsafe (0..<Int(found.gl_pathc)).compactMap { place in
      unsafe found.gl_pathv[place].map { unsafe String(cString: $0) }
    }
  }

  /// The folder of a path, with its slash, and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// A variable of the environment; `nil` where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal at a descriptor; `nil` where there is none.
  static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Seconds of a clock that nobody sets.
  static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds for which this thread has had a processor.
  static func cpuSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Ends the process.
  static func exit(_ code: Int32) -> Never { _exit(code) }

  /// Repeats a call that a signal interrupted.
  static func retried(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  #if canImport(Darwin)
    static let systemRead = unsafe Darwin.read
    static let systemWrite = unsafe Darwin.write
  #else
    static let systemRead = unsafe Glibc.read
    static let systemWrite = unsafe Glibc.write
  #endif
}
