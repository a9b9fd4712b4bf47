internal import ArgumentParser
internal import Tieout

/// `tieout validate`: holds outputs against the contract.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold JSON and XML outputs against the contract.",
    discussion: """
      submission.xml is validated against tieout.xsd, submission.json and findings.json by \
      reading them as the contract. Each problem is told with its line or its JSON pointer. Exit \
      codes: 0 all valid, 1 not, 2 unreadable or of another kind.
      """)

  @Argument(help: "The files, or -.")
  var files: [String]

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var status = ExitStatus.fine
      for file in files {
        let problems: [ContractProblem]
        do throws(Complaint) {
          problems = try Self.problems(of: try Inputs.bytes(file), named: file)
        } catch {
          terminal.complain(error)
          status = status.combined(with: error.status)
          continue
        }
        if problems.isEmpty {
          if !reporting.quiet { try terminal.tell("\(file): \(terminal.word("符合", "valid"))") }
          continue
        }
        status = status.combined(with: .findings)
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
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      switch ContractFile(json: bytes) {
      case .submission, .findings: return Contract.validate(json: bytes)
      case .trace: throw unchecked(name, zh: "处理记录（trace.json）", en: "a trace")
      case .manifest: throw unchecked(name, zh: "文件清单（manifest.json）", en: "a manifest")
      case .document: throw unchecked(name, zh: "转换出的文档", en: "a converted document")
      }
    default:
      throw Complaint(
        zh: "“\(name)”既不是 XML 也不是 JSON。请给出 tieout 写出的文件。",
        en: "“\(name)” is neither XML nor JSON. Give a file that tieout wrote.")
    }
  }

  /// Says that a file is an output of another kind.
  private static func unchecked(_ name: String, zh: String, en: String) -> Complaint {
    Complaint(
      zh: "“\(name)”是\(zh)；只校验 submission.json、submission.xml 和 findings.json。",
      en: "“\(name)” is \(en); only submission.json, submission.xml and findings.json are checked.")
  }
}
