/// The form of an observations file.
public enum ObservationForm {
  /// Columns that must be there.
  public static let needed = ["indicator", "year", "value", "unit", "status", "source"]
  /// Columns that may be there.
  public static let optional = [
    "half", "standard_error", "rounding", "area", "quantity", "mapping", "published", "in_inputs", "note",
  ]
  /// Every column, in the order they are written.
  public static let headings = [
    "indicator", "year", "half", "value", "unit", "standard_error", "rounding", "area", "quantity", "mapping",
    "published", "in_inputs", "status", "source", "note",
  ]
  /// The years a figure may be of; those before the base year are history.
  public static let years = 1990...DistrictForm.years.upperBound

  /// An error or a step of rounding: below what any figure is known to, and squares of a figure in units of its error
  /// stay far from the ends of a double.
  private static let errors = NumberBounds(1e-9, 1e12)

  private static let columns: [String: ColumnForm.Content] = [
    "indicator": .anyText, "year": .whole(.fixed("year"), years), "half": .choice(["", "1", "2"]),
    "value": .number(.row, NumberBounds(-1e12, 1e12)), "unit": .text,
    "standard_error": .optionalNumber(.row, errors),
    "rounding": .optionalNumber(.row, errors), "area": .anyText,
    "quantity": .anyText, "mapping": .choice([""] + Observation.Mapping.allCases.map(\.rawValue)),
    "published": .anyText, "in_inputs": .choice(["", "yes", "no"]),
    "status": .choice(InputStatus.allCases.map(\.rawValue)), "source": .text, "note": .anyText,
  ]

  /// The form for a table: its optional columns are those it has.
  static func file(for table: CSVTable) -> FileForm {
    let present = headings.filter { needed.contains($0) || table.column($0) != nil }
    return FileForm(
      "observations.csv",
      key: ["indicator", "area", "quantity", "year", "half", "value", "source"].filter(present.contains),
      present.map { ColumnForm(name: $0, content: columns[$0]!) }, hasOrigins: false)
  }
}

extension Indicator {
  /// True for what stands at a moment (an area, a herd, a share of works done), false for what adds up over a year.
  ///
  /// A figure of mid-year can be compared with a stock only: with the mean of the ends of its year and the one before.
  public var isStock: Bool {
    let flows = ["yi_yuan", "yi_yuan_2020", "GWh", "wan_visits", "yuan_per_person"]
    guard case .series = kind, !flows.contains(unit) else { return false }
    return ["outcome.", "completion.", "maturity.", "pillar."].contains { id.hasPrefix($0) }
      || ["jobs", "stable_job_share"].contains(id)
  }
}
