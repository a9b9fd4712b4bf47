// Whoever imports `Tieout` names submissions, findings and writers: those come with it.
@_exported public import TieoutModel
@_exported public import TieoutWriters
