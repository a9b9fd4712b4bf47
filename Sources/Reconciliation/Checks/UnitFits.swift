internal import TieoutModel

/// Which units suit indicators whose names end in certain words, as a profile says.
struct UnitFits: Sendable {
  /// A rule of the profile.
  struct Fit: Sendable {
    /// The units that it names.
    let units: [UnitID]
    private let endings: [[UInt8]]
    private let except: [[UInt8]]
    /// Whether a unit suits: one that is named, or counts what a named one does; by number.
    private let isSuiting: [Bool]

    fileprivate init(_ fit: UnitFit, _ measures: Measures) {
      units = fit.units
      endings = fit.endings.map { Array($0.utf8) }
      except = fit.except.map { Array($0.utf8) }
      isSuiting = measures.units.map { unit in
        guard !fit.units.contains(unit) else { return true }
        guard let base = measures[unit]?.base else { return false }
        return fit.units.contains { measures[$0]?.base == base }
      }
    }

    /// The last bytes of its endings.
    fileprivate var lasts: Set<UInt8> { Set(endings.compactMap(\.last)) }

    fileprivate func suits(_ unit: UnitID) -> Bool { isSuiting[Int(unit.rawValue)] }

    fileprivate func applies(to title: Range<Int>, of text: [UInt8]) -> Bool {
      endings.contains { $0.end(title, of: text) } && !except.contains { $0.end(title, of: text) }
    }
  }

  private let fits: [Fit]
  /// The rules of names that end in a byte: most names end in another one.
  private let byLast: [[Int]]

  /// Whether there is no rule.
  var isEmpty: Bool { fits.isEmpty }

  /// Takes the rules of a profile.
  init(_ rules: [UnitFit], _ measures: Measures) {
    let fits = rules.map { Fit($0, measures) }.filter { !$0.lasts.isEmpty }
    self.fits = fits
    var byLast: [[Int]] = Array(repeating: [], count: 256)
    for place in fits.indices {
      for byte in fits[place].lasts { byLast[Int(byte)].append(place) }
    }
    self.byLast = byLast
  }

  /// The first rule that applies to a name and that neither of two units suits.
  func broken(_ title: Range<Int>, of text: [UInt8], _ bound: UnitID, _ target: UnitID) -> Fit? {
    guard !title.isEmpty else { return nil }
    for place in byLast[Int(text[title.upperBound - 1])]
    where !fits[place].suits(target) && !fits[place].suits(bound)
      && fits[place].applies(to: title, of: text)
    {
      return fits[place]
    }
    return nil
  }
}
