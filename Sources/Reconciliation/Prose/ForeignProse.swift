import TieoutModel

/// DU02: a goal speaks of its own project.
///
/// Fires where a goal has letters that stand in the name of one other project alone, and none that
/// say what its own is about; and where goal and indicators alike have none of those, though nearly
/// all other forms do. Words that all kinds of projects have say nothing of either.
enum ForeignProse: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "DU02", name: "foreign-prose",
    title: Message(zh: "目标写的是本项目", en: "A goal speaks of its own project"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    guard let field = submission.profile.detail.goal else { return }
    let unnamed = unnamed(paper)
    let details = submission.details
    let foreign = paper.foreignGoals
    for detail in details.indices {
      guard let goal = details[detail].fields.named(field), case .text = goal.value else {
        continue
      }
      if let mention = foreign[detail] {
        report.report(finding(goal, details[detail], mention, submission))
      } else if unnamed.contains(detail) {
        report.report(finding(goal, details[detail], submission))
      } else {
        report.pass()
      }
    }
  }

  /// The forms whose goal and indicators have nothing of the project's name, where at least nine of
  /// ten have.
  ///
  /// A name must say enough, and the indicators be several: a goal alone tells what is done in other
  /// words than the name's often enough.
  private static func unnamed(_ paper: Workpaper) -> Set<Int> {
    let submission = paper.submission
    let text = submission.document.text
    let subjects = paper.subjects
    let letters = paper.goalLetters
    var count = 0
    var unnamed: Set<Int> = []
    var own: [UInt32] = []
    let field = submission.profile.detail.goal
    for detail in submission.details.indices {
      let rows = paper.indicators(ofDetail: detail)
      guard rows.count >= 3, let goal = submission.details[detail].fields.named(field),
        case .text = goal.value
      else { continue }
      count += 1
      guard
        !subjects.isNamed(detail, in: letters[detail].span),
        !rows.contains(where: { row in
          let title = paper.indicators[row].indicator.title.range
          own.removeAll(keepingCapacity: true)
          NameText.appendLetters(of: text, title, to: &own)
          return subjects.isNamed(detail, in: own.span)
        }), subjects.telling(detail) >= leastTelling
      else { continue }
      unnamed.insert(detail)
    }
    return unnamed.count * 10 <= count ? unnamed : []
  }

  /// The fewest pairs of letters of a name that say what a project is about.
  private static let leastTelling = 6

  /// The goals that speak of another project and not of their own, by form.
  static func find(_ paper: Workpaper) -> [Int: Subjects.Mention] {
    let submission = paper.submission
    guard submission.profile.detail.goal != nil else { return [:] }
    let subjects = paper.subjects
    let goals = paper.goalLetters
    var found: [Int: Subjects.Mention] = [:]
    for detail in submission.details.indices {
      let letters = goals[detail]
      guard let mention = subjects.foreign(in: letters.span, to: detail),
        !subjects.isNamed(detail, in: letters.span)
      else { continue }
      found[detail] = mention
    }
    return found
  }

  private static func finding(
    _ goal: Field, _ record: Record, _ submission: Submission
  ) -> Finding {
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("“", " (“")
    sentence.add(submission.printed(record[submission.profile.detail.key]))
    sentence.add("”的目标", "”): neither its goal")
    sentence.addPlace(of: goal.printed, submission.document)
    sentence.add("和各项指标都没有提到本项目：“", " nor any indicator names anything of the project: “")
    sentence.add(submission.excerpt(goal.printed))
    sentence.add("”。请核对是否误抄。", "”. Ask whether they were copied by mistake.")
    return Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: Subject(record: record.id, field: submission.profile.name(goal.name)),
      message: sentence.message, values: [submission.evidence("goal", record, goal)])
  }

  private static func finding(
    _ goal: Field, _ record: Record, _ mention: Subjects.Mention, _ submission: Submission
  ) -> Finding {
    let other = submission.details[mention.detail]
    let key = submission.profile.detail.key
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("“", " (“")
    sentence.add(submission.printed(record[key]))
    sentence.add("”的目标写的是", "”) has a goal about ")
    sentence.addName(of: other.id)
    sentence.add("“", " (“")
    sentence.add(submission.printed(other[key]))
    sentence.add("”的内容：“", "”): “")
    sentence.add(submission.excerpt(goal.printed))
    sentence.add("”", "”")
    sentence.addPlace(of: goal.printed, submission.document)
    sentence.add(
      "，未提及本项目。请核对是否误抄。", ", and none about its own project. Ask whether it was copied by mistake.")
    return Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: Subject(record: record.id, field: submission.profile.name(goal.name)),
      records: [record.id, other.id], message: sentence.message,
      values: [submission.evidence("goal", record, goal)]
        + [other[key]].compactMap { $0.map { submission.evidence("project", other, $0) } })
  }
}

extension ForeignProse {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "目标写的是本项目。",
      en: "A goal speaks of its own project."),
    why: Message(
      zh: "目标若属于别的项目，本项目就没有目标。",
      en: "With another project's goal this one has none."),
    example: Message(
      zh: "“防汛物资”一表的目标通篇讲学前教育；或目标与各项指标都只讲机关运转。",
      en: """
        The goal of “flood supplies” is about nursery schools; or goal and indicators alike \
        are about running an office.
        """),
    unless: Message(
      zh: "含有本项目的字眼；各类项目通用的词不作依据；没有他项目的字眼，而本表指标提到本项目。",
      en: """
        It has a word of its own project; words that all kinds of projects have say nothing; \
        no other project is named, and an indicator names its own.
        """),
    decided: Message(
      zh: "待复核。",
      en: "For review."))
}
