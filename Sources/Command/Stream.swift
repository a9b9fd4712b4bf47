internal import Synchronization
internal import Tieout

/// Requests on the standard input, answered in their order.
struct Stream: Sendable {
  /// How inputs are read where a request says nothing else.
  var options: Options
  /// How results are written.
  var writing = WriteOptions()
  /// From which severity on a result's exit is 1.
  var threshold: Threshold
  /// Who hears of what goes wrong beside the requests.
  var terminal: Terminal

  /// How many results may wait for an earlier one, for each job: what bounds the memory.
  private static let waitingPerJob = 8

  /// One answer.
  private struct Answer: Sendable {
    var line: [UInt8]
    var isUsable: Bool
  }

  /// Answers all requests, at most `jobs` at a time.
  func run(jobs: Int) -> ExitStatus {
    let lines = Lines(ofTexts: options.limits.size), answers = InOrder<Answer>()
    let status = Mutex(ExitStatus.fine)
    Threads.run(jobs - 1) {
      work(lines, answers, jobs, status)
    } beside: {
      work(lines, answers, jobs, status)
    }
    return status.withLock { $0 }
  }

  private func work(
    _ lines: Lines, _ answers: InOrder<Answer>, _ jobs: Int, _ status: borrowing Mutex<ExitStatus>
  ) {
    var buffer = ByteBuffer()
    do throws(Complaint) {
      while let (place, line) = try lines.next() {
        buffer.clear()
        let isUsable = answer(line, into: &buffer)
        answers.finish(place, Answer(line: buffer.array, isUsable: isUsable))
        answers.handOn { answer in
          if !answer.isUsable { status.withLock { $0 = .unusable } }
          // Who reads no more is told nothing more.
          try? Terminal.data(answer.line.span)
        }
        while answers.waiting > jobs * Self.waitingPerJob { Threads.rest() }
      }
    } catch {
      terminal.complain(error)
      status.withLock { $0 = .unusable }
    }
  }

  /// Appends the answer to one request; says whether it could be used.
  private func answer(_ line: [UInt8], into buffer: inout ByteBuffer) -> Bool {
    let request = StreamRequest(line: line)
    do throws(Complaint) {
      var options = options
      options.keepsCells = false
      if let profile = request.profile {
        options.profiles = [try ReadingOptions.load(profile)]
      }
      let input = Input(name: request.name, bytes: try bytes(request))
      let outcome = try Job(
        inputs: [input], options: options, threshold: threshold
      ).run()
      var writing = writing
      writing.exitCode = Int(outcome.status.rawValue)
      StreamLine.write(outcome.submission, name: request.name, writing, into: &buffer)
      return true
    } catch {
      buffer.clear()
      StreamLine.write(
        error.message, name: request.name, exitCode: Int(error.status.rawValue), into: &buffer)
      return false
    }
  }

  private func bytes(_ request: StreamRequest) throws(Complaint) -> [UInt8] {
    let source: StreamRequest.Source
    do throws(RunError) { source = try request.source.get() } catch { throw Complaint(error) }
    switch source {
    case .text(let bytes): return bytes
    case .path(let path): return try Inputs.bytes(path, options.limits)
    }
  }
}
