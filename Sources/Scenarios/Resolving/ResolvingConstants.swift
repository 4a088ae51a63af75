import District

extension ScenarioResolver {
  /// `constants`: replaces the district's.
  mutating func resolveConstants() {
    let section = tree["constants"]?.value
    for (id, field) in Constants.fields {
      let record = record(of: id, in: "aggregates.csv")
      let old = original.constants[keyPath: field]
      guard let entry = section?[id], isSound(entry.value), let value = entry.value.number else {
        if listsValues { listDistrictValue("constants.\(id)", YAMLText.number(old), record) }
        continue
      }
      district.constants[keyPath: field] = value
      list("constants.\(id)", YAMLText.number(value), entry, under: "\(YAMLText.number(old)) (\(origin(of: record)))")
      if value == old {
        warn(at: entry.place, "`constants.\(id)` is what the district already says; the line changes nothing")
      }
    }
  }

  /// The constants the scenario sets, in the order of the district.
  var writtenConstants: [(id: String, value: Double)] {
    Constants.fields.compactMap { id, field in
      tree["constants"]?.value[id] == nil ? nil : (id, district.constants[keyPath: field])
    }
  }

  /// The record of a row of the district by its id and file; the first number of a row stands for all.
  func record(of id: String, in file: String) -> InputRecord? { records["\(file.dropLast(4)).\(id)"] }

  /// The origin of a number of the district, in words.
  func origin(of record: InputRecord?) -> String {
    guard let record else { return "district \(original.id)" }
    return "district: \(record.file):\(record.line) (\(record.status.rawValue): \(record.source))"
  }

  /// Adds a value that is the district's own.
  mutating func listDistrictValue(_ path: String, _ value: String, _ record: InputRecord?) {
    guard listsValues else { return }
    values.append(
      ResolvedValue(
        path: path, value: value, origin: origin(of: record), overrides: nil,
        status: record?.status.rawValue ?? "district"))
  }
}
