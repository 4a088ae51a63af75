/// Money planned by year, project and source, nominal 亿元.
public struct FundingPlan: Sendable, Equatable {
  /// First year of the plan (the year after the base year).
  public let firstYear: Int
  /// Number of years, projects and sources.
  public let years: Int
  /// Number of projects.
  public let projects: Int
  /// Number of sources.
  public let sources: Int
  /// The amounts, year-major, then project, then source; nominal 亿元.
  public var amounts: [Double]

  /// Makes a plan of zeros.
  public init(firstYear: Int, years: Int, projects: Int, sources: Int) {
    self.firstYear = firstYear
    self.years = years
    self.projects = projects
    self.sources = sources
    self.amounts = Array(repeating: 0, count: years * projects * sources)
  }

  /// The amount of one year (counted from 0 at `firstYear`), project and source, nominal 亿元.
  public subscript(year: Int, project: Int, source: Int) -> Double {
    get { amounts[(year * projects + project) * sources + source] }
    set { amounts[(year * projects + project) * sources + source] = newValue }
  }

  /// All the money of the plan, nominal 亿元.
  public var total: Double { amounts.reduce(0, +) }
}
