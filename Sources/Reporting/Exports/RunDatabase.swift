import CSQLite

/// The tables of finished runs as a SQLite database, with keys between them.
struct RunDatabase {
  private let runs: [ReportedRun]

  init(_ runs: [ReportedRun]) { self.runs = runs }

  /// The file, made in memory.
  func bytes() throws -> [UInt8] {
    var connection: OpaquePointer?
    guard sqlite3_open(":memory:", &connection) == SQLITE_OK, let connection else {
      throw ExportError(description: "SQLite could not be opened")
    }
    defer { sqlite3_close(connection) }
    try run("PRAGMA foreign_keys = ON; BEGIN", connection)
    for table in RunTables(runs).all {
      try run(Self.definition(of: table), connection)
      try insert(table, connection)
    }
    try run("COMMIT", connection)
    var size: sqlite3_int64 = 0
    guard let content = sqlite3_serialize(connection, "main", &size, 0) else {
      throw ExportError(description: "SQLite: \(message(connection))")
    }
    defer { sqlite3_free(content) }
    return Array(UnsafeBufferPointer(start: content, count: Int(size)))
  }

  private static func definition(of table: DataTable) -> String {
    let columns = table.columns.map { column in
      let type =
        switch column.kind {
        case .string: "TEXT"
        case .integer: "INTEGER"
        case .number: "REAL"
        }
      return "\(column.name) \(type)\(column.isRequired ? " NOT NULL" : "") -- \(column.description)\n"
    }
    let keys =
      ["PRIMARY KEY (\(table.key.joined(separator: ", ")))"]
      + table.references.map {
        "FOREIGN KEY (\($0.columns.joined(separator: ", "))) REFERENCES \($0.table) (\($0.to.joined(separator: ", ")))"
      }
    // The comma comes first, since a comment ends each line.
    return "CREATE TABLE \(table.name) (\n  \(columns.joined(separator: ", ")), \(keys.joined(separator: ",\n  "))\n)"
  }

  private func insert(_ table: DataTable, _ connection: OpaquePointer) throws {
    var statement: OpaquePointer?
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    guard
      sqlite3_prepare_v2(connection, "INSERT INTO \(table.name) VALUES (\(places))", -1, &statement, nil) == SQLITE_OK
    else { throw ExportError(description: "SQLite: \(message(connection))") }
    defer { sqlite3_finalize(statement) }
    for row in table.rows {
      for (index, value) in row.enumerated() {
        let place = Int32(index + 1)
        switch value {
        // The library copies the text before the call returns.
        case .text(let text):
          sqlite3_bind_text(statement, place, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        case .whole(let number): sqlite3_bind_int64(statement, place, Int64(number))
        case .number(let number): sqlite3_bind_double(statement, place, number)
        case .empty: sqlite3_bind_null(statement, place)
        }
      }
      guard sqlite3_step(statement) == SQLITE_DONE else {
        throw ExportError(description: "SQLite: \(table.name): \(message(connection))")
      }
      sqlite3_reset(statement)
    }
  }

  private func run(_ sql: String, _ connection: OpaquePointer) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw ExportError(description: "SQLite: \(message(connection))")
    }
  }

  private func message(_ connection: OpaquePointer) -> String { String(cString: sqlite3_errmsg(connection)) }
}
