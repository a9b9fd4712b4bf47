/// A file that is written piece by piece beside the one whose place it takes when it is whole.
///
/// What goes wrong is kept until the end: those who write pieces have nobody to tell.
final class NewFile {
  private let path: String
  private let beside: String
  private let descriptor: Int32
  private var failure: Files.Failure?

  /// Begins the file; from now on interruptions wait, and somebody must finish it.
  init(_ path: String) throws(Files.Failure) {
    self.path = path
    beside = Files.beside(path)
    Signals.beginWriting()
    do throws(Files.Failure) {
      descriptor = try Files.create(beside, for: path)
    } catch {
      Signals.endWriting()
      throw error
    }
  }

  /// Writes the next piece.
  func append(_ bytes: borrowing Span<UInt8>) {
    guard failure == nil else { return }
    do throws(Files.Failure) {
      try Files.write(bytes, to: descriptor, path: path)
    } catch {
      failure = error
    }
  }

  /// Ends the file: its name stands for all of the new bytes, or where anything failed for the old.
  func finish(_ safety: Files.Safety = .atOnce) throws(Files.Failure) {
    defer { Signals.endWriting() }
    do throws(Files.Failure) {
      defer { Files.end(descriptor) }
      if let failure { throw failure }
      // Else a machine that stops could leave the name without the bytes.
      if safety != .later { try Files.sync(descriptor, path) }
    } catch {
      Files.remove(beside)
      throw error
    }
    try Files.put(beside, at: path)
    if safety == .atOnce { try Files.syncFolder(Files.split(path).folder) }
  }
}
