/// One published figure: what it measures, when, how well it is known, and where it stands.
public struct Observation: Sendable, Equatable {
  /// How a figure relates to an indicator of the model.
  public enum Mapping: String, CaseIterable, Sendable, Codable {
    /// Definition and area are the indicator's.
    case same
    /// Definition, area or vintage differ; the stated error has to cover the difference.
    case proxy
    /// No indicator matches; the note says why.
    case unused
  }

  /// The indicator it is held against, or nil when it is unused.
  public let indicator: String?
  /// The calendar year.
  public let year: Int
  /// 1 for a stock at mid-year, 2 for the end of the year, nil for a whole year.
  public let half: Int?
  /// The figure in `unit`.
  public let value: Double
  /// The indicator's unit code; for an unused figure its own.
  public let unit: String
  /// Standard deviation of the figure's error apart from rounding, or nil when none is stated.
  public let standardError: Double?
  /// The step the figure is rounded to, or nil.
  public let rounding: Double?
  /// The place it is of, for example `hongsibao` or `ningxia`.
  public let area: String
  /// What was published, in the publisher's terms, for example `income_rural`.
  public let quantity: String
  /// How it relates to the indicator.
  public let mapping: Mapping
  /// The month it was published, or nil when that is not known.
  public let published: YearMonth?
  /// True when an input of the district was set with it, so that agreement with it is no test.
  public let isInInputs: Bool
  /// Where it comes from.
  public let status: InputStatus
  /// The document.
  public let source: String
  /// How it is to be read; for an unused figure the reason.
  public let note: String
  /// The line of its file.
  public let line: Int

  /// Standard deviation of the whole error: the stated one and that of rounding, a step r being r / sqrt(12).
  public var error: Double {
    let stated = standardError ?? 0
    let step = rounding ?? 0
    return (stated * stated + step * step / 12).squareRoot()
  }

  /// The month from which it counts as known.
  ///
  /// Where the month of publication is not stated: April of the year after, when yearly figures are out; October of the
  /// year itself for a figure of mid-year.
  public var known: YearMonth {
    published ?? (half == 1 ? YearMonth(year: year, month: 10) : YearMonth(year: year + 1, month: 4))
  }

  /// `income_rural@2021`, or `outcome.grape_area@2021H1`: what it is compared with.
  public var key: String { "\(indicator ?? "\(area).\(quantity)")@\(year)\(half == 1 ? "H1" : "")" }

  /// `2021`, or `2021H1` for a figure of mid-year.
  public var yearText: String { "\(year)\(half == 1 ? "H1" : "")" }
}
