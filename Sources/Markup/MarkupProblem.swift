/// Something that is wrong with an XML document, and where.
public struct MarkupProblem: Error, Hashable, Sendable {
  /// The line, counted from 1; 0 where libxml2 names none.
  ///
  /// libxml2 counts the lines of elements to 65,535 only.
  public var line: Int
  /// The way to the element, where there is one: `/submission/details/detail[38]/field[3]`.
  public var path: String
  /// What is wrong, in libxml2's words.
  public var message: String

  /// Creates a problem.
  public init(line: Int, path: String = "", message: String) {
    self.line = line
    self.path = path
    self.message = message
  }
}
