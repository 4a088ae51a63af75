import District

/// The words for a unit code, and how its numbers are shown to people.
///
/// Files for machines keep the codes and the plain numbers; a share of 0.083 is shown to people as 8.3 %.
public struct UnitLabel: Sendable, Equatable {
  /// The code in files, for example `yi_yuan`.
  public let code: String
  /// The words.
  public let name: BilingualText
  /// Numbers are multiplied by this when they are shown.
  public let scale: Double
  /// The most decimals worth showing, after scaling.
  public let decimals: Int

  private init(_ code: String, _ zh: String, _ en: String, decimals: Int, scale: Double = 1) {
    self.code = code
    name = BilingualText(zh: zh, en: en)
    self.scale = scale
    self.decimals = decimals
  }

  /// The label of a code; a code that is not in the catalogue is its own word.
  public init(code: String) {
    self = Self.byCode[code] ?? UnitLabel(code, code, code, decimals: 2)
  }

  /// Every unit in the catalogue.
  public static let all: [UnitLabel] = [
    UnitLabel("yi_yuan", "亿元", "×10⁸ yuan", decimals: 1),
    UnitLabel("yi_yuan_2020", "亿元（2020年价）", "×10⁸ yuan (2020 prices)", decimals: 1),
    UnitLabel("yuan_per_person", "元/人", "yuan per head", decimals: 0),
    UnitLabel("wan_persons", "万人", "×10⁴ persons", decimals: 2),
    UnitLabel("share", "%", "%", decimals: 1, scale: 100),
    UnitLabel("percent", "%", "%", decimals: 1),
    UnitLabel("percentage_points", "个百分点", "percentage points", decimals: 2, scale: 100),
    UnitLabel("ratio", "比值", "ratio", decimals: 3),
    UnitLabel("index", "指数（全区平均=100）", "index, Ningxia average = 100", decimals: 1),
    UnitLabel("index_points", "指数点", "index points", decimals: 1),
    UnitLabel("index_points_per_year", "指数点/年", "index points a year", decimals: 2),
    UnitLabel("wan_mu", "万亩", "×10⁴ mu", decimals: 1),
    UnitLabel("wan_head", "万头（只）", "×10⁴ head", decimals: 1),
    UnitLabel("wan_visits", "万人次", "×10⁴ visits", decimals: 0),
    UnitLabel("MW", "兆瓦", "MW", decimals: 0),
    UnitLabel("GWh", "吉瓦时", "GWh", decimals: 0),
    UnitLabel("places", "个", "places", decimals: 0),
    UnitLabel("years", "年", "years", decimals: 1),
    UnitLabel("year", "年份", "year", decimals: 0),
    UnitLabel("number", "个", "number", decimals: 0),
    UnitLabel("factor", "倍数", "factor", decimals: 3),
    UnitLabel("elasticity", "弹性", "elasticity", decimals: 3),
    UnitLabel("loading", "载荷", "loading", decimals: 3),
    UnitLabel("log", "对数", "log", decimals: 4),
    UnitLabel("log_per_year", "对数/年", "log a year", decimals: 4),
    UnitLabel("log_per_100_points", "对数/100指数点", "log per 100 index points", decimals: 4),
    UnitLabel("per_year", "每年", "a year", decimals: 4),
    UnitLabel("share_per_year", "占比/年", "share a year", decimals: 3),
    UnitLabel("standard_deviations", "标准差", "standard deviations", decimals: 2),
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}

extension Indicator {
  /// The label of the indicator's unit.
  public var unitLabel: UnitLabel { UnitLabel(code: unit) }

  /// The label of a difference of the indicator: shares differ by percentage points.
  public var differenceLabel: UnitLabel { UnitLabel(code: unit == "share" ? "percentage_points" : unit) }
}
