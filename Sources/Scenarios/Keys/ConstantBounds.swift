import District

/// The range each constant may be given in a scenario: that of the district's own file.
package enum ConstantBounds {
  /// Constants no equation reads, so that setting one would change nothing.
  package static let unread: Set<String> = ["population_2020"]

  /// The range of a constant.
  package static func bounds(of id: String) -> NumberRange { ranges[id] ?? .any }

  private static let ranges: [String: NumberRange] = Dictionary(
    uniqueKeysWithValues: ConstantForm.all.map { ($0.id, NumberRange($0.bounds)) })
}
