public import TieoutModel
public enum Catalogue { public static let checks: [any Check.Type] = [] }
