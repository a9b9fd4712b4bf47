import Testing
import TieoutModel
import TieoutRecords

/// What the language of profiles allows.
@Suite("The language of profiles")
struct ProfileLanguageTests {
  /// The small profile with lines replaced.
  private func load(_ was: String = "", _ now: String = "") throws -> Profile {
    try ProfileLoader.load(Array(changed(was, now).utf8), name: "grants.yaml")
  }

  private func changed(_ was: String, _ now: String) throws -> String {
    guard !was.isEmpty else { return soundProfile }
    let parts = soundProfile.split(separator: was, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the text stands in the profile once")
    return parts.joined(separator: now)
  }

  @Test("A word may be under one word or under several")
  func under() throws {
    let one = try load().detail.groups[1].columns[1].terms[0]
    let several = try load("under: 产出", "under: [成本, 产出]")
    #expect(one.parents.count == 1)
    let parents = several.detail.groups[1].columns[1].terms[0].parents
    #expect(parents.map { several.terms[Int($0.rawValue)] } == ["成本", "产出"])
  }

  @Test("A word's own spelling is one of its labels, once, whatever else it is called")
  func labelsOfTerm() throws {
    let profile = try load("{is: 自筹}", "{is: 自筹, also: [自筹资金, 自 筹]}")
    let term = profile.detail.groups[0].columns[0].terms[1]
    #expect(term.labels.map(profile.labels.word) == ["自筹", "自筹资金"])
  }

  @Test("Two spellings that the look-up does not tell apart are one label")
  func oneLabel() throws {
    let profile = try load("labels: [负责人]", "labels: [负责人, 负 责 人：]")
    #expect(profile.detail.fields[1].labels.count == 1)
    let label = try #require(profile.detail.fields[1].labels.first)
    #expect(profile.role(label).detailFields == [1])
  }

  @Test("Fields beside different fields, and lines of prose, may share a label")
  func sharedLabel() throws {
    let phone = "- {name: phone, labels: [电话], type: phone, beside: head}"
    let profile = try load(
      phone,
      phone + "\n    - {name: fax, labels: [电话], beside: project}"
        + "\n    - {name: hotline, labels: [电话], line: true}")
    let label = try #require(profile.detail.fields[2].labels.first)
    #expect(profile.role(label).detailFields == [2, 3, 4])
  }

  @Test("A profile may include files of the user's own, and parts of those")
  func ownIncludes() throws {
    let common = "include: [cn-common]\nrules:\n  rates: [比例]\n"
    let text = soundProfile.replacing("rules:\n  rates: [率]", with: "names:\n  prefixes: [甲]")
      .replacing("organisations:\n  aliases: [[教育局, 教委]]\n", with: "")
    let profile = try ProfileLoader.load(
      Array(("include: [ours]\n" + text).utf8), name: "grants.yaml",
      including: { $0 == "ours" ? Array(common.utf8) : BuiltInProfiles.source($0) })
    #expect(profile.rules.rateWords == ["比例"])
    #expect(!profile.organisations.endings.isEmpty)
  }

  @Test("A profile that reads all that it describes is doubted in nothing")
  func noDoubts() throws {
    #expect(ProfileDoubts.all(of: try load()) == [])
    for id in BuiltInProfiles.ids {
      #expect(ProfileDoubts.all(of: try #require(BuiltInProfiles.load(id))) == [], "\(id)")
    }
  }

  @Test("A field that nothing can give a value is named, and one whose lines go to another")
  func deadFields() throws {
    let dead = try load(
      "- {name: head, labels: [负责人], type: person, mandatory: true}",
      "- {name: head, labels: [负责人], type: person, mandatory: true}\n    - {name: nobody}")
    #expect(ProfileDoubts.all(of: dead).map(\.en).first?.contains("detail.nobody") == true)
    let shadowed = try load(
      "- {name: filled_by, labels: [填报科室]}",
      "- {name: filled_by, contains: [填报]}\n    - {name: office, contains: [填报科室]}")
    #expect(ProfileDoubts.all(of: shadowed).map(\.en).first?.contains("summary.office") == true)
  }

  @Test("A profile that no paper can choose is named")
  func neverChosen() throws {
    var lines: [String] = []
    for line in soundProfile.split(separator: "\n").map(String.init)
    where !line.contains("endings: [汇总表]") {
      var text = line.replacing(", mandatory: true", with: "")
      if text.contains("- {name"), text.contains("labels: ["), !text.contains("optional"),
        !text.contains("filled_by")
      {
        text = text.replacing("}", with: ", optional: true}")
      }
      lines.append(text)
    }
    let optional = lines.joined(separator: "\n")
    let profile = try ProfileLoader.load(Array(optional.utf8), name: "grants.yaml")
    #expect(ProfileDoubts.all(of: profile).map(\.en).first?.contains("no paper") == true)
  }

  @Test("Names may be Chinese")
  func chineseName() throws {
    let profile = try load("name: filled_by", "name: 填报科室")
    #expect(profile.field("填报科室") != nil)
  }

  @Test("White space at the end of titles means nothing")
  func titles() throws {
    #expect(try load("endings: [汇总表]", "endings: [汇 总 表]").summary.titleEndings == ["汇总表"])
  }

  @Test("A column and what is read out of the text may be one field, if they mean the same")
  func comparator() throws {
    let target = "- {name: target, role: target, labels: [目标值], type: target}"
    let profile = try ProfileLoader.load(
      Array(
        changed(
          target,
          target + "\n        - {name: sign, role: comparator, labels: [要求], type: comparator}"
        ).replacing("reads: {", with: "reads: {comparator: sign, ").utf8), name: "grants.yaml")
    #expect(profile.detail.groups[1].roles[.comparator].map(profile.name) == "sign")
  }

  @Test("The type of a column of words has to be said")
  func plainText() throws {
    #expect(try load().summary.columns[3].type == .text)
    #expect(try load().summary.columns[3].terms.isEmpty)
  }

  @Test("A profile may know the summary alone")
  func summaryAlone() throws {
    let detail = try #require(soundProfile.split(separator: "detail:").last)
    let end = try #require(detail.split(separator: "rules:").first)
    let profile = try load("detail:" + end, "")
    #expect(profile.detail.fields.isEmpty)
    #expect(profile.detail.key == nil)
    #expect(profile.summary.key != nil)
  }

  @Test("A list that is used twice may be written once")
  func anchors() throws {
    let profile = try load(
      "labels: [填报科室]}", "labels: &office [填报科室]}\n    - {name: by, contains: *office}")
    #expect(profile.summary.fields[1].containing == ["填报科室"])
  }

  @Test("Neither the byte order mark nor the ends of lines matter", arguments: ["\n", "\r\n"])
  func windows(_ end: String) throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(soundProfile.replacing("\n", with: end).utf8)
    let profile = try ProfileLoader.load(bytes, name: "grants.yaml")
    #expect(profile.summary.columns.map { profile.name($0.name) }.last == "note")
  }
}
