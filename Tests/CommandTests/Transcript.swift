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
  static func matches(_ lines: [String], _ pattern: [String]) -> Bool {
    func agree(_ part: ArraySlice<String>, at start: Int) -> Bool {
      start >= 0 && start + part.count <= lines.count
        && zip(lines[start...], part).allSatisfy { matches($0, $1) }
    }
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return lines.count == pattern.count && agree(pattern[...], at: 0) }
    guard agree(parts[0], at: 0) else { return false }
    var next = parts[0].count
    for part in parts.dropFirst().dropLast() {
      guard let found = (next...max(next, lines.count)).first(where: { agree(part, at: $0) })
      else { return false }
      next = found + part.count
    }
    let last = parts[parts.count - 1]
    return lines.count - last.count >= next && agree(last, at: lines.count - last.count)
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
