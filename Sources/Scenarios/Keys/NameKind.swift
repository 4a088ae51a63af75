import District

/// What a name in a scenario file may name: each kind is a closed list that the district gives.
package enum NameKind: String, CaseIterable, Sendable {
  case project
  case source
  case shock
  case parameter
  case constant
  case indicator

  /// The word for one of them in messages.
  package var word: String {
    switch self {
    case .project: "project"
    case .source: "funding source"
    case .shock: "shock"
    case .parameter: "uncertain parameter"
    case .constant: "constant"
    case .indicator: "indicator"
    }
  }
}

/// The names of a district, by kind, in the order of its files.
package struct ScenarioNames: Sendable {
  private let lists: [NameKind: [String]]
  private let sets: [NameKind: Set<String>]

  /// The names of a district.
  package init(_ district: District) {
    self.init(lists: [
      .project: district.projects.map(\.id), .source: district.sources.map(\.id),
      .shock: district.shocks.map(\.id), .parameter: district.parameters.map(\.id),
      .constant: Constants.fields.map(\.id), .indicator: IndicatorCatalogue(district).indicators.map(\.id),
    ])
  }

  private init(lists: [NameKind: [String]]) {
    self.lists = lists
    self.sets = lists.mapValues(Set.init)
  }

  /// All the names of a kind.
  package func all(_ kind: NameKind) -> [String] { lists[kind] ?? [] }

  /// True when the district has the name.
  package func has(_ name: String, _ kind: NameKind) -> Bool { sets[kind]?.contains(name) ?? false }
}
