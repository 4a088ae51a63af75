import Analysis
import District

/// A player of an attribution in words.
struct PlayerWords: Sendable {
  /// Its id in files.
  let id: String
  /// Its name.
  let name: BilingualText
  /// True for a project that the policy document does not name.
  let isPlaceholder: Bool

  /// The players of an axis, in order.
  static func all(_ axis: AttributionAxis, _ district: District) -> [PlayerWords] {
    switch axis {
    case .project:
      return district.projects.map {
        PlayerWords(
          id: $0.id, name: BilingualText(zh: $0.markedName(.zh), en: $0.markedName(.en)),
          isPlaceholder: $0.isPlaceholder)
      }
    case .source:
      return district.sources.map { PlayerWords(id: $0.id, name: $0.name, isPlaceholder: false) }
    case .channel:
      return ProjectLink.Kind.allCases.map { PlayerWords(id: $0.rawValue, name: $0.label.words, isPlaceholder: false) }
    case .sectorChannel:
      return AttributionCell.all(of: district).map { cell in
        let channel = cell.kind.label.words
        let name = target(of: cell, district).map {
          BilingualText(zh: "\(channel.zh)·\($0.zh)", en: "\(channel.en), \($0.en)")
        }
        return PlayerWords(id: cell.id(in: district), name: name ?? channel, isPlaceholder: false)
      }
    }
  }

  private static func target(of cell: AttributionCell, _ district: District) -> BilingualText? {
    switch cell.kind {
    case .capital, .purchase, .productivity: district.sectors[cell.target].name
    case .pillar: district.pillars[cell.target].name
    case .income: district.incomeLines[cell.target].words
    case .water, .stableJob: nil
    }
  }
}

extension ProjectLink.Kind {
  /// The channel in words.
  var label: Label {
    switch self {
    case .capital: .channelCapital
    case .purchase: .channelPurchase
    case .productivity: .channelProductivity
    case .pillar: .channelPillar
    case .income: .channelIncome
    case .water: .channelWater
    case .stableJob: .channelStableJob
    }
  }
}

extension IncomeLine {
  /// Household and component in words.
  fileprivate var words: BilingualText {
    let households: [Household: BilingualText] = [
      .rural: BilingualText(zh: "农村", en: "rural"), .urban: BilingualText(zh: "城镇", en: "urban"),
    ]
    let components: [IncomeComponent: BilingualText] = [
      .wage: BilingualText(zh: "工资", en: "wages"), .business: BilingualText(zh: "经营", en: "business"),
      .property: BilingualText(zh: "财产", en: "property"), .transfer: BilingualText(zh: "转移", en: "transfers"),
    ]
    let (household, component) = (households[household]!, components[component]!)
    return BilingualText(zh: household.zh + component.zh, en: "\(household.en) \(component.en)")
  }
}
