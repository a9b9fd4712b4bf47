/// A fingerprint, taken apart: `AG02`, the record, and the rest with its colon.
public struct FingerprintParts {
  private let check: Substring
  private let middle: Substring
  private let rest: Substring

  /// The record.
  public var record: String? { middle.isEmpty ? nil : String(middle) }

  /// Takes a fingerprint or its beginning apart; `nil` where it has no colon.
  public init?(_ fingerprint: String) {
    guard let colon = fingerprint.utf8.firstIndex(of: 0x3A) else { return nil }
    check = fingerprint[..<colon]
    let behind = fingerprint[fingerprint.utf8.index(after: colon)...]
    let end = behind.utf8.firstIndex(of: 0x3A) ?? behind.endIndex
    middle = behind[..<end]
    rest = behind[end...]
  }

  /// The fingerprint with another record.
  public func with(record: String) -> String { "\(check):\(record)\(rest)" }
  /// The fingerprint without its record.
  public var withoutRecord: String { "\(check):\(rest)" }

  /// Whether another fingerprint may name the same record by a number, or by a name that was recognised
  /// otherwise: half of its beginning is the same.
  public func mayBeCalled(_ other: FingerprintParts) -> Bool {
    let (own, name) = (Self.name(middle), Self.name(other.middle))
    if !name.isEmpty, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    let alike = zip(own.unicodeScalars, name.unicodeScalars).prefix { $0 == $1 }.count
    return alike > 0 && alike * 2 >= max(own.unicodeScalars.count, name.unicodeScalars.count)
  }

  /// The fingerprint without the readable name of its record, for papers of which names are masked.
  public var unnamed: String {
    guard let slash = middle.utf8.firstIndex(of: 0x2F) else { return with(record: String(middle)) }
    let key = middle[middle.utf8.index(after: slash)...]
    // Numbers and words of ours tell nothing.
    if key.utf8.allSatisfy({ $0 < 0x40 && $0 != 0x2D }) || key == "total" {
      return with(record: String(middle))
    }
    return with(record: String(middle[...slash]) + RecordKeys.digits(of: key))
  }

  /// What a record is called by, before its digits, and without what kind of record it is.
  private static func name(_ record: Substring) -> Substring {
    let key = record.split(separator: "/", maxSplits: 1).last ?? record
    return key.split(separator: "-", maxSplits: 1).first ?? key
  }
}
