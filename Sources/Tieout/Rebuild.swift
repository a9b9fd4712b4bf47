internal import TieoutStages

/// Reads the files of one submission, cleans them and rebuilds their tables, without making records.
public func rebuild(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Document {
  var document = try Document(inputs, format: options.format)
  let (profile, _) = try options.choose(for: document)
  for stage in Registry.stages { stage.run(&document, profile) }
  return document
}
