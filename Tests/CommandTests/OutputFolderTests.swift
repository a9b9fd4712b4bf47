import Foundation
import Testing
import Tieout

@testable import TieoutCommand

@Suite("The files of a run")
struct OutputFolderTests {
  private static let submission = "Corpus/budget-2024/submission.txt"

  @Test("The manifest lists every file with its size and hash")
  func manifest() throws {
    let shell = try Shell()
    // So much that JSON and XML are written in several pieces.
    _ = try shell.run(
      """
      cp \(Self.submission) second.txt; cp \(Self.submission) third.txt
      tieout run \(Self.submission) second.txt third.txt --out out --trace --quiet
      """)
    let folder = shell.folder.appending(path: "out")
    let bytes = try Data(contentsOf: folder.appending(path: "manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let files = try #require(manifest["files"] as? [[String: Any]])
    let listed = Set(files.compactMap { $0["name"] as? String })
    let present = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    #expect(listed.union(["manifest.json"]) == present)
    for file in files {
      let name = try #require(file["name"] as? String)
      let content = try Data(contentsOf: folder.appending(path: name))
      #expect(file["bytes"] as? Int == content.count)
      let sum = try shell.run("sha256sum <out/\(name)").output.prefix(64)
      #expect(file["sha256"] as? String == String(sum))
    }
    let profile = try #require(manifest["profile"] as? [String: String])
    #expect(profile["sha256"]?.count == 64)
  }

  @Test("A format that nobody asked for is not written, and --also asks for it")
  func also() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      tieout run \(Self.submission) --out out --also sarif --also csv --quiet --fail-on never
      ls out | grep -c -e sarif -e csv -e junit
      tieout run \(Self.submission) --also sarif -o one.json 2>/dev/null; echo $?
      """)
    #expect(outcome.output == "2\n2\n")
  }

  @Test("The same bytes in give the same bytes out, from one job or from several")
  func deterministic() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir many
      for n in 1 2 3 4 5 6; do
        head -n $((n * 250)) \(Self.submission) >many/page$n.txt
      done
      printf 'a\\0b' >many/page3.txt
      tieout batch many --out one --jobs 1 >one.txt 2>one.errors
      tieout batch many --out four --jobs 4 >four.txt 2>four.errors
      diff -r one four && diff one.txt four.txt && diff one.errors four.errors && echo same
      """)
    #expect(outcome.output == "same\n")
  }

  @Test(
    "Neither the order in which files are made nor that in which they are named changes anything")
  func order() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir up down
      page() { sed -n "$(($1 * 150 - 149)),$(($1 * 150))p" \(Self.submission) >$2/page$1.txt; }
      for n in 1 2 3 4 5 6 7 8 9 10 11; do page $n up; done
      for n in 11 10 9 8 7 6 5 4 3 2 1; do page $n down; done
      tieout run up --out out-up --quiet --fail-on never
      tieout run down --out out-down --quiet --fail-on never
      diff -r out-up out-down && echo same
      tieout batch up/page2.txt up/page10.txt --out there --quiet --fail-on never
      tieout batch up/page10.txt up/page2.txt --out back --quiet --fail-on never
      diff -r -x batch.json there back && echo same
      """)
    #expect(outcome.output == "same\nsame\n")
  }

  @Test("Other files in the folder are left alone, and no part files stay behind")
  func neighbours() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir out; echo mine >out/mine.txt
      tieout run \(Self.submission) --out out --quiet
      tieout run \(Self.submission) --out out --quiet
      cat out/mine.txt; ls -A out
      """)
    #expect(
      outcome.output
        == "mine\nfindings.json\nmanifest.json\nmine.txt\nreport.html\nreport.txt\nsubmission.json\nsubmission.xml\n"
    )
  }

  @Test("Where a file cannot be written, what stood there still stands")
  func unwritable() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir -p out/submission.xml; echo old >out/submission.json
      tieout run \(Self.submission) --out out --quiet; echo $?
      ls -A out
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("tieout: Cannot write “out/submission.xml”") == true)
    #expect(lines.dropFirst().first == "2")
    #expect(!outcome.output.contains(".part"))
    #expect(!outcome.output.contains("manifest.json"))
  }

  @Test("A run that cannot say what became of each character is an internal error")
  func unbalanced() throws {
    let file = Built.repository.appending(path: Self.submission)
    let input = Input(name: "a.txt", bytes: [UInt8](try Data(contentsOf: file)))
    var options = Options()
    func status() -> Int32 {
      do throws(Complaint) {
        return try Job(inputs: [input], options: options, threshold: .never).run().status
          .rawValue
      } catch {
        return error.status.rawValue
      }
    }
    #expect(status() == 0)
    options.damage = { $0.ledger = Ledger(count: 0) }
    #expect(status() == 4)
  }

  @Test("A batch killed at any moment goes on where it was, and ends as if it had not been")
  func killed() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir many
      for n in $(seq 30); do cp \(Self.submission) many/$n.txt; done
      tieout batch many --out whole --jobs 2 --compact --quiet --fail-on never
      for n in $(seq 20); do
        tieout batch many --out cut --jobs 2 --compact --quiet --fail-on never --resume &
        sleep 0.$((RANDOM % 4))$((RANDOM % 10)); kill -KILL $!; wait $! 2>/dev/null
      done
      tieout batch many --out cut --jobs 2 --compact --quiet --fail-on never --resume
      diff -r whole cut && find cut -name '*.part' && echo same
      touch -d @0 cut/*/*
      tieout batch many --out cut --jobs 2 --compact --fail-on never --resume | tail -n 1
      find cut -name '*.xml' -newermt @1 | wc -l
      echo broken >cut/7/submission.xml; rm cut/8/submission.json
      tieout batch many --out cut --jobs 2 --compact --fail-on never --resume | tail -n 1
      diff -r whole cut && echo mended
      tieout batch many --out cut --jobs 2 --compact --fail-on note --resume | tail -n 1
      """)
    #expect(
      outcome.output == """
        same
        tieout: documents=30 fine=30 findings=0 nothing=0 unusable=0 kept=30 exit=0
        0
        tieout: documents=30 fine=30 findings=0 nothing=0 unusable=0 kept=28 exit=0
        mended
        tieout: documents=30 fine=0 findings=30 nothing=0 unusable=0 kept=0 exit=1

        """)
  }
}
