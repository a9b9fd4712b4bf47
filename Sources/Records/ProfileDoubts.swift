public import TieoutModel

/// Finds what a profile describes that no paper can ever hold: it loads, and reads nothing.
public enum ProfileDoubts {
  /// What is doubtful, in the order of the profile.
  public static func all(of profile: Profile) -> [Message] {
    var doubts: [Message] = []
    if isNeverChosen(profile) {
      doubts.append(
        Message(
          zh: "没有必备的列或带标签的字段，任何文件都不会自动选用此模板；请去掉某列的 optional，或用 --profile 指定",
          en: "no column or labelled field is without “optional”, so no paper is ever read by it "
            + "unasked; take “optional” off one, or name it with --profile"))
    }
    for field in profile.detail.fields where isNeverFound(field, profile) {
      let name = profile.name(field.name)
      doubts.append(
        Message(
          zh: "字段“detail.\(name)”没有标签，永远读不到；请添加“labels”或“contains”",
          en: "the field “detail.\(name)” has no labels and is never found; add “labels” or "
            + "“contains”"))
    }
    doubts += shadowed(profile.detail.fields, "detail", profile)
    doubts += shadowed(profile.summary.fields, "summary", profile)
    return doubts
  }

  /// Whether nothing that a paper prints can choose the profile.
  private static func isNeverChosen(_ profile: Profile) -> Bool {
    !profile.summary.columns.contains { !$0.isOptional }
      && !profile.detail.fields.contains { field in
        !field.labels.isEmpty && (field.isLine ? field.isMandatory : !field.isOptional)
      }
      && profile.summary.titleEndings.isEmpty && profile.detail.titleEndings.isEmpty
  }

  /// Whether nothing gives a field its value: no label, no words, no other field or group.
  private static func isNeverFound(_ field: FieldSpec, _ profile: Profile) -> Bool {
    field.labels.isEmpty && field.containing.isEmpty && !field.isRest
      && field.name != profile.detail.note
      && !profile.detail.fields.contains { $0.then == field.name }
  }

  /// The fields whose words all hold those of a field before them, which takes their lines.
  private static func shadowed(
    _ fields: [FieldSpec], _ section: String, _ profile: Profile
  ) -> [Message] {
    fields.indices.compactMap { place -> Message? in
      let field = fields[place]
      guard !field.containing.isEmpty, field.labels.isEmpty else { return nil }
      let other = fields[..<place].first { earlier in
        !earlier.containing.isEmpty
          && field.containing.allSatisfy { word in earlier.containing.contains { word.holds($0) } }
      }
      guard let other else { return nil }
      let (name, earlier) = (profile.name(field.name), profile.name(other.name))
      return Message(
        zh: "字段“\(section).\(name)”的各行都先归于“\(earlier)”，永远读不到；请把它移到前面",
        en: "all lines of “\(section).\(name)” go to “\(earlier)” before it; put it first")
    }
  }
}

extension String {
  /// Whether another text stands in this one.
  fileprivate func holds(_ other: String) -> Bool {
    let (text, word) = (Array(utf8), Array(other.utf8))
    guard !word.isEmpty, word.count <= text.count else { return word.isEmpty }
    return (0...text.count - word.count).contains { text[$0..<$0 + word.count] == word[...] }
  }
}
