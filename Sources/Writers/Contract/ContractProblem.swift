public import TieoutModel

/// Something in an output file that the contract does not allow, and where.
public struct ContractProblem: Hashable, Sendable {
  /// Where: in JSON a pointer (`/details/37/fields/total/unit`, empty for the whole document), in XML
  /// the way to the element (`/submission/details/detail[38]`, empty where there is none).
  public var place: String
  /// The line, counted from 1; `nil` where it is not known.
  public var line: Int?
  /// What is wrong.
  public var message: Message

  /// Creates a problem.
  public init(place: String, line: Int? = nil, message: Message) {
    self.place = place
    self.line = line
    self.message = message
  }
}
