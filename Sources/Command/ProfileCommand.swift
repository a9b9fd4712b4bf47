internal import ArgumentParser
internal import Tieout

/// `tieout profile`: lists, shows, checks, drafts and tries profiles.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "List, show, check, draft and try profiles.",
    subcommands: [
      List.self, Show.self, Lint.self, Draft.self, Test.self, Schema.self,
    ])

  /// `tieout profile list`: see its abstract.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the built-in profiles.")

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { terminal throws(Complaint) in
        let width = Registry.profiles.map(\.count).max() ?? 0
        for id in Registry.profiles {
          let named = try ProfileCommand.load(id)
          let gap = String(repeating: " ", count: width - id.count)
          try terminal.tell("\(id)\(gap)  \(named.profile.title.text(terminal.language))")
        }
        return .fine
      }
    }
  }

  /// `tieout profile show`: see its abstract.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a built-in profile's YAML, to start your own from.")

    @Argument(help: "The profile’s identifier.")
    var id: String

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { _ throws(Complaint) in
        let yaml: [UInt8]
        do throws(RunError) { yaml = try NamedProfile.yaml(id: id) } catch {
          throw Complaint(error)
        }
        try Terminal.data(yaml.span)
        return .fine
      }
    }
  }

  /// `tieout profile schema`: see its abstract.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the JSON Schema of profiles, for editors.")

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { _ throws(Complaint) in
        try Terminal.output(NamedProfile.schema.span)
        return .fine
      }
    }
  }

  /// `tieout profile lint`: see its abstract.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check profiles, and say what is wrong with its line, column and remedy.")

    @Argument(help: "Profiles in YAML.")
    var files: [String]

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { terminal throws(Complaint) in
        var status = ExitStatus.fine
        for file in files {
          do throws(Complaint) {
            let named = try ReadingOptions.load(file)
            for doubt in named.doubts {
              let words = Message(zh: "\(file)：\(doubt.zh)", en: "\(file): \(doubt.en)")
              terminal.say(words)
            }
            if !named.doubts.isEmpty { continue }
            if !reporting.quiet { try terminal.tell("\(file): \(terminal.word("无误", "fine"))") }
          } catch {
            terminal.complain(error)
            status = .unusable
          }
        }
        return status
      }
    }
  }

  /// `tieout profile draft`: see its abstract.
  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draft a profile from samples; it runs as it is.",
      discussion: """
        Tables and labels that repeat become columns, fields and groups with types and units; what \
        both sides repeat becomes the key and the amounts; relations that hold in the sample are \
        proposed. Each line says beside it what was seen.
        """)

    @Argument(help: "Files or folders of one submission, or -.")
    var inputs: [String]

    @Option(help: ArgumentHelp("The new profile’s identifier.", valueName: "id"))
    var id = "draft"

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { terminal throws(Complaint) in
        let inputs = try Inputs.gather(inputs, terminal, reading.limits)
        let options = try reading.options()
        let yaml: [UInt8]
        do throws(RunError) { yaml = try draftProfile(inputs, options, id: id) } catch {
          throw Complaint(error)
        }
        try Terminal.data(yaml.span)
        return .fine
      }
    }
  }

  /// `tieout profile test`: see its abstract.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Try a profile on a submission: what it finds, and what stays unread.")

    @Argument(help: "The profile: an identifier or a YAML file.")
    var profile: String

    @Argument(help: "Files or folders of one submission, or -.")
    var inputs: [String]

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
      try reporting.conclude { terminal throws(Complaint) in
        let named = try ReadingOptions.load(profile)
        var options = Options()
        options.profiles = [named]
        let inputs = try Inputs.gather(inputs, terminal, Limits())
        let outcome: Submission
        do throws(RunError) { outcome = try Tieout.run(inputs, options) } catch {
          throw Complaint(error)
        }
        for line in ProfileTrial(outcome).lines(terminal.language) { try terminal.tell(line) }
        return outcome.details.isEmpty && outcome.summary.rows.isEmpty ? .nothingToReconcile : .fine
      }
    }
  }

  /// A built-in profile.
  private static func load(_ id: String) throws(Complaint) -> NamedProfile {
    do throws(RunError) { return try NamedProfile(id: id) } catch { throw Complaint(error) }
  }
}
