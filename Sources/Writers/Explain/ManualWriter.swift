public import TieoutModel

/// Writes the manual of checks, `CHECKS.md`, from the words that stand beside each check.
public enum ManualWriter {
  /// The file's name, at the top of the repository.
  public static let fileName = "CHECKS.md"

  /// The manual in Markdown, both languages side by side.
  public static func markdown(_ entries: [CatalogueEntry]) -> String {
    var text = head
    for entry in entries {
      let severity = entry.manual.map { " \($0.gravest.name) |" } ?? " |"
      text +=
        "| [\(entry.id)](#\(anchor(entry))) |\(severity) \(entry.heading.en) | \(entry.title.zh) |\n"
    }
    for entry in entries {
      text += "\n## \(entry.id) \(entry.name)\n\n**\(entry.heading.en) · \(entry.title.zh)**\n"
      for section in entry.manual?.sections ?? [] {
        text += "\n- *\(section.title.en)*: \(section.text.en)\n"
        text += "  <br>\(section.title.zh)：\(section.text.zh)\n"
      }
    }
    return text
  }

  private static func anchor(_ entry: CatalogueEntry) -> String {
    "\(entry.id.lowercased())-\(entry.name)"
  }

  private static let head = """
    # The checks

    What Tieout verifies, how it decides, and when it stays silent. This file is made of the words
    beside each check (`UPDATE_GOLDEN=1 swift test --filter Manual`); `tieout explain AG01` prints a
    part of it, `tieout checks` the table.

    A comparison ends in one of five verdicts. Each printed figure stands for the interval of values
    that would be printed so, half of its last digit either way; a sum for the sum of its addends'
    intervals.

    | verdict | 结论 | when | becomes |
    |---|---|---|---|
    | exact | 相符 | the decimals are equal | a tick |
    | rounded | 尾差 | unequal, within the precision of the column | a note |
    | coarse | 精度不足 | they meet only as printed, trailing zeros dropped | for review |
    | broken | 不符 | they do not meet | what the check says |
    | open | 未决 | a part is missing, unreadable or of unknown unit, or the pairing is unsure | open |

    `--exact` lets nothing pass that is not equal to the digit, `--rounding either` allows for figures
    that were cut off, `--decimals` says what the columns are kept in, `--trivial` makes small
    differences notes, `--severity AG05=off` weighs a check anew; a profile can say all of it.

    | check | gravest | title | 名称 |
    |---|---|---|---|

    """
}
