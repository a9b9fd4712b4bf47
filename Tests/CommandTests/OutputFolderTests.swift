import Foundation
import Testing

@Suite("The files of a run")
struct OutputFolderTests {
  private static let submission = "Corpus/budget-2024/submission.txt"

  @Test("The manifest lists every file with its size and hash")
  func manifest() throws {
    let shell = try Shell()
    _ = try shell.run("tieout run \(Self.submission) --out out --trace --quiet")
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
}
