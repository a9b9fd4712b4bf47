public import TieoutModel

/// What the writers of records work out of a profile alone, so that no document has to.
public struct ProfileWords: Sendable {
  /// The types of fields that are no plain text.
  let types: TypeTable
  /// Its words in JSON with fields in full, and with fields as their values.
  let jsonFields, jsonValues: FormWords
  /// Its words in XML with fields in full, and with fields as their values.
  let xmlFields, xmlValues: FormWords

  init(_ profile: Profile) {
    types = TypeTable(profile)
    jsonFields = FormWords(profile, JSONFields.self)
    jsonValues = FormWords(profile, JSONValues.self)
    xmlFields = FormWords(profile, XMLFields.self)
    xmlValues = FormWords(profile, XMLValues.self)
  }

  /// Keeps them in a profile.
  public static func prepare(_ profile: inout Profile) { profile.prepare(ProfileWords.init) }
}

/// The words of a profile as one format writes them.
struct FormWords: Sendable {
  /// The names of fields, by number, as the format begins them.
  let names: PackedWords
  /// The canonical words, by number, escaped.
  let terms: PackedWords
  /// The comparators, by number, escaped.
  let comparators: PackedWords

  init<F: WordForm>(_ profile: Profile, _ form: F.Type) {
    names = PackedWords(profile.names, F.begin)
    terms = PackedWords(profile.terms) { $1.escaped($0, as: F.Values.self) }
    comparators = PackedWords(Comparator.allCases.map(\.symbol)) {
      $1.escaped($0, as: F.Values.self)
    }
  }
}

/// How a format writes fields.
protocol WordForm {
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
