import District

/// A Frictionless data package: `datapackage.json` (v1) and the tables it describes as CSV files.
public struct DataPackage {
  private let runs: [ReportedRun]

  /// Makes the package of runs.
  public init(_ runs: [ReportedRun]) { self.runs = runs }

  /// The files, the description last.
  public func files() -> [OutputFile] {
    let tables = RunTables(runs).all
    let files = tables.map { OutputFile(name: "\($0.name).csv", bytes: $0.csv) }
    let description: JSONTree = [
      "profile": "tabular-data-package", "name": .text("hsb-\(runs[0].district.id)"),
      "title": .text("Projections for \(runs[0].district.name.en): \(runs.map(\.scenario.id).joined(separator: ", "))"),
      "description": .text(
        "Model projection, not an official forecast. Inputs with the status 'assumed' have no published source; projects "
          + "marked 'placeholder' are not named in the policy document."),
      "version": .text(runs[0].stored.manifest.program.version),
      "licenses": [
        [
          "name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0",
        ]
      ],
      "sources": .array(sources), "resources": .array(zip(tables, files).map(resource)),
    ]
    return files + [OutputFile(name: "datapackage.json", bytes: description.bytes)]
  }

  private var sources: [JSONTree] {
    let program = runs[0].stored.manifest.program
    return [
      ["title": .text("\(program.name) \(program.version) (\(program.commit))")],
      ["title": .text("District '\(runs[0].district.id)', SHA-256 \(runs[0].district.fingerprint); see inputs.csv")],
    ]
  }

  private func resource(_ table: DataTable, _ file: OutputFile) -> JSONTree {
    var schema: [(String, JSONTree)] = [
      ("fields", .array(table.columns.map(field))), ("missingValues", [""]), ("primaryKey", .texts(table.key)),
    ]
    if !table.references.isEmpty {
      schema.append(
        (
          "foreignKeys",
          .array(
            table.references.map { reference in
              [
                "fields": .texts(reference.columns),
                "reference": ["resource": .text(reference.table), "fields": .texts(reference.to)],
              ]
            })
        ))
    }
    return [
      "profile": "tabular-data-resource", "name": .text(table.name), "title": .text(table.title),
      "path": .text(file.name), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "bytes": .whole(file.bytes.count), "hash": .text("sha256:\(SHA256.hexadecimal(of: file.bytes))"),
      "schema": .object(schema),
    ]
  }

  private func field(_ column: DataTable.Column) -> JSONTree {
    var members: [(String, JSONTree)] = [
      ("name", .text(column.name)), ("type", .text(column.kind.rawValue)), ("description", .text(column.description)),
    ]
    if column.isRequired, column.kind != .string { members.append(("constraints", ["required": true])) }
    return .object(members)
  }
}
