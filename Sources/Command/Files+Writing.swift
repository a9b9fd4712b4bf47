#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How files come to stand on the disk: whole or not at all, and as safe as their writer needs.
extension Files {
  /// When a file that was written is certain to survive a machine that stops.
  enum Safety {
    /// When it is written.
    case atOnce
    /// Its bytes when it is written, its name when the folder has been synced.
    case withItsFolder
    /// When `makeSafe` has been called for all that was written.
    case later
  }

  /// Writes a file so that its name stands for the old bytes or all the new ones, never for a part.
  static func replace(
    _ path: String, with bytes: borrowing Span<UInt8>, _ safety: Safety = .atOnce
  ) throws(Failure) {
    let file = try NewFile(path)
    file.append(bytes)
    try file.finish(safety)
  }

  /// Makes a file anew by what `make` writes at a path beside it, which is handed a copy of the old
  /// file where there is one; the name stands for the old bytes or all the new ones.
  static func remake<E: Error>(
    _ path: String, keepsOld: Bool, make: (String) throws(E) -> Void
  ) throws(Failure) -> Result<Void, E> {
    let beside = beside(path)
    remove(beside)
    if keepsOld, try kind(path) == .file {
      let old = try read(path)
      try replace(beside, with: old.span)
    }
    Signals.beginWriting()
    defer { Signals.endWriting() }
    do throws(E) {
      try make(beside)
    } catch {
      remove(beside)
      return .failure(error)
    }
    try put(beside, at: path)
    return .success(())
  }

  /// Where a file is written that is to stand at a path.
  static func beside(_ path: String) -> String {
    let (folder, name) = split(path)
    return folder + ".\(name).\(getpid()).part"
  }

  /// Begins a file beside the one at a path, for writing.
  static func create(_ beside: String, for path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    return descriptor
  }

  /// Puts a file that is whole in the place of the one at a path, or takes it away if that fails.
  static func put(_ beside: String, at path: String) throws(Failure) {
    guard unsafe rename(beside, path) == 0 else {
      let code = errno
      remove(beside)
      throw Failure(path: path, code: code)
    }
  }

  /// Takes a file away, if there is one.
  static func remove(_ path: String) { unsafe unlink(path) }

  /// Writes no more to a descriptor.
  static func end(_ descriptor: Int32) { close(descriptor) }

  /// Takes care that the names in a folder survive a machine that stops.
  static func syncFolder(_ path: String) throws(Failure) {
    let descriptor = unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    try sync(descriptor, path)
  }

  /// Takes care that everything written so far survives a machine that stops.
  static func makeSafe() {
    #if canImport(Darwin)
      Darwin.sync()
    #else
      Glibc.sync()
    #endif
  }

  /// Takes care that what was written to a descriptor survives a machine that stops.
  static func sync(_ descriptor: Int32, _ path: String) throws(Failure) {
    // Pipes and some network disks have nothing to be synced.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw Failure(path: path, code: errno)
    }
  }

  /// Takes away what processes that are gone were writing in a folder when they ended.
  static func removeLeftovers(in folder: String) throws(Failure) {
    for name in try names(in: folder, hidden: true) where name.hasSuffix(".part") {
      let words = name.split(separator: ".")
      guard words.count > 2, let process = pid_t(words[words.count - 2]), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      remove(folder + "/" + name)
    }
  }

  /// Adds lines at the end of a file, all of them or none, whoever else adds some at the same time.
  ///
  /// The file is locked meanwhile; a line that was torn off before is ended first, so that it costs
  /// nothing but itself.
  static func append(_ lines: [UInt8], to path: String) throws(Failure) {
    Signals.beginWriting()
    defer { Signals.endWriting() }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    guard retried({ Int(flock(descriptor, LOCK_EX)) }) == 0 else {
      throw Failure(path: path, code: errno)
    }
    var last: [UInt8] = [0x0A]
    if lseek(descriptor, -1, SEEK_END) >= 0 {
      let got = unsafe last.withUnsafeMutableBytes { buffer in
        retried { unsafe systemRead(descriptor, buffer.baseAddress, 1) }
      }
      guard got >= 0 else { throw Failure(path: path, code: errno) }
    }
    let whole = last == [0x0A] ? lines : [0x0A] + lines
    let end = lseek(descriptor, 0, SEEK_END)
    do throws(Failure) {
      try write(whole.span, to: descriptor, path: path)
      try sync(descriptor, path)
    } catch {
      if end >= 0 { ftruncate(descriptor, end) }
      throw error
    }
    // The file may be new in its folder.
    try syncFolder(split(path).folder)
  }
}
