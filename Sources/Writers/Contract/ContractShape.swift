/// What a JSON value of the contract may be.
indirect enum ContractShape: Sendable {
  /// A string with at least one character.
  case text
  /// Any string.
  case string
  /// An exact decimal in a string.
  case decimal
  /// A string of this form.
  case code(Code)
  /// One of these strings.
  case word([String])
  /// An integer that is not less.
  case integer(from: Int)
  /// Any number.
  case number
  /// An array with this many elements.
  case array(ContractShape, ClosedRange<Int> = 0...Int.max)
  /// An object with these members and no others.
  case object([Member])
  /// An object with any other members of one shape beside these.
  case dictionary(ContractShape, and: [Member] = [])
  /// A string of one shape, or an object of another.
  case either(ContractShape, object: ContractShape)
  /// An object whose members are not fixed.
  case open

  /// A string by its form.
  enum Code: Sendable {
    /// `AG02`.
    case check
    /// `f12`.
    case finding
    /// `r3`.
    case repair
    /// 64 hexadecimal digits.
    case sha256
  }

  /// A member of an object.
  struct Member: Sendable {
    /// Its name.
    var name: String
    /// What its value may be.
    var shape: ContractShape
    /// Whether it must be there.
    var isRequired: Bool

    /// A member that must be there.
    static func must(_ name: String, _ shape: ContractShape) -> Member {
      Member(name: name, shape: shape, isRequired: true)
    }

    /// A member that may be there.
    static func may(_ name: String, _ shape: ContractShape) -> Member {
      Member(name: name, shape: shape, isRequired: false)
    }
  }
}
