/// The words around a chart, in the language of the reader.
///
/// Charts know no language: every word comes from the caller. Text of users may hold anything; it is shown, never run.
public struct ChartHeading: Sendable, Equatable {
  /// What the chart shows.
  public var title: String
  /// Units, what bands and bars mean, the scenario.
  public var subtitle: String
  /// Lines at the foot: statuses such as 'assumed', the origin of the numbers.
  public var notes: [String]
  /// What a reader who cannot see the chart should know; the title when empty.
  public var description: String
  /// Names the chart among others on a page: letters, digits and hyphens.
  public var id: String

  /// Makes a heading.
  public init(
    title: String, subtitle: String = "", notes: [String] = [], description: String = "", id: String = "chart"
  ) {
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
    self.description = description
    self.id = id
  }
}
