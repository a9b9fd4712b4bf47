import Testing

@testable import TieoutRecords

@Suite("Names of fields made of labels")
struct FieldNamesTests {
  @Test(
    "letters and digits stay, underscores part words",
    arguments: [
      ("Award amount (USD)", "award_amount"), ("项目名称", "项目名称"), ("N.º", "n"),
      ("Ens col·laborador", "ens_col_laborador"),
      ("2ª fase", "no_2_fase"), ("XML files", "no_xml_files"), ("…", "field"),
    ])
  func names(_ label: String, _ name: String) {
    #expect(label.asFieldName == name)
  }

  @Test("no character of a label makes a name that no field may have")
  func everyScalar() {
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for label in [String(scalar), "a" + String(scalar)] where !label.asFieldName.isFieldName {
        Issue.record("U+\(String(value, radix: 16)) makes “\(label.asFieldName)”")
      }
    }
  }
}
