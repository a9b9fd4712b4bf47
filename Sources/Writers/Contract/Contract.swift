internal import TieoutMarkup
internal import TieoutModel

/// The contract of `submission.json`, `submission.xml` and `findings.json`, version 1, and whether a
/// file keeps it.
public enum Contract {
  /// The JSON Schema of `submission.json`, for everybody else's validators.
  public static var jsonSchema: [UInt8] { PackageResources.tieout_schema_json }

  /// The XML Schema of `submission.xml`.
  public static var xmlSchema: [UInt8] { PackageResources.tieout_xsd }

  /// What is wrong with a `submission.json` or a `findings.json`; empty where it keeps the contract.
  ///
  /// The keys tell which of them it is; anything else is held against `submission.json`.
  public static func validate(json: [UInt8]) -> [ContractProblem] {
    var decoder = ContractDecoder(json)
    return decoder.problems(with: ContractFile(json: json) == .findings ? .findings : .submission)
  }

  /// What is wrong with a `submission.xml`; empty where it keeps the contract.
  public static func validate(xml: [UInt8]) -> [ContractProblem] {
    do throws(MarkupProblem) {
      let validator = try SchemaValidator(schema: xmlSchema)
      return validator.problems(in: xml).map(ContractProblem.init)
    } catch {
      return [ContractProblem(error)]
    }
  }
}

extension ContractProblem {
  /// A problem that libxml2 found.
  fileprivate init(_ problem: MarkupProblem) {
    self.init(
      place: problem.path, line: problem.line > 0 ? problem.line : nil,
      message: Message(zh: "不符合 XML 模式：\(problem.message)", en: problem.message))
  }
}
