/// How a family of submissions looks and what must hold in it; loaded from YAML.
///
/// Everything that code must not know about a form stands here: labels and their synonyms, columns,
/// groups, units, aliases, the rules of the document. All strings are numbered once at loading, so
/// that the pipeline compares small integers.
public struct Profile: Sendable {
  /// The name by which it is asked for.
  public var id: String
  /// The version that outputs state.
  public var version: String
  /// Its name for people.
  public var title: Message
  /// The names of fields and groups: letters, digits and underscores, as XML attributes may be named.
  public var names: [String]
  /// Canonical words: funding sources, indicator levels, and the like.
  public var terms: [String]
  /// The labels by which cells and lines are recognised.
  public var labels: LabelTable
  /// The units that numbers come in.
  public var units: UnitTable
  /// How organisations are written.
  public var organisations: OrganisationSpec
  /// Prefixes of project names that do not distinguish them: `部门项目款-`.
  public var namePrefixes: [String]
  /// The prose before the tables.
  public var letter: LetterSpec
  /// The summary table.
  public var summary: SummarySpec
  /// The detail forms.
  public var detail: DetailSpec
  /// The document's own rules.
  public var rules: RuleSpec
  /// What counts as a discrepancy, and how much it weighs.
  public var thresholds = Thresholds()
  /// Words by which a line shows that a paper is of another family.
  public var excludes: [String] = []
  /// Labels of captions that name the unit of money over any table: `单位：万元`.
  public var captions: [LabelID] = []
  /// Words of lines that every paper of the family repeats and nobody reads.
  public var boilerplate: [String] = []
  /// What must hold between figures.
  public var relations: [FigureRelation] = []
  /// What stages keep with it, by type.
  var prepared: [ObjectIdentifier: any Sendable] = [:]
  /// Which figures keep what sentences of the papers demand.
  public var statedRules: [StatedRule] = []
  /// What each label means where; filled by `compile()`.
  public internal(set) var meanings = LabelMeanings([LabelRole()])

  /// Creates an empty profile, to be filled by a loader.
  public init(id: String, version: String) {
    self.id = id
    self.version = version
    title = Message(zh: id, en: id)
    names = []
    terms = []
    labels = LabelTable()
    units = UnitTable()
    organisations = OrganisationSpec()
    namePrefixes = []
    letter = LetterSpec()
    summary = SummarySpec()
    detail = DetailSpec()
    rules = RuleSpec()
  }

  /// The identifier of the reading without a profile, by what repeats in the papers.
  public static let genericID = "none"

  /// Whether it was drafted from the papers that it reads.
  public var isGeneric: Bool { id == Self.genericID }

  /// The string of a field name.
  public func name(_ field: FieldName) -> String { names[Int(field.rawValue)] }

  /// The field with a name; `nil` where the profile has none.
  public func field(_ name: String) -> FieldName? {
    names.firstIndex(of: name).map { FieldName(rawValue: UInt16($0)) }
  }

  /// The number of a name, added where it is new.
  public mutating func intern(_ name: String) -> FieldName {
    if let known = field(name) { return known }
    names.append(name)
    return FieldName(rawValue: UInt16(names.count - 1))
  }

  /// The number of a canonical word, added where it is new.
  public mutating func term(_ word: String) -> TermID {
    // By bytes: comparing strings outside ASCII asks for canonical equivalence.
    let known = terms.firstIndex {
      $0.utf8.count == word.utf8.count && $0.utf8.elementsEqual(word.utf8)
    }
    if let known { return TermID(rawValue: UInt16(known)) }
    terms.append(word)
    return TermID(rawValue: UInt16(terms.count - 1))
  }
}

/// A field's name, numbered by its profile.
public struct FieldName: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The place in `Profile.names`.
  public var rawValue: UInt16
  /// Creates the name with a number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A canonical word, numbered by its profile.
public struct TermID: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The place in `Profile.terms`.
  public var rawValue: UInt16
  /// Creates the word with a number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A label, numbered by its profile.
public struct LabelID: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The place in the label table, from 1.
  public var rawValue: UInt16
  /// Creates the label with a number.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// No label.
  @inlinable public static var none: LabelID { LabelID(rawValue: 0) }
}

/// What a value is, by which it is parsed and checked.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Free text.
  case text
  /// A name of something: a project, an indicator.
  case name
  /// A row number.
  case sequence
  /// Money.
  case amount
  /// A number with any unit.
  case quantity
  /// A whole number of things.
  case count
  /// A number or a word: what an indicator aims at.
  case target
  /// A unit of measure.
  case unit
  /// A comparator.
  case comparator
  /// A percentage.
  case rate
  /// A date.
  case date
  /// A person's name.
  case person
  /// A telephone number.
  case phone
  /// An organisation.
  case organisation
  /// A reference code.
  case code
  /// One word of a closed list.
  case term
}

/// How organisations are written in a family of submissions.
public struct OrganisationSpec: Sendable {
  /// Endings that name no other body: `本级`, `部门`.
  public var endings: [String] = []
  /// Groups of names for one body.
  public var aliases: [[String]] = []
  /// Creates an empty description.
  public init() {}
}

/// The rules that the papers themselves state.
public struct RuleSpec: Sendable {
  /// Words that make an indicator a rate: `率`.
  public var rateWords: [String] = []
  /// Words in front of the least that a sentence demands: `应不低于`.
  public var floorWords: [String] = []
  /// Words in front of the most that a sentence allows: `不得超过`.
  public var ceilingWords: [String] = []
  /// Names of indicators for which less is better.
  public var lessIsBetter: [String] = []
  /// Words by which a rate may be over 100 %: `增长`.
  public var growthWords: [String] = []
  /// Which units suit which indicators.
  public var unitFits: [UnitFit] = []
  /// Words by which a footnote asks for each family of indicators: `均需填列`.
  public var demandWords: [String] = []
  /// What the letter counts: `项目`.
  public var recordWords: [String] = []
  /// Words by which a cost is a part, another year's, or for each of many: `其中`, `人均`.
  public var narrowingWords: [String] = []
  /// How the names of such costs end: `标准`.
  public var narrowingEndings: [String] = []
  /// Words by which an amount is what is saved: `节约`.
  public var savingWords: [String] = []
  /// What must hold between the fields of one record.
  public var relations: [RelationSpec] = []
  /// Groups of unit names that mean the same: `月`, `个月`.
  public var unitSynonyms: [[String]] = []
  /// Creates an empty description.
  public init() {}
}
