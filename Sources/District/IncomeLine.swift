/// Household types whose income is projected.
public enum Household: String, CaseIterable, Sendable {
  /// Rural residents, nearly all of them relocated.
  case rural
  /// Urban residents.
  case urban
}

/// The four components of disposable income.
public enum IncomeComponent: String, CaseIterable, Sendable {
  /// Wages and salaries.
  case wage
  /// Net business income.
  case business
  /// Net property income.
  case property
  /// Net transfers.
  case transfer
}

/// One line of household income: a household type and a component (index i in step 12).
public struct IncomeLine: Sendable, Equatable {
  /// Household type.
  public let household: Household
  /// Component of income.
  public let component: IncomeComponent
  /// Income of the base year, yuan a head.
  public let base: Double
  /// Real trend, log a year.
  public let trend: Double

  /// Makes a line.
  public init(household: Household, component: IncomeComponent, base: Double, trend: Double) {
    self.household = household
    self.component = component
    self.base = base
    self.trend = trend
  }
}

/// What an income line responds to: an entry of Lambda.
public struct IncomeElasticity: Sendable, Equatable {
  /// Index of the income line.
  public let line: Int
  /// Index of the driving sector, or nil for the wage outside the district.
  public let sector: Int?
  /// Elasticity.
  public let value: Double

  /// Makes an entry.
  public init(line: Int, sector: Int?, value: Double) {
    self.line = line
    self.sector = sector
    self.value = value
  }
}

/// A regional income the district is measured against (index m in step 11).
public struct Comparator: Sendable, Equatable {
  /// Stable id, for example `ningxia_income_all`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Income of the base year, yuan a head.
  public let base: Double
  /// Growth, a plain rate a year.
  public let growth: Double
  /// Standard deviation of the yearly shock, log.
  public let sigma: Double

  /// Makes a comparator.
  public init(id: String, name: BilingualText, base: Double, growth: Double, sigma: Double) {
    self.id = id
    self.name = name
    self.base = base
    self.growth = growth
    self.sigma = sigma
  }
}
