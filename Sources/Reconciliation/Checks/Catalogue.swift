public import TieoutModel

/// The checks that this program can execute, in the order of the catalogue.
public enum Catalogue {
  /// One line a check.
  public static let checks: [any Check.Type] = [
    ColumnMoved.self,
    TotalInDataRow.self,
    SequenceCheck.self,
    MisalignedRow.self,
    ImplausibleToken.self,
    DamagedForm.self,
    FootSummary.self,
    FootDetails.self,
    CrossFoot.self,
    AgreeWithSummary.self,
    AgreeInside.self,
    TextAgainstTarget.self,
    UnitSlip.self,
    UnitConflict.self,
    NameVaries.self,
    PairingUnsure.self,
    OrganisationDiffers.self,
    OwnRule.self,
    ComparatorContradiction.self,
    ForeignIndicator.self,
    ProseArithmetic.self,
    ProseAgainstFields.self,
    Unmatched.self,
    MandatoryField.self,
    CopiedProse.self,
    ForeignProse.self,
  ]
}
