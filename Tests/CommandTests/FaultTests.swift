import Foundation
import Testing

@Suite("Faults of the disk, the system and whoever pulls the plug")
struct FaultTests {
  private static let submission = "Corpus/d1/vlm-n0.txt"

  /// What a shell prints that may mount disks of its own; `nil` where the system does not let it.
  private static func mounting(_ command: String) throws -> String? {
    let shell = try Shell()
    let probe = try shell.run("unshare -rm mount -t tmpfs none /mnt 2>/dev/null && echo yes")
    guard probe.output == "yes\n" else { return nil }
    return try shell.run("unshare -rm bash -c '\(command)'").output
  }

  @Test("A disk that fills up costs the new files, not the old ones, and is told")
  func full() throws {
    guard
      let output = try Self.mounting(
        """
        mkdir disk; mount -t tmpfs -o size=60k none disk
        tieout run \(Self.submission) --out whole --quiet --fail-on never
        mkdir disk/out; echo old >disk/out/submission.json
        tieout run \(Self.submission) --out disk/out --quiet --fail-on never; echo $?
        grep -cx old disk/out/submission.json; ls -A disk/out
        mount -o remount,size=20M none disk
        tieout run \(Self.submission) --out disk/out --quiet --fail-on never; echo $?
        diff -r whole disk/out && echo same
        """)
    else { return }
    let lines = output.split(separator: "\n")
    #expect(lines.first?.contains("No space left on device") == true)
    #expect(lines.dropFirst() == ["2", "1", "submission.json", "0", "same"])
  }

  @Test("A batch on a disk that fills up says of each file what became of it, and goes on later")
  func fullBatch() throws {
    guard
      let output = try Self.mounting(
        """
        mkdir disk many; mount -t tmpfs -o size=250k none disk
        for n in 1 2 3 4; do cp \(Self.submission) many/$n.txt; done
        tieout batch many --out whole --compact --quiet --fail-on never
        tieout batch many --out disk/out --compact --quiet --fail-on never 2>errors; echo $?
        grep -c "No space left" errors; find disk -name "*.part" | wc -l
        mount -o remount,size=20M none disk
        tieout batch many --out disk/out --compact --quiet --fail-on never --resume; echo $?
        diff -r whole disk/out && echo same
        """)
    else { return }
    let lines = output.split(separator: "\n")
    #expect(lines.first == "2")
    #expect(Int(lines[1]) ?? 0 > 0)
    #expect(lines.dropFirst(2) == ["0", "0", "same"])
  }

  @Test("A place that is only read is told, with what would help")
  func readOnly() throws {
    guard
      let output = try Self.mounting(
        """
        mkdir disk; mount -t tmpfs -o ro none disk
        tieout run \(Self.submission) --out disk/out --quiet; echo $?
        tieout decide \(Self.submission) f1 accept --reason x --by Li --decisions disk/d.jsonl; echo $?
        """)
    else { return }
    #expect(output.contains("Read-only file system. Choose a place that can be written"))
    #expect(output.split(separator: "\n").filter { $0 == "2" }.count == 2)
  }

  @Test("A file that the system does not let grow is an error, and leaves nothing behind")
  func tooLarge() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      (ulimit -f 16; tieout run \(Self.submission) --out out --quiet --fail-on never; echo $?)
      ls -A out
      """)
    #expect(outcome.output.contains("File too large"))
    #expect(outcome.output.hasSuffix("\n2\n"))
  }

  @Test("A long file that fails between its pieces leaves the old one as it was")
  func tornFile() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      for n in 1 2 3; do cp Corpus/budget-2024/submission.txt $n.txt; done
      mkdir out; echo old >out/submission.json
      tieout run [123].txt --out whole --quiet --fail-on never
      [ $(stat -c %s whole/submission.json) -gt 2000000 ] || echo short
      (ulimit -f 1500; tieout run [123].txt --out out --quiet --fail-on never 2>/dev/null; echo $?)
      cat out/submission.json; ls -A out
      """)
    #expect(outcome.output == "2\nold\nsubmission.json\n")
  }

  @Test("A decision that the disk has no room for leaves no part of a line")
  func tornDecision() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      cp \(Self.submission) paper.txt
      tieout decide paper.txt f1 accept --reason first --by Li --quiet
      head -c 2000 /dev/zero | tr '\\0' x >long
      cp paper.decisions.jsonl before
      (ulimit -f 1; tieout decide paper.txt f1 accept --reason "$(cat long)" --by Li --quiet; echo $?)
      cmp before paper.decisions.jsonl && echo whole
      head -c -20 before >paper.decisions.jsonl
      tieout check paper.txt --fail-on never 2>&1 >/dev/null
      tieout decide paper.txt f1 accept --reason again --by Li --quiet
      tail -n 1 paper.decisions.jsonl | grep -c again
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains("2"))
    #expect(lines.contains("whole"))
    #expect(lines.contains { $0.contains("paper.decisions.jsonl:1: this line is no decision") })
    #expect(lines.last == "1")
  }

  @Test("What a run has written is on the disk: each file before its name, the folder last")
  func synced() throws {
    let shell = try Shell()
    let trace = "strace -f -y -e trace=fsync,sync,rename,renameat,renameat2 -o calls"
    guard try shell.run("\(trace) true").status == 0 else { return }
    let outcome = try shell.run(
      """
      \(trace) tieout run \(Self.submission) --out out --quiet --fail-on never
      grep -oE 'fsync.*part>|rename|fsync.*/out>' calls | sed -E 's/.*part>/file/; s/.*out>/folder/'
      mkdir many; cp \(Self.submission) many/a.txt
      \(trace) tieout batch many --out all --quiet --fail-on never
      grep -oE 'sync\\(\\)|rename\\([^,]*' calls | tail -n 3
      """)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let calls = lines.dropLast(3)
    #expect(calls.count == 13)
    #expect(calls.last == "folder")
    for (index, call) in calls.dropLast().enumerated() {
      #expect(call == (index.isMultiple(of: 2) ? "file" : "rename"))
    }
    // A batch syncs the disk once, before it sums all up.
    #expect(lines.dropLast(2).last == "sync()")
    #expect(lines.dropLast().last?.contains("batch.html") == true)
    #expect(lines.last?.contains("batch.json") == true)
  }

  @Test("Killed at any moment, each file is whole or old, and the next run mends the set")
  func killed() throws {
    let shell = try Shell()
    let script = Built.repository.appending(path: "Scripts/kill").path
    let outcome = try shell.run("TIEOUT=$(command -v tieout) \(script) 12")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("12 kills"))
  }
}
