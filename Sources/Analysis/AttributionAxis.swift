import District
import Scenarios

/// Among whom the effect of the funding is divided.
public enum AttributionAxis: String, CaseIterable, Sendable {
  /// The projects.
  case project
  /// The sources of funding.
  case source
  /// The channels through which projects act on the economy: the kinds of links.
  case channel
  /// Each channel with each sector, pillar or income line it acts on.
  case sectorChannel = "sector-channel"

  /// Ids of the players, in order.
  public func players(_ district: District) -> [String] {
    switch self {
    case .project: district.projects.map(\.id)
    case .source: district.sources.map(\.id)
    case .channel: ProjectLink.Kind.allCases.map(\.rawValue)
    case .sectorChannel: AttributionCell.all(of: district).map { $0.id(in: district) }
    }
  }

  /// True when a player takes links with it, and not money.
  var switchesLinks: Bool { self == .channel || self == .sectorChannel }
}

/// A channel with one thing it acts on: the links of one kind and target.
public struct AttributionCell: Sendable, Hashable {
  /// The channel.
  public let kind: ProjectLink.Kind
  /// Index of the sector, pillar or income line.
  public let target: Int

  /// The cells in which a district has links, by channel and target.
  public static func all(of district: District) -> [AttributionCell] {
    let used = Set(district.links.map { AttributionCell(kind: $0.kind, target: $0.target) })
    return ProjectLink.Kind.allCases.flatMap { kind in
      used.filter { $0.kind == kind }.sorted { $0.target < $1.target }
    }
  }

  /// `capital.crops`, or the channel alone where it has one target only.
  public func id(in district: District) -> String {
    switch kind {
    case .capital, .purchase, .productivity: "\(kind.rawValue).\(district.sectors[target].id)"
    case .pillar: "\(kind.rawValue).\(district.pillars[target].id)"
    case .income:
      "\(kind.rawValue).\(district.incomeLines[target].household.rawValue)_\(district.incomeLines[target].component.rawValue)"
    case .water, .stableJob: kind.rawValue
    }
  }
}
