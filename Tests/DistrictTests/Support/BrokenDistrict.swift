import Testing

/// One fault in a copy of the built-in district, and the words its message must hold.
struct BrokenDistrict: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let edit: Edit
  /// Words of the one message, the place first.
  let words: [String]
  /// How many messages the fault brings about; nil where one fault breaks many things.
  let count: Int?

  init(_ name: String, _ file: String, _ edit: Edit, _ words: [String], count: Int? = 1) {
    testDescription = name
    self.file = file
    self.edit = edit
    self.words = words
    self.count = count
  }
}
