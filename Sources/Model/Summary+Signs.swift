extension Summary.Line {
  /// Whether the sum of the rows grows or shrinks by the line: `减：上年结转资金`.
  public var isSigned: Bool { label == .deduction || label == .addition }

  /// What a line adds to a sum of its column: of a deduction less than nothing, whether or not it is
  /// printed as a negative number; `nil` where it is no such line, or blank there.
  public func addend(_ column: FieldName?) -> Field? {
    guard isSigned, var field = (repaired ?? fields).named(column) else { return nil }
    if label == .deduction, let quantity = field.quantity, quantity.digits > 0 {
      field.value = .quantity(Quantity(digits: -quantity.digits, scale: quantity.scale))
    }
    return field
  }
}

extension Summary {
  /// What lines that are no rows add to the total of a column: those above it, or all of them where
  /// it stands above all rows.
  public func addends(_ column: FieldName?) -> [Field] {
    var addends: [Field] = []
    var hasRows = false
    for piece in pieces {
      for line in piece.lines.indices {
        switch piece.lines[line].owner {
        case .row: hasRows = true
        case .total where hasRows: return addends
        case .total, .nobody: break
        case .subtotal: if let addend = piece.lines[line].addend(column) { addends.append(addend) }
        }
      }
    }
    return addends
  }
}
