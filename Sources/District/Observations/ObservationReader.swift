extension ObservationSet {
  /// Reads an observations file against the indicators of a district.
  ///
  /// - Throws: `FileAccessError` when the file cannot be read, `Diagnostics` with every fault of its content.
  public static func read(file: String, named name: String? = nil, district: District) throws -> ObservationSet {
    try read(CSVTable(path: file, named: name), district: district)
  }

  /// The figures that come with a built-in district, or nil when there are none for it.
  ///
  /// - Throws: `FileAccessError` when the program's data cannot be found, `Diagnostics` when they are not sound.
  public static func builtIn(for district: District) throws -> ObservationSet? {
    guard District.builtInNames.contains(district.id) else { return nil }
    let folder = try BuiltInDistricts.observationsFolder()
    return try read(
      file: "\(folder)/\(district.id).csv", named: "built-in/observations/\(district.id).csv", district: district)
  }

  static func read(_ table: CSVTable, district: District) throws -> ObservationSet {
    var collector = DiagnosticCollector()
    var figures: [Observation] = []
    let known = Set(ObservationForm.headings)
    for heading in table.headings where !known.contains(heading.text) {
      collector.fault(
        table.file, heading, "unknown column '\(heading.text)'; expected \(listed(ObservationForm.headings))",
        near: nearestName(to: heading.text, among: ObservationForm.headings))
    }
    if collector.messages.isEmpty {
      let reader = SheetReader(form: ObservationForm.file(for: table), table: table, further: [])
      if let sheet = reader.read(into: &collector) {
        let rows = ObservationRows(sheet: sheet, catalogue: IndicatorCatalogue(district))
        figures = sheet.rows.compactMap { rows.figure($0, &collector) }
      }
    }
    guard collector.messages.isEmpty else { throw collector.diagnostics() }
    return ObservationSet(file: table.file, figures: figures, baseYear: district.baseYear)
  }
}

/// Turns the rows of a sheet of sound form into figures, or reports why one cannot be used as it says.
private struct ObservationRows {
  let sheet: Sheet
  let catalogue: IndicatorCatalogue

  private func text(_ row: Int, _ column: String) -> String { sheet.has(column) ? sheet.text(row, column) : "" }

  private func number(_ row: Int, _ column: String) -> Double? {
    guard sheet.has(column) else { return nil }
    let value = sheet.number(row, column)
    return value.isFinite ? value : nil
  }

  func figure(_ row: Int, _ collector: inout DiagnosticCollector) -> Observation? {
    let before = collector.messages.count
    let name = text(row, "indicator")
    let mapping = Observation.Mapping(rawValue: text(row, "mapping")) ?? (name.isEmpty ? .unused : .same)
    if mapping == .unused {
      checkUnused(row, name, &collector)
    } else {
      checkUsed(row, name, &collector)
    }
    let published = published(row, &collector)
    guard collector.messages.count == before, let value = number(row, "value"), let year = number(row, "year"),
      let status = InputStatus(rawValue: text(row, "status"))
    else { return nil }
    return Observation(
      indicator: name.isEmpty ? nil : name, year: Int(year), half: Int(text(row, "half")), value: value,
      unit: text(row, "unit"), standardError: number(row, "standard_error"), rounding: number(row, "rounding"),
      area: text(row, "area"), quantity: text(row, "quantity"), mapping: mapping, published: published,
      isInInputs: text(row, "in_inputs") == "yes", status: status, source: text(row, "source"),
      note: text(row, "note"), line: sheet.table.line(row: row))
  }

  private func checkUnused(_ row: Int, _ name: String, _ collector: inout DiagnosticCollector) {
    if !name.isEmpty {
      collector.fault(
        sheet.file, sheet.cell(row, "indicator"), "an unused figure names the indicator '\(name)'; expected it empty")
    }
    if text(row, "note").allSatisfy(\.isWhitespace) {
      collector.fault(
        sheet.file, sheet.cell(row, "indicator"), "a figure without an indicator; expected the reason in 'note'")
    }
  }

  private func checkUsed(_ row: Int, _ name: String, _ collector: inout DiagnosticCollector) {
    guard let indicator = catalogue[name] else {
      let names = catalogue.indicators.map(\.id)
      collector.fault(
        sheet.file, sheet.cell(row, "indicator"),
        "unknown indicator '\(name)'; expected one of the \(names.count) that 'hsb run' writes to projections.csv",
        near: nearestName(to: name, among: names))
      return
    }
    if text(row, "unit") != indicator.unit {
      collector.fault(
        sheet.file, sheet.cell(row, "unit"),
        "unit '\(text(row, "unit"))' of '\(name)'; expected '\(indicator.unit)'",
        near: nearestName(to: text(row, "unit"), among: [indicator.unit]))
    }
    if text(row, "half") == "1", !indicator.isStock {
      collector.fault(
        sheet.file, sheet.cell(row, "half"),
        "half 1 of '\(name)', which adds up over a year; expected a figure of the whole year, or no indicator")
    }
    if number(row, "standard_error") == nil, number(row, "rounding") == nil {
      collector.fault(
        sheet.file, sheet.cell(row, "value"),
        "the figure '\(text(row, "value"))' states no error; expected a number in 'standard_error' or 'rounding'")
    }
  }

  private func published(_ row: Int, _ collector: inout DiagnosticCollector) -> YearMonth? {
    let text = text(row, "published")
    guard !text.isEmpty else { return nil }
    guard let month = YearMonth(text) else {
      collector.fault(
        sheet.file, sheet.cell(row, "published"), "'\(text)' in 'published'; expected a month such as 2022-10")
      return nil
    }
    if let year = number(row, "year"), month.year < Int(year) {
      collector.fault(
        sheet.file, sheet.cell(row, "published"), "published \(text), before the year \(Int(year)) of the figure")
    }
    return month
  }
}
