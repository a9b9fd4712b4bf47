internal import TieoutModel

/// A profile that is being drafted: what stands in its file, and the evidence for each line.
struct ProfileDraft {
  /// A column or a field.
  struct Entry {
    /// Its name.
    var name: String
    /// Its labels as they are printed.
    var labels: [String]
    /// The key by which its first label is compared.
    var key: String
    var type: FieldType = .text
    var unit: String?
    /// What linking and checks take it for.
    var means: String?
    /// What the checks of indicators take it for.
    var role: String?
    var isLine = false
    var isRest = false
    var isOptional = false
    var isCarried = false
    var beside: String?
    /// The column under which it stands, where its label is that of a line.
    var column: String?
    var contains: [String] = []
    /// The field that takes a second value behind the label.
    var then: String?
    /// The words of a closed list, with those above to which they belong.
    var terms: [(word: String, parents: [String])] = []
    /// What was seen of it.
    var evidence = ""
  }

  /// A group of repeated rows.
  struct Group {
    var name: String
    var kind: GroupSpec.Kind
    var columns: [Entry]
    var evidence = ""
  }

  /// How the title of the summary, and those of forms, end.
  var summaryTitle: String?
  var formTitle: String?
  var captions: [Entry] = []
  var columns: [Entry] = []
  var totalRows: [String] = []
  var subtotalRows: [String] = []
  /// Whether rows of the summary head others.
  var hasSections = false
  /// The line before each form that numbers it.
  var attachment: Entry?
  var headings: [String] = []
  var fields: [Entry] = []
  var footnote: Entry?
  var groups: [Group] = []
  /// The unit that a caption of the forms names.
  var unitOfForms: String?
  /// Units that are no money.
  var units: [String] = []
  var relations: [DraftRelation] = []
  /// What was found altogether.
  var summaryRows = 0
  var formCount = 0
  var isChinese = true

  /// Whether sums of money are there of which nothing names the unit.
  var hasUnnamedMoney: Bool {
    (columns + fields + groups.flatMap(\.columns)).contains { $0.unit == DraftWords.unnamedMoney }
  }
}

extension ProfileDraft {
  /// The labels of an entry that no other one of its place has, and that hold letters.
  static func labels(_ label: String, _ taken: inout Set<String>) -> [String] {
    let key = key(label)
    return !key.isEmpty && taken.insert(key).inserted ? [label] : []
  }
}

extension [String] {
  /// The name with a number behind it that none of these names is.
  func unique(_ name: String) -> String {
    guard contains(name) else { return name }
    var number = 2
    while contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }
}
