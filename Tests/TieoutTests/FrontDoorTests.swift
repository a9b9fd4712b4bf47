import Foundation
import Testing
import Tieout

@Suite("The front door")
struct FrontDoorTests {
  static let submission: [UInt8] = {
    let file = Sources.repository.appending(path: "Corpus/budget-2024/submission.txt")
    return (try? [UInt8](Data(contentsOf: file))) ?? []
  }()

  @Test(
    "SHA-256 is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func digest(_ text: String, _ hash: String) { #expect(sha256(text.utf8Span.span) == hash) }

  @Test("A cancelled task ends its run")
  func cancelled() async throws {
    var options = Options()
    options.isCancelled = { Task.isCancelled }
    let input = [Input(name: "a.txt", bytes: Self.submission)], asked = options
    #expect(try Tieout.run(input, asked).links.count == 44)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try Tieout.run(input, asked).links.count
    }
    task.cancel()
    await #expect(throws: RunError.cancelled) { try await task.value }
  }

  @Test("Sources carry the hash of their own bytes")
  func sources() throws {
    let second = Array("第二页\t1\n".utf8)
    let submission = try Tieout.run([
      Input(name: "1.txt", bytes: Self.submission), Input(name: "2.txt", bytes: second),
    ])
    #expect(submission.document.sources.map { $0.name } == ["1.txt", "2.txt"])
    #expect(
      submission.document.sources.map { $0.sha256 }
        == [sha256(Self.submission.span), sha256(second.span)])
    #expect(submission.document.sources.map { $0.format } == ["text", "text"])
  }

  @Test(
    "The ledger balances, whatever the input",
    arguments: [
      "一行\n", "a\tb\nc\td", "\u{FEFF}项目\t1", "\r\n\r\n", "\u{3000}",
    ])
  func ledger(_ text: String) throws {
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))])
    let totals = submission.ledgerTotals()
    #expect(totals.balances)
    #expect(totals.scalars == text.unicodeScalars.count { !$0.properties.isWhitespace })
  }

  @Test("No input, an empty one and an unreadable one are errors that say what would help")
  func errors() {
    func message(_ inputs: [Input], _ options: Options = Options()) -> String {
      do throws(RunError) {
        _ = try Tieout.run(inputs, options)
        return ""
      } catch {
        return error.message.en
      }
    }
    #expect(message([]).contains("Give at least one file"))
    #expect(message([Input(name: "a", bytes: [])]).contains("“a” is empty"))
    #expect(message([Input(name: "b", bytes: [0, 1, 2])]).contains("byte 0 is binary"))
    var options = Options()
    options.format = "papyrus"
    #expect(message([Input(name: "c", bytes: [0x61])], options).contains("no format “papyrus”"))
    options = Options()
    options.profiles = []
    #expect(message([Input(name: "c", bytes: [0x61])], options).contains("no profile"))
  }

  @Test("A profile is known by the hash of its YAML")
  func profiles() throws {
    for id in Registry.profiles {
      let profile = try NamedProfile(id: id)
      #expect(profile.profile.id == id)
      #expect(profile.sha256.count == 64)
    }
    #expect(throws: RunError.self) { try NamedProfile(id: "none") }
    #expect(throws: RunError.self) { try NamedProfile(yaml: Array("a: [".utf8), name: "x") }
  }

  @Test("Every check that is registered is in the submission's catalogue")
  func catalogue() throws {
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Array("a\tb".utf8))])
    #expect(submission.catalogue.map { $0.id } == Registry.checks.map { $0.entry.id })
    #expect(Registry.checks.map { $0.id } == Registry.checks.map { $0.entry.id })
  }
}
