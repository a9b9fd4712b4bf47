import Foundation

/// A Markdown file whose `console` blocks are commands with what they print.
///
/// A line that begins with `$ ` is a command, which may go on in lines that begin with `> `; what
/// follows is its output, both streams together.
/// `…` stands for any rest of a line, or alone on a line for any number of lines.
struct Transcript {
  /// One command and what it should print.
  struct Step: Sendable {
    var command: String
    var expected: [String]
    /// The last line of the command in the file, counted from 1.
    var line: Int
  }

  /// The blocks, each a sequence of steps that share a folder and the exit code of the step before.
  var blocks: [[Step]] = []

  init(_ text: String) {
    var isInside = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if !isInside, line == "```console" { blocks.append([]) }
        isInside = !isInside && line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        blocks[blocks.count - 1].append(
          Step(command: String(line.dropFirst(2)), expected: [], line: index + 1))
      } else if isInside, var step = blocks[blocks.count - 1].popLast() {
        if step.expected.isEmpty, line.hasPrefix("> ") {
          step.command += "\n" + line.dropFirst(2)
          step.line += 1
        } else {
          step.expected.append(line)
        }
        blocks[blocks.count - 1].append(step)
      }
    }
  }

  /// Whether lines are what a pattern with `…` says.
  static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "…" {
      let rest = pattern.dropFirst()
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }
    guard let line = lines.first, matches(line, first) else { return false }
    return matches(lines.dropFirst(), pattern.dropFirst())
  }

  /// Whether a line is what a pattern with `…` says.
  static func matches(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.components(separatedBy: "…")
    guard parts.count > 1 else { return line == pattern }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
