/// Reads the files of a district folder into a district, collecting every fault on the way.
struct DistrictReader {
  let files: DistrictFiles
  var collector = DiagnosticCollector()
  var sheets: [String: Sheet] = [:]

  /// The district, or every message about the folder.
  static func read(folder: String, named location: String) throws -> District {
    var messages: [Diagnostic] = []
    let files = try DistrictFiles.load(folder: folder, named: location, messages: &messages)
    return try read(files, messages: messages)
  }

  /// The district made of files already in memory, or every message about them.
  static func read(_ files: DistrictFiles, messages: [Diagnostic] = []) throws -> District {
    var reader = DistrictReader(files: files)
    reader.collector.add(messages)
    reader.readSheets()
    let district = reader.build()
    guard let district, reader.collector.messages.isEmpty else {
      throw reader.collector.diagnostics(reader.inOrderOfFiles)
    }
    return district
  }

  /// The sheet of a form, or nil when its file is missing or unusable.
  func sheet(_ form: FileForm) -> Sheet? { sheets[form.name] }

  /// The name of a file in messages.
  func path(_ form: FileForm) -> String { "\(files.location)/\(form.name)" }

  private mutating func readSheets() {
    for form in DistrictForm.files {
      guard let bytes = files.contents[form.name] else { continue }
      do {
        let table = try CSVTable(bytes: bytes, named: path(form))
        let sheet = SheetReader(form: form, table: table, further: furtherColumns(of: form)).read(into: &collector)
        if let sheet { sheets[form.name] = sheet }
      } catch let faults as Diagnostics {
        collector.add(faults.messages)
      } catch {
        collector.fault(path(form), "\(error)")
      }
    }
  }

  private func furtherColumns(of form: FileForm) -> [(name: String, content: ColumnForm.Content)]? {
    switch form.further {
    case .none: return []
    case .sectors(let content):
      guard let sectors = sheet(DistrictForm.sectors) else { return nil }
      return sectors.rows.map { (sectors.text($0, "id"), content) }
    case .declared(let content):
      guard let columns = sheet(DistrictForm.columns) else { return nil }
      return columns.rows.filter { columns.text($0, "file") == form.name }
        .map { (columns.text($0, "column"), content) }
    }
  }

  private func inOrderOfFiles(_ messages: [Diagnostic]) -> [Diagnostic] {
    let order = Dictionary(uniqueKeysWithValues: DistrictForm.files.enumerated().map { (path($1), $0) })
    func rank(_ message: Diagnostic) -> (Int, Int, Int) {
      (order[message.file] ?? order.count, message.line ?? 0, message.column ?? 0)
    }
    return messages.enumerated().sorted { a, b in
      let (left, right) = (rank(a.element), rank(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}
