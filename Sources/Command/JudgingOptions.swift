internal import ArgumentParser
internal import Tieout

/// What counts as a discrepancy, and how much it weighs.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Differences of no more than this, in the summary's unit, are only notes.",
      valueName: "amount"))
  var trivial: AmountArgument?

  @Option(
    help: ArgumentHelp(
      "Decimals that columns of money are kept in; else seen from the columns.",
      valueName: "number"))
  var decimals: Int?

  @Option(
    help: ArgumentHelp(
      "nearest: figures are rounded; either: they may have been cut off as well.",
      valueName: "how"))
  var rounding: RoundingChoice?

  @Flag(help: "Figures must agree to the digit; nothing passes as rounded.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "What a check finds broken is off, note, review, warning or error. May be repeated.",
      valueName: "check=severity"),
    transform: WeightArgument.init)
  var severity: [WeightArgument] = []

  func validate() throws {
    if let decimals, !Thresholds.decimals.contains(decimals) {
      throw ValidationError("--decimals is a whole number from 0 to 6.")
    }
    if exact, rounding != nil {
      throw ValidationError("--exact allows for no rounding: give one or the other.")
    }
  }

  /// The options of a run with what counts.
  func options(_ reading: Options) -> Options {
    var options = reading
    options.thresholds.trivial = trivial?.amount
    options.thresholds.decimals = decimals
    options.thresholds.rounding = rounding?.rounding
    options.thresholds.isExact = exact ? true : nil
    for weight in severity { options.thresholds.weights[weight.check] = weight.weight }
    return options
  }
}

/// An amount on the command line, exact as it is typed.
struct AmountArgument: ExpressibleByArgument {
  /// The amount.
  let amount: Quantity

  init?(argument: String) {
    let bytes = Array(argument.utf8)
    guard let amount = Quantity.whole(bytes, Slice(bytes.indices)), amount.digits >= 0 else {
      return nil
    }
    self.amount = amount
  }
}

/// How printed figures came to their last digit.
enum RoundingChoice: String, CaseIterable, ExpressibleByArgument {
  case nearest, either

  /// The library's word for it.
  var rounding: Thresholds.Rounding { self == .nearest ? .nearest : .either }
}

/// `AG05=off`: what the findings of a check weigh.
struct WeightArgument {
  /// The check's identifier.
  let check: String
  /// What its findings weigh.
  let weight: Thresholds.Weight

  /// Reads an argument; throws a `ValidationError` that says what of it is none.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw ValidationError("It is a check and a severity, such as AG05=off.")
    }
    guard let entry = Registry.check(String(parts[0])) else {
      throw ValidationError("There is no check \(parts[0]); tieout checks lists them.")
    }
    guard let weight = Thresholds.Weight.all.first(where: { $0.name == parts[1] }) else {
      let names = Thresholds.Weight.all.map(\.name).joined(separator: ", ")
      throw ValidationError("\(parts[1]) is none of \(names).")
    }
    (check, self.weight) = (entry.id, weight)
  }
}
