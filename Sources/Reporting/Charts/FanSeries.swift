/// A series by year with its ranges, in the unit shown.
public struct FanSeries: Sendable, Equatable {
  /// A label at the end of a series.
  public struct EndLabel: Sendable, Equatable {
    /// The value it stands beside.
    public let value: Double
    /// The words.
    public let text: String
    /// True for bold.
    public let isStrong: Bool

    /// Makes a label.
    public init(_ text: String, at value: Double, isStrong: Bool = false) {
      self.text = text
      self.value = value
      self.isStrong = isStrong
    }
  }

  /// The name.
  public let name: String
  /// Year of the first value.
  public let firstYear: Int
  /// Medians, a year each.
  public let median: [Double]
  /// The inner band, 25 to 75 %; empty for none.
  public let inner: [ClosedRange<Double>]
  /// The outer band, 5 to 95 %; empty for none.
  public let outer: [ClosedRange<Double>]
  /// Labels at the right end; when empty, the name and the last median.
  public let endLabels: [EndLabel]

  /// Makes a series.
  ///
  /// - Precondition: bands are empty or have a range for each median; values are finite.
  public init(
    name: String, firstYear: Int, median: [Double], inner: [ClosedRange<Double>] = [],
    outer: [ClosedRange<Double>] = [], endLabels: [EndLabel] = []
  ) {
    precondition(inner.isEmpty || inner.count == median.count, "an inner range for each year")
    precondition(outer.isEmpty || outer.count == median.count, "an outer range for each year")
    self.name = name
    self.firstYear = firstYear
    self.median = median
    self.inner = inner
    self.outer = outer
    self.endLabels = endLabels
  }

  /// The years.
  public var years: Range<Int> { firstYear..<(firstYear + median.count) }

  var values: [Double] { median + (inner + outer).flatMap { [$0.lowerBound, $0.upperBound] } }
}

/// A level to be reached.
public struct FanTarget: Sendable, Equatable {
  /// The level.
  public let value: Double
  /// What it is: `commitment: above 100 in 2025`.
  public let label: String
  /// A second line: with what probability it is met.
  public let detail: String
  /// The year it is due, marked with a diamond; nil for a level without a date.
  public let year: Int?

  /// Makes a target.
  public init(value: Double, label: String, detail: String = "", year: Int? = nil) {
    self.value = value
    self.label = label
    self.detail = detail
    self.year = year
  }
}

/// A value that was observed.
public struct FanObservation: Sendable, Equatable {
  /// The year.
  public let year: Int
  /// The value.
  public let value: Double
  /// Its uncertainty, drawn as an error bar.
  public let range: ClosedRange<Double>?
  /// What it is.
  public let label: String

  /// Makes an observation.
  public init(year: Int, value: Double, range: ClosedRange<Double>? = nil, label: String) {
    self.year = year
    self.value = value
    self.range = range
    self.label = label
  }
}
