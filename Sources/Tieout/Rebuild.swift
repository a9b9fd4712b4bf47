internal import TieoutStages

/// Reads the files of one submission, cleans them and rebuilds their tables, without making records.
public func rebuild(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Document {
  let options = options.starting()
  var document = try Document(inputs, options)
  let (profile, _) = try options.choose(for: document)
  for stage in Registry.stages {
    try options.begin(stage.name)
    stage.run(&document, profile)
  }
  return document
}
