public import TieoutModel

/// The improvements of a document, in their order: each relies on those before it.
public enum Stages {
  /// Those that look at characters and cells, and need no profile: one line a stage.
  public static let ofCells: [any Stage.Type] = [
    CleanText.self,
    SpreadSpans.self,
    ColumnNumbers.self,
  ]
  /// All: one line a stage.
  public static let all: [any Stage.Type] =
    ofCells + [
      LinesInTables.self,
      LabelCells.self,
      FarMarks.self,
      SettleColumns.self,
      JoinParts.self,
      LongTables.self,
      SplitRows.self,
      DealAmounts.self,
      FindRegions.self,
      SiblingLabels.self,
      MisreadLabels.self,
      AlignRows.self,
    ]
}
