extension String {
  /// Whether it may name a field, of which outputs make keys, paths and XML attributes.
  var isFieldName: Bool {
    // XML keeps names that begin with its own for itself.
    unicodeScalars.first?.properties.isXIDStart == true
      && unicodeScalars.allSatisfy(\.isPartOfNames) && !lowercased().hasPrefix("xml")
  }

  /// The name of a field, made of a label as it is printed: letters and digits, joined by underscores.
  var asFieldName: String {
    var name = ""
    var isGap = false
    for scalar in withoutUnit.unicodeScalars {
      if scalar == "'" || scalar == "’" { continue }
      guard scalar.isPartOfNames, scalar != "_" else {
        isGap = true
        continue
      }
      if isGap, !name.isEmpty, name.utf8.last.map({ $0 < 0x80 }) == true { name += "_" }
      isGap = false
      name += scalar.properties.lowercaseMapping
    }
    if name.isEmpty { return "field" }
    return name.isFieldName ? name : "no_" + name
  }

  /// The label without the brackets at its end.
  private var withoutUnit: Substring {
    let open: Character? = hasSuffix(")") ? "(" : hasSuffix("）") ? "（" : nil
    guard let open, let start = lastIndex(of: open), start > startIndex else { return self[...] }
    return self[..<start]
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in the name of a field.
  fileprivate var isPartOfNames: Bool {
    // XML leaves out ª, µ, º, · and ⁔.
    properties.isXIDContinue && (value < 0x80 || value >= 0xC0) && value != 0x2054
  }
}
