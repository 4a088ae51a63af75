import Analysis
import District

/// The pictures of a finished analysis, drawn again from its tables: for pages, and one by one.
public struct AnalysisPictures: Sendable {
  /// Kinds of analyses that have pictures, with the chart they are asked for by.
  public static let kinds: [(kind: String, chart: PictureKind)] = [
    ("attribution", .attribution), ("sensitivity", .tornado), ("allocation", .frontier),
  ]

  /// What was done.
  public let kind: PictureKind
  /// The heading above the pictures.
  let heading: String
  /// What the pictures say, in sentences.
  let notes: [String]
  /// Names of the pictures, in order.
  public let names: [String]
  /// How many of them a page shows at once.
  let shownFirst: Int
  private let draw: @Sendable (String) -> String?

  /// Reads an analysis.
  ///
  /// - Throws: as `StoredAnalysis.table`; `Diagnostic` when the kind of analysis has no pictures of its own.
  public init(_ analysis: StoredAnalysis, language: Language, width: Double = 720) throws {
    guard let kind = Self.kinds.first(where: { $0.kind == analysis.kind })?.chart else {
      throw Diagnostic(
        file: "\(analysis.folder)/\(OutputFolder.manifestName)",
        message:
          "a folder of the kind '\(analysis.kind)' has no pictures that can be drawn again; expected a run or one of "
          + Self.kinds.map(\.kind).joined(separator: ", "))
    }
    self.kind = kind
    switch kind {
    case .attribution:
      let report = AttributionReport(try StoredAttribution.read(analysis), language: language)
      let charts = AttributionCharts(report, width: width)
      heading = Label.pageAttribution.text(language, report.attribution.axis.label[language])
      notes = [report.method(language), Label.contributionNote[language]]
      names = report.attribution.outcomes.map(\.outcome.id)
      shownFirst = min(4, names.count { $0.contains(".") })
      draw = { charts.chart($0)?.svg() }
    case .tornado:
      let swings = try StoredSwings.read(analysis)
      heading = Label.swingSection[language]
      notes = [Label.swingNote[language], Label.distributionsNote[language]]
      names = swings.map(\.outcome.id)
      shownFirst = min(4, names.count)
      draw = { name in
        swings.first { $0.outcome.id == name }?.chart(language, width: width).svg()
      }
    case .frontier:
      let rows = try StoredFrontier.rows(of: analysis)
      let pictures = FrontierPictures(rows, scenario: analysis.scenario, language: language, width: width)
      heading = Label.allocationTitle.text(
        language, analysis.scenario.district.name[language], analysis.scenario.title[language])
      notes = [Label.allocationAssumed[language]]
      names = FrontierRow.Kind.allCases.filter { pictures.chart($0) != nil }.map(\.rawValue)
      shownFirst = names.count
      draw = { name in FrontierRow.Kind(rawValue: name).flatMap { pictures.chart($0)?.svg() } }
    case .fan, .bars, .projects, .money: preconditionFailure("a picture of a run")
    }
  }

  /// A picture as an SVG text; nil when there is none of the name.
  public func svg(_ name: String) -> String? { draw(name) }
}
