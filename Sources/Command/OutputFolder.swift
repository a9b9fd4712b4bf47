internal import Tieout

/// The files of one submission in a folder of their own.
///
/// Each file is whole or old, and the manifest comes last: a set is complete when they agree. Other
/// files in the folder are left alone.
struct OutputFolder {
  /// The folder.
  var path: String
  /// What is written, in this order.
  var writers: [any Writer.Type]
  /// Where it is noted how long that takes.
  var timings: Timings?
  /// When the files are certain to survive a machine that stops.
  var safety = Files.Safety.withItsFolder

  /// Every file that needs no request, and what was asked for.
  static func everything(also formats: AlsoOptions) -> [any Writer.Type] {
    Registry.writers.filter { !$0.isOnRequest || formats.names($0) }
  }

  /// What a batch writes: everything but the page, which nobody opens for each of a thousand
  /// documents, or with `compact` the records alone, in which the findings stand whole; and besides
  /// what was asked for.
  static func ofBatch(compact: Bool, also formats: AlsoOptions) -> [any Writer.Type] {
    everything(also: formats).filter { writer in
      if writer.isOnRequest || formats.names(writer) { return true }
      if compact { return writer == JSONWriter.self || writer == XMLWriter.self }
      return writer != HTMLReport.self
    }
  }

  /// Writes the files, then the manifest; what `buffer` held is gone.
  func write(
    _ outcome: Job.Outcome, _ options: WriteOptions, run: String,
    through buffer: inout ByteBuffer
  ) throws(Complaint) {
    var found = outcome.submission
    if writers.count > 1 { found.findPlaces() }
    // Of what cannot change any more each writer needs no copy.
    let submission = found
    var manifest = Manifest(
      submission, profileHash: outcome.profileHash,
      run: run, tally: outcome.tally)
    do throws(Files.Failure) {
      try Files.makeFolder(path)
      for writer in writers {
        let file = try NewFile(Inputs.join(path, writer.fileName))
        var digest = ByteDigest()
        func take(_ piece: borrowing Span<UInt8>) {
          timings?.begin("files")
          file.append(piece)
          digest.add(piece)
          timings?.begin(writer.format)
        }
        timings?.begin(writer.format)
        buffer.hand(to: take) { writer.write(submission, options, into: &$0) }
        timings?.begin("files")
        try file.finish(safety)
        manifest.add(writer.fileName, digest)
      }
      let manifestFile = Inputs.join(path, Manifest.fileName)
      try Files.replace(manifestFile, with: manifest.json.utf8Span.span, safety)
      if safety != .later { try Files.syncFolder(path) }
    } catch {
      throw Complaint(error, .write)
    }
  }

  /// Takes away what an interrupted command left half written.
  func mend() throws(Complaint) {
    do throws(Files.Failure) {
      if try Files.kind(path) == .folder { try Files.removeLeftovers(in: path) }
    } catch {
      throw Complaint(error, .write)
    }
  }

  /// What became of a submission whose files are all there, whole and of this key; `nil` where one
  /// is missing, or is of other inputs or options.
  func complete(_ key: String) -> ReportTally? {
    do throws(Files.Failure) {
      let bytes = try Files.read(Inputs.join(path, Manifest.fileName))
      guard let manifest = Manifest(json: bytes), manifest.run == key,
        manifest.files.map(\.name) == writers.map({ $0.fileName })
      else { return nil }
      for file in manifest.files {
        let bytes = try Files.read(Inputs.join(path, file.name))
        guard bytes.count == file.bytes, sha256(bytes.span) == file.sha256 else { return nil }
      }
      return manifest.tally
    } catch {
      return nil
    }
  }

  /// Writes what many submissions come to together beside their folders, all of which are safe then;
  /// the page leads to that of their files that people read.
  ///
  /// Each set of files by itself would wait for the disk longer than everything else takes; what a
  /// machine that stops costs before the end, manifests tell and `--resume` does anew.
  static func write(
    _ summary: BatchSummary, in folder: String, of writers: [any Writer.Type], language: Language
  ) throws(Complaint) {
    let read = writers.first { $0 == HTMLReport.self } ?? writers.first { $0 == TextReport.self }
    var page = ByteBuffer(), json = ByteBuffer()
    BatchHTML.write(
      summary, Registry.catalogue, page: (read ?? JSONWriter.self).fileName, language: language,
      into: &page)
    BatchJSON.write(summary, into: &json)
    do throws(Files.Failure) {
      try Files.makeFolder(folder)
      Files.makeSafe()
      try page.read { bytes throws(Files.Failure) in
        try Files.replace(Inputs.join(folder, BatchHTML.fileName), with: bytes)
      }
      try json.read { bytes throws(Files.Failure) in
        try Files.replace(Inputs.join(folder, BatchJSON.fileName), with: bytes)
      }
    } catch {
      throw Complaint(error, .write)
    }
  }
}
