public import TieoutModel

/// The words of a profile as one format writes them.
public struct ProfileWords: Sendable {
  /// The names of fields, by number, as the format begins them.
  let names: PackedWords
  /// The canonical words, by number, escaped.
  let terms: PackedWords
  /// The comparators, by number, escaped.
  let comparators: PackedWords

  fileprivate init<F: WordForm>(_ profile: Profile, _ form: F.Type) {
    names = PackedWords(profile.names, F.begin)
    terms = PackedWords(profile.terms) { $1.escaped($0, as: F.Values.self) }
    comparators = PackedWords(Comparator.allCases.map(\.symbol)) {
      $1.escaped($0, as: F.Values.self)
    }
  }

  /// The words of a submission's profile, which has them where it was prepared.
  static func of<F: WordForm>(_ profile: Profile, as form: F.Type) -> ProfileWords {
    profile.prepared(Prepared<F>.init).words
  }

  /// Keeps in a profile what the writers of records work out of it alone.
  public static func prepare(_ profile: inout Profile) {
    profile.prepare(TypeTable.init)
    profile.prepare(Prepared<JSONFields>.init)
    profile.prepare(Prepared<JSONValues>.init)
    profile.prepare(Prepared<XMLFields>.init)
    profile.prepare(Prepared<XMLValues>.init)
  }

  /// The words in one form; each form has a type of its own, by which a profile keeps them.
  private struct Prepared<F: WordForm>: Sendable {
    let words: ProfileWords
    init(_ profile: Profile) { words = ProfileWords(profile, F.self) }
  }
}

/// How a format writes fields.
protocol WordForm: Sendable {
  /// How it escapes their values.
  associatedtype Values: Escaping
  /// Begins a field.
  static func begin(_ name: String, _ output: inout ByteBuffer)
}

/// JSON with fields in full: a name and a colon.
enum JSONFields: WordForm {
  typealias Values = JSONEscaping

  static func begin(_ name: String, _ output: inout ByteBuffer) {
    output.byte(0x22)
    output.escaped(name, as: JSONEscaping.self)
    output.literal("\":")
  }
}

/// JSON with fields as their values: what stands between two values.
enum JSONValues: WordForm {
  typealias Values = JSONEscaping

  static func begin(_ name: String, _ output: inout ByteBuffer) {
    output.byte(0x2C)
    JSONFields.begin(name, &output)
    output.byte(0x22)
  }
}

/// XML with fields in full: the start of an element.
enum XMLFields: WordForm {
  typealias Values = XMLEscaping

  static func begin(_ name: String, _ output: inout ByteBuffer) {
    output.literal("<field name=\"")
    output.escaped(name, as: XMLAttributeEscaping.self)
    output.byte(0x22)
  }
}

/// XML with fields as their values: the start of an attribute.
enum XMLValues: WordForm {
  typealias Values = XMLAttributeEscaping

  static func begin(_ name: String, _ output: inout ByteBuffer) {
    output.byte(0x20)
    output.escaped(name, as: NoEscaping.self)
    output.literal("=\"")
  }
}
