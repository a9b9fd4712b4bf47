internal import ArgumentParser
internal import Tieout

/// `tieout validate`: holds outputs against the contract.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold JSON and XML outputs against the contract.",
    discussion: """
      XML is validated against tieout.xsd, JSON by reading it as the contract. Each problem is \
      told with its line or its JSON pointer. Exit codes: 0 all valid, 1 not, 2 unreadable.
      """)

  @Argument(help: "The files, or -.")
  var files: [String]

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var status = ExitStatus.fine
      for file in files {
        let problems = try Self.problems(of: try Inputs.bytes(file), named: file)
        if problems.isEmpty {
          if !reporting.quiet { try terminal.tell("\(file): \(terminal.word("符合", "valid"))") }
          continue
        }
        status = .findings
        for problem in problems {
          try terminal.tell(Self.line(problem, file, terminal.language))
        }
      }
      return status
    }
  }

  /// One problem on one line: the file, the line or the pointer, what is wrong.
  private static func line(
    _ problem: ContractProblem, _ file: String, _ language: Language
  ) -> String {
    let line = problem.line.map { ":\($0)" } ?? ""
    let place = problem.place.isEmpty ? "" : " \(problem.place):"
    return "\(file)\(line):\(place) \(problem.message.text(language))"
  }

  /// What is wrong with a file that looks like XML or like JSON.
  private static func problems(
    of bytes: [UInt8], named name: String
  ) throws(Complaint) -> [ContractProblem] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    switch text.first(where: { !$0.isBlankASCII }) {
    case UInt8(ascii: "<"): return Contract.validate(xml: bytes)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return Contract.validate(json: bytes)
    default:
      throw Complaint(
        zh: "“\(name)”既不是 XML 也不是 JSON。请给出 tieout 写出的文件。",
        en: "“\(name)” is neither XML nor JSON. Give a file that tieout wrote.")
    }
  }
}
