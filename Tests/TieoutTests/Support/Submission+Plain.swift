import Tieout

extension Submission {
  /// Reads one text as the command does.
  init(reading text: String, named name: String = "x.md") throws {
    self = try Tieout.run([Input(name: name, bytes: Array(text.utf8))])
  }

  /// The totals of the forms as they are read; empty where one is blank.
  var totals: [String] {
    details.map { record in record[profile.detail.total].map { self.text($0) } ?? "" }
  }

  /// The errors, each as its check and its records.
  var errors: [String] {
    findings.filter { $0.severity == .error }.map {
      "\($0.check) \($0.records.joined(separator: " "))"
    }
  }
}
