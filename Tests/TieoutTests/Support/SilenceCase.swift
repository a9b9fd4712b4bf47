import Foundation
import Testing
import TieoutTestSupport

/// One reason for a check to stay silent: a paper in which it fires, and the changes of the paper by which
/// it no longer does.
struct SilenceCase: CustomTestStringConvertible {
  /// The check.
  var check: String
  /// The reason, in the words of the check's manual.
  var reason: String
  /// The paper that is changed.
  var paper = "budget"
  /// By which changes the check fires.
  var fires: [String] = []
  /// By which further ones it is quiet.
  var quiet: [String] = []
  /// The verdict that the check gives then, where it is no failure; mostly it gives none.
  var stays: String?
  /// The check that speaks in its place.
  var instead: String?

  var testDescription: String { "\(check), \(reason)" }

  /// The folder of cases and papers.
  static let folder = Repository.root.appending(path: "Tests/TieoutTests/NotWhen")

  /// All cases, in order.
  static let all: [SilenceCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.flatMap { name in
      read((try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }
  }()

  private static func read(_ text: String) -> [SilenceCase] {
    var cases: [SilenceCase] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let heading = line.range(of: " not when: ") {
        cases.append(
          SilenceCase(
            check: String(line[..<heading.lowerBound]),
            reason: String(line[heading.upperBound...])))
        continue
      }
      guard let colon = line.range(of: ": "), let last = cases.indices.last else { continue }
      let value = String(line[colon.upperBound...])
      switch line[..<colon.lowerBound].drop(while: { $0 == " " }) {
      case "paper": cases[last].paper = value
      case "fires": cases[last].fires.append(value)
      case "quiet": cases[last].quiet.append(value)
      case "stays": cases[last].stays = value
      case "instead": cases[last].instead = value
      case let key: cases[last].quiet.append("what is “\(key)”?")
      }
    }
    return cases
  }
}
