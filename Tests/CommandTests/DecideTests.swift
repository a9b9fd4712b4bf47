import Foundation
import Testing

@Suite("Decisions on the disk")
struct DecideTests {
  @Test("Of decisions that many make at once none is lost, and none is torn")
  func atOnce() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      cp Corpus/d1/vlm-n0.txt paper.txt
      printf '{"schema":"tieout-deci' >paper.decisions.jsonl
      for n in $(seq 1 24); do
        tieout decide paper.txt f1 accept --reason "number $n" --by Li --quiet 2>/dev/null &
      done
      wait
      tail -n +2 paper.decisions.jsonl | python3 -c "
      import json, sys
      reasons = {json.loads(line)['reason'] for line in sys.stdin}
      print(reasons == {f'number {n}' for n in range(1, 25)})"
      wc -l <paper.decisions.jsonl
      """)
    #expect(outcome.output == "True\n25\n")
  }

  @Test("A place that cannot be written is told with what would help, and nothing is left there")
  func unwritable() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      cp Corpus/d1/vlm-n0.txt paper.txt; mkdir paper.decisions.jsonl
      tieout decide paper.txt f1 accept --reason x --by Li; echo $?
      tieout decide Corpus/d1/vlm-n0.txt f1 accept --reason x --by Li --decisions no/such/file; echo $?
      """)
    #expect(outcome.output.contains("--decisions"))
    #expect(outcome.output.hasSuffix("2\n"))
  }

  @Test("In a batch each submission has its own decisions, and they are no input")
  func batch() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      mkdir many; cp Corpus/d1/vlm-n0.txt many/a.txt; cp Corpus/d2/vlm-n0.txt many/b.txt
      tieout decide many/a.txt f1 accept --reason known --by Li --quiet
      tieout batch many --out out --fail-on never | grep -c decided=1
      ls out
      tieout batch many --out out --fail-on never --resume | tail -n 1
      tieout decide many/b.txt f1 accept --reason known --by Li --quiet
      tieout batch many --out out --fail-on never --resume | tail -n 1
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.prefix(5) == ["1", "a", "b", "batch.html", "batch.json"])
    // What was decided since is done anew.
    #expect(lines[5].contains("kept=2"))
    #expect(lines[6].contains("kept=1"))
  }
}
