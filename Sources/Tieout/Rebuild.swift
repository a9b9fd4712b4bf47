internal import TieoutReaders
internal import TieoutStages

/// Reads the files of one submission, cleans them and rebuilds their tables, without making records.
///
/// Where values are to be masked records are made all the same: they alone know which those are. So they
/// are of papers whose tables are put together: they tell whether that was right.
public func rebuild(
  _ inputs: [Input], _ options: Options = Options()
) throws(RunError) -> Document {
  if !options.redacted.isEmpty { return try run(inputs, options).document }
  let options = options.starting()
  var document = try Document(inputs, options)
  if ListedPaper.isOne(document) { return try run(inputs, options).document }
  let profile = try options.choose(for: document).profile
  for stage in Registry.stages {
    try options.begin(stage.name)
    stage.run(&document, profile)
  }
  return document
}
