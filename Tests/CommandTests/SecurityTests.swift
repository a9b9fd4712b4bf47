import Foundation
import Testing

@testable import TieoutCommand

@Suite("Input that would like to command")
struct SecurityTests {
  @Test(
    "No name of a file leads out of the folder for outputs",
    arguments: ["...txt", "..txt", ".. .txt", "..", ".", "-", "a/...txt", "../b/...md"])
  func names(_ path: String) {
    let name = Inputs.name(of: path)
    #expect(name != "." && name != ".." && !name.isEmpty && !name.contains("/"))
    let target = Batch.targets([Files.split(path).name])[0]
    #expect(path.hasSuffix("..") || path == "." || (target != "." && target != ".."))
  }

  @Test("A batch writes beside nobody's files, whatever its inputs are called")
  func folders() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir in out
      for name in ...txt ..txt batch.json.txt a.txt; do head -c 3000 Corpus/d1/vlm-n0.txt >in/$name; done
      tieout batch in/...txt in/..txt in/batch.json.txt in/a.txt --out out/here --compact --quiet
      ls -A . out out/here
      """)
    #expect(
      outcome.output == """
        .:
        Corpus
        in
        out

        out:
        here

        out/here:
        ...txt
        ..txt
        a
        batch.html
        batch.json
        batch.json+

        """)
  }

  @Test("No escape sequence of an input reaches a terminal: messages, excerpts, names, data")
  func terminal() throws {
    let shell = try Shell()
    guard try shell.run("script -qec true /dev/null").status == 0 else { return }
    let outcome = try shell.run(
      """
      bad=$(printf 'x\\033]0;title\\007\\302\\2332J\\342\\200\\256.txt')
      sed -e "s/桐汀县/桐$(printf '\\033[2J\\302\\23331m')汀县/" Corpus/d1/vlm-n0.txt >"$bad"
      printf '%s\\n' "项目$(printf '\\033[31m')" >>"$bad"
      mkdir many "many/$(printf 'd\\033[2J')"; cp "$bad" many; : >many/empty
      cat >all.sh <<'ALL'
      tieout check x* --fail-on never
      tieout check x* --fail-on never --lang zh --passes
      tieout convert x* --to text
      tieout convert x* --to markdown
      tieout convert x* --to json
      tieout run x* -o - --format json
      tieout run x* -o - --format ndjson
      tieout run x* -o - --format markdown
      tieout run x* --trace --ledger --fail-on never
      tieout apply tieout-out/x*/trace.json x*
      tieout explain summary/1 x*
      tieout profile draft x*
      tieout batch many --out o --fail-on never
      tieout run "$(printf 'no\\033[2Jsuch')"
      ALL
      script -qec "NO_COLOR=1 TERM=xterm bash all.sh" /dev/null >seen
      wc -c <seen
      tr -d '\\n' <seen | grep -caP '\\x1b|\\x07' ; grep -caP '\\xc2[\\x80-\\x9f]|\\xe2\\x80\\xae' seen
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(Int(lines.first ?? "") ?? 0 > 100_000)
    #expect(lines.dropFirst() == ["0", "0"], "\(outcome.output)")
  }

  @Test("Data that goes to a file or a pipe keeps its characters")
  func data() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      "printf 'a\\033[31m\\t1\\n' >x.txt; tieout convert x.txt --to text | grep -c \"$(printf '\\033')\""
    )
    #expect(outcome.output == "1\n")
  }

  @Test("No cell of a converted table is a formula, and numbers stay numbers")
  func spreadsheet() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      #"""
      printf '=1+1\t@sum\t-3.5\n+cmd|x\t-\t+86\n' >x.txt
      tieout convert x.txt --to csv
      """#)
    #expect(outcome.output == "'=1+1,'@sum,-3.5\n'+cmd|x,-,+86\n")
  }

  @Test(
    "What exceeds a limit is refused by its name, and a batch goes on",
    arguments: [
      ("size=5K", "more than 5120 bytes"), ("cells=100", "more than 100 cells"),
      ("pages=0", "limit"), ("size=1T", "limit"), ("time=0.000001", "more than 1e-06 seconds"),
      ("nesting=3", "nested deeper than 3"), ("pages=1", "more than 1 pages"),
    ])
  func limits(_ limit: String, _ words: String) throws {
    let shell = try Shell()
    let file =
      limit.hasPrefix("nesting") || limit.hasPrefix("pages") ? "rapidocr.json" : "vlm-n0.txt"
    let outcome = try shell.run("tieout check Corpus/d1/\(file) --limit \(limit)")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains(words), "\(outcome.output)")
    let wide = try shell.run(
      "tieout check Corpus/d1/\(file) --limit size=1G,cells=50000000 --limit nesting=50,time=600 "
        + "--fail-on never | tail -n 1")
    #expect(wide.output.hasPrefix("tieout: rows=") == true)
  }

  @Test("A file that never ends is refused as well")
  func endless() throws {
    let shell = try Shell()
    let outcome = try shell.run("yes 项目 | tieout check - --limit size=1M")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("more than 1048576 bytes"))
    let stream = try shell.run("yes 项目 | tr -d '\\n' | tieout stream --limit size=100K")
    #expect(stream.status == 2)
    #expect(stream.output.contains("Allow more with --limit size="))
  }
}
