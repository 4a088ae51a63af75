extension DistrictReader {
  /// Id, name and region from `district.csv`.
  mutating func readIdentity() -> (id: String, name: BilingualText, region: BilingualText) {
    let none = ("", BilingualText(zh: "", en: ""), BilingualText(zh: "", en: ""))
    guard let sheet = sheet(DistrictForm.district) else { return none }
    requireRows(DistrictForm.district, DistrictForm.districtFields, "the field")
    let rows = sheet.rowsByKey
    func value(_ field: String) -> String { rows[field].map { sheet.text($0, "value") } ?? "" }
    if let row = rows["base_year"], value("base_year") != String(DistrictForm.baseYear) {
      collector.fault(
        sheet.file, sheet.cell(row, "value"),
        "base_year '\(value("base_year"))'; expected \(DistrictForm.baseYear), the base year of the model")
    }
    let id = value("id")
    let isID = id.utf8.first.map { (97...122).contains($0) } ?? false
    if let row = rows["id"],
      !isID || !id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    {
      collector.fault(
        sheet.file, sheet.cell(row, "value"), "id '\(id)'; expected a-z, 0-9 and hyphen, beginning with a letter")
    }
    return (
      id, BilingualText(zh: value("name_zh"), en: value("name_en")),
      BilingualText(zh: value("region_zh"), en: value("region_en"))
    )
  }

  /// Holds `columns.csv` against the form: every numeric column described, with the unit the model expects.
  mutating func checkDataDictionary() {
    guard let columns = sheet(DistrictForm.columns) else { return }
    var described: [String: Int] = [:]
    for row in columns.rows { described["\(columns.text(row, "file")) \(columns.text(row, "column"))"] = row }
    let files = DistrictForm.files.map(\.name)
    var used = Set<String>()
    for form in DistrictForm.files {
      for (name, unit) in numericColumns(of: form) {
        guard let row = described["\(form.name) \(name)"] else {
          collector.remark(columns.file, "no row for the column '\(name)' of \(form.name)")
          continue
        }
        used.insert("\(form.name) \(name)")
        let found = columns.text(row, "unit")
        if found != unit.code {
          collector.remark(
            columns.file, columns.cell(row, "unit"),
            "unit '\(found)' for the column '\(name)' of \(form.name); expected '\(unit.code)'")
        }
      }
    }
    for row in columns.rows {
      let (file, column) = (columns.text(row, "file"), columns.text(row, "column"))
      guard let form = DistrictForm.files.first(where: { $0.name == file }) else {
        collector.remark(
          columns.file, columns.cell(row, "file"), "unknown file '\(file)'; expected \(listed(files))",
          near: nearestName(to: file, among: files))
        continue
      }
      if !used.contains("\(file) \(column)"), sheet(form) != nil {
        let names = numericColumns(of: form).map(\.name)
        collector.remark(
          columns.file, columns.cell(row, "column"),
          "'\(column)' is not a numeric column of \(file); expected \(listed(names))",
          near: nearestName(to: column, among: names))
      }
    }
  }

  /// The columns that `columns.csv` describes.
  func readDataDictionary() -> [DataColumn] {
    guard let columns = sheet(DistrictForm.columns) else { return [] }
    return columns.rows.map { row in
      DataColumn(
        file: columns.text(row, "file"), name: columns.text(row, "column"), unit: columns.text(row, "unit"),
        meaning: columns.bilingual(row, "meaning"))
    }
  }

  private func numericColumns(of form: FileForm) -> [(name: String, unit: UnitRule)] {
    var columns = form.columns.compactMap { column in column.unit.map { (name: column.name, unit: $0) } }
    switch form.further {
    case .none: break
    case .sectors(let content), .declared(let content):
      guard let unit = ColumnForm(name: "", content: content).unit else { break }
      columns += (sheet(form)?.further ?? []).map { ($0, unit) }
    }
    return columns
  }
}
