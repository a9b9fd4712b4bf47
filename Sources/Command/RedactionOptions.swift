internal import ArgumentParser
internal import Tieout

/// What is masked in everything that is written and said.
struct RedactionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Mask these wherever they stand, in all outputs: person, phone, organisation, code.",
      valueName: "types"))
  var redact: RedactedTypes?

  /// The options of a run with what is masked.
  func options(_ options: Options) -> Options {
    var options = options
    options.redacted = redact?.types ?? []
    return options
  }
}

/// `person,phone`: types of values.
struct RedactedTypes: ExpressibleByArgument {
  /// The types, in the order of `FieldType.redactable`.
  let types: [FieldType]

  init?(argument: String) {
    let words = argument.split(separator: ",").map { String($0) }
    types = FieldType.redactable.filter { words.contains($0.rawValue) }
    if types.isEmpty || types.count != Set(words).count { return nil }
  }
}

extension Terminal {
  /// Says how much was masked in a submission, where something was to be.
  func tellRedactions(_ submission: Submission) {
    for redaction in submission.redactions {
      let (type, values, places) = (redaction.type.rawValue, redaction.values, redaction.places)
      say(
        Message(
          zh: "已遮盖 \(type)：\(values) 个，共 \(places) 处",
          en: "Masked, \(type): \(values) at \(places) places"))
    }
  }
}
