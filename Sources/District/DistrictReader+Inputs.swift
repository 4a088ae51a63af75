extension DistrictReader {
  /// Every number with its unit, status and source.
  mutating func collectInputs(_ catalogue: IndicatorCatalogue?) -> [InputRecord] {
    var inputs: [InputRecord] = []
    for form in DistrictForm.files where form.hasOrigins {
      guard let sheet = sheet(form) else { continue }
      inputs += records(of: sheet, catalogue)
    }
    return inputs
  }

  private func records(of sheet: Sheet, _ catalogue: IndicatorCatalogue?) -> [InputRecord] {
    let columns = inputColumns(of: sheet)
    let stem = String(sheet.form.name.dropLast(4))
    var records: [InputRecord] = []
    records.reserveCapacity(sheet.table.rowCount * columns.count)
    for row in sheet.rows {
      let key = sheet.key(row)
      let line = sheet.table.line(row: row)
      let status = InputStatus(rawValue: sheet.text(row, "status")) ?? .assumed
      let source = sheet.text(row, sheet.form.sourceHeading)
      for column in columns {
        let value = sheet.numbers[row * sheet.table.headings.count + column.position]
        guard !value.isNaN, !isIdleFactor(sheet, row, column.name, value) else { continue }
        var origin = (status: status, source: source)
        if let override = column.override {
          let text = sheet.table.text(row: row, column: override.status)
          if let status = InputStatus(rawValue: text) {
            origin = (status, sheet.table.text(row: row, column: override.source))
          }
        }
        records.append(
          InputRecord(
            file: sheet.form.name, line: line,
            name: columns.count == 1 ? "\(stem).\(key)" : "\(stem).\(key).\(column.name)", value: value,
            unit: unit(column.unit, sheet, row, catalogue), status: origin.status, source: origin.source))
      }
    }
    return records
  }

  /// A factor of 1 on a threshold that is a number says nothing of its own and is not counted as an input.
  private func isIdleFactor(_ sheet: Sheet, _ row: Int, _ column: String, _ value: Double) -> Bool {
    sheet.form.name == DistrictForm.targets.name && column == "factor" && value == 1
      && !sheet.number(row, "threshold").isNaN
  }

  private func unit(_ rule: UnitRule, _ sheet: Sheet, _ row: Int, _ catalogue: IndicatorCatalogue?) -> String {
    switch rule {
    case .fixed(let unit): unit
    case .row: sheet.text(row, "unit")
    case .kind: ProjectLink.Kind(rawValue: sheet.text(row, "kind"))?.unit ?? ""
    case .indicator: catalogue?[sheet.text(row, "indicator")]?.unit ?? ""
    }
  }

  private struct InputColumn {
    let name: String
    let position: Int
    let unit: UnitRule
    let override: (status: Int, source: Int)?
  }

  private func inputColumns(of sheet: Sheet) -> [InputColumn] {
    var units = sheet.form.columns.compactMap { column in column.unit.map { (column.name, $0) } }
    switch sheet.form.further {
    case .none: break
    case .sectors(let content), .declared(let content):
      if let unit = ColumnForm(name: "", content: content).unit { units += sheet.further.map { ($0, unit) } }
    }
    return units.compactMap { name, unit in
      guard !sheet.form.key.contains(name), !sheet.form.repeated.contains(name),
        let position = sheet.positions[name]
      else { return nil }
      let status = sheet.positions["\(name)_status"]
      let source = sheet.positions["\(name)_source"]
      return InputColumn(
        name: name, position: position, unit: unit,
        override: status.flatMap { status in source.map { (status, $0) } })
    }
  }
}
