import Foundation
import Testing

@Suite("How the command ends when the system says so")
struct InterruptTests {
  /// Starts `tieout check -`, which waits for its standard input, and sends it a signal.
  private func ending(_ signal: String) throws -> (status: Int32, output: String) {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkfifo pipe
      exec 3<>pipe
      env --default-signal=INT tieout check - <pipe 2>errors &
      child=$!
      while [ "$(readlink /proc/$child/exe)" != "$(readlink -f "$(command -v tieout)")" ]; do :; done
      sleep 0.3
      kill -\(signal) $child
      wait $child
      status=$?
      cat errors
      exit $status
      """)
    return (outcome.status, outcome.output)
  }

  @Test(
    "An interruption ends it with 128 plus the signal's number",
    arguments: [
      ("INT", 130), ("TERM", 143),
    ])
  func interruption(_ signal: String, _ status: Int32) throws {
    let ending = try ending(signal)
    #expect(ending.status == status)
    #expect(ending.output.isEmpty)
  }

  @Test("A trap of the program is an internal error, and says so")
  func trap() throws {
    let ending = try ending("ILL")
    #expect(ending.status == 4)
    #expect(ending.output.contains("internal error"))
  }

  @Test("A reader who leaves early is no error")
  func closedPipe() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      "set -o pipefail; tieout check Corpus/budget-2024/submission.txt --fail-on never | head -n 1")
    #expect(outcome.output.hasPrefix("Tieout "))
    #expect(!outcome.output.contains("annot write"))
    let direct = try shell.run(
      "tieout check Corpus/budget-2024/submission.txt --fail-on never >/dev/null")
    #expect(outcome.status == direct.status)
  }

  @Test("A full disk is an error")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let shell = try Shell()
    let outcome = try shell.run("tieout check Corpus/budget-2024/submission.txt >/dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("Cannot write standard output: No space left on device."))
  }
}
