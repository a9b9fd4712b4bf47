internal import TieoutModel
internal import TieoutRecords
internal import TieoutStages

/// Drafts a profile from the files of one submission, in YAML.
///
/// The draft reads the papers once as it is, and says which relations hold in what it reads.
public func draftProfile(
  _ inputs: [Input], _ options: Options = Options(), id: String = "draft"
) throws(RunError) -> [UInt8] {
  let document = try Document(inputs, options.starting())
  guard let yaml = try ProfileDrafter.yaml(of: document, id: id) else {
    throw RunError(
      zh: "找不到重复的表格，也找不到汇总表，无法起草模板。请给出至少含两份明细表或一张汇总表的文件。",
      en: "Neither forms that repeat nor a summary table show, so that nothing can be drafted. "
        + "Give a submission with two forms or a summary at least.")
  }
  return yaml
}

extension ProfileDrafter {
  /// The profile that the papers themselves give; `nil` where they give none.
  static func profile(of document: Document, id: String) throws(RunError) -> Profile? {
    guard let yaml = try yaml(of: document, id: id) else { return nil }
    return try NamedProfile(yaml: yaml, name: id).profile
  }

  /// The YAML of the profile that the papers themselves give.
  static func yaml(of document: Document, id: String) throws(RunError) -> [UInt8]? {
    var cleaned = document
    for stage in Stages.ofCells { stage.run(&cleaned, Profile.blank) }
    guard let first = draft(cleaned, id: id) else { return nil }
    let profile = try NamedProfile(yaml: first, name: id).profile
    var sample = document
    for stage in Registry.stages { stage.run(&sample, profile) }
    let submission = Extractor.extract(sample, profile, score: 100)
    let relations = RelationFinder.relations(in: submission)
    return relations.isEmpty ? first : draft(cleaned, id: id, relations: relations)
  }
}
