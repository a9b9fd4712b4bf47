import Foundation
import TieoutTestSupport

/// A paper that people can read: cells between bars, where an engine writes tabs.
///
/// What is changed in it is written `form 3: old => new`; `⏎` stands for the end of a line, and
/// `summary =>` takes a whole part away.
struct BarredPaper {
  /// What keeps a change from being made.
  struct Problem: Error, CustomStringConvertible { var description: String }

  /// The text as an engine would write it.
  private(set) var text: String

  /// Reads a paper beside the cases.
  init(named name: String, in folder: URL) throws {
    let url = folder.appending(path: "Papers/\(name).txt")
    text = Self.tabbed(try String(contentsOf: url, encoding: .utf8))
  }

  /// Makes one change: what is changed stands once in its part.
  mutating func change(_ change: String) throws {
    if change.hasSuffix(" =>"), !change.contains(": ") {
      return text.removeSubrange(try part(String(change.dropLast(3))))
    }
    guard let colon = change.range(of: ": "),
      let arrow = change.range(of: " =>", range: colon.upperBound..<change.endIndex)
    else { throw Problem(description: "no change: \(change)") }
    let part = try part(String(change[..<colon.lowerBound]))
    let old = Self.tabbed(String(change[colon.upperBound..<arrow.lowerBound]))
    let new = Self.tabbed(String(change[arrow.upperBound...].drop { $0 == " " }))
    guard let place = text.range(of: old, range: part),
      text.range(of: old, range: place.upperBound..<part.upperBound) == nil
    else { throw Problem(description: "not once in its part: \(change)") }
    text.replaceSubrange(place, with: new)
  }

  /// Where a part stands: `letter`, `summary`, or `form` with its number.
  private func part(_ name: String) throws -> Range<String.Index> {
    var starts = [("letter", text.startIndex)]
    var forms = 0
    text.enumerateSubstrings(in: text.startIndex..., options: .byLines) { line, range, _, _ in
      guard let line, !line.hasPrefix("附件") else { return }
      if line.hasSuffix("汇总表"), starts.count == 1 {
        starts.append(("summary", range.lowerBound))
      } else if line.hasSuffix("绩效目标表") || line.hasSuffix("合同信息表") {
        forms += 1
        starts.append(("form \(forms)", range.lowerBound))
      }
    }
    guard let place = starts.firstIndex(where: { $0.0 == name }) else {
      throw Problem(description: "no part “\(name)”")
    }
    let end = place + 1 < starts.count ? starts[place + 1].1 : text.endIndex
    return starts[place].1..<end
  }

  private static func tabbed(_ text: String) -> String {
    text.replacing("⏎", with: "\n").replacing(#/ *\| ?/#, with: "\t")
  }
}
