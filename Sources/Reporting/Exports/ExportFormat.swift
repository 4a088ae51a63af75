import District

/// The forms in which finished results are written for other tools.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The table of the Integrated Assessment Modeling Consortium, with code lists.
  case iamc
  /// A Frictionless data package.
  case datapackage
  /// A SQLite database.
  case sqlite
  /// A workbook with charts.
  case xlsx

  /// What is to be written.
  public enum Content: Sendable {
    /// One file.
    case file([UInt8])
    /// A folder of files.
    case folder([OutputFile])
  }

  /// The results in this form.
  ///
  /// - Parameters:
  ///   - runs: at least one, all of one district.
  ///   - language: of what people read; names for machines are English.
  /// - Throws: `Diagnostic` when the runs are of different districts, `ExportError` when a library refuses.
  public func export(_ runs: [ReportedRun], language: Language) throws -> Content {
    for run in runs where run.district.fingerprint != runs[0].district.fingerprint {
      throw Diagnostic(
        file: run.stored.folder, message: "another district than that of '\(runs[0].stored.folder)'; export them apart")
    }
    switch self {
    case .iamc: return .folder(marked(IAMCTable(runs).files()))
    case .datapackage: return .folder(marked(DataPackage(runs).files()))
    case .sqlite: return .file(try RunDatabase(runs).bytes())
    case .xlsx: return .file(try RunWorkbook(runs, language: language).bytes())
    }
  }

  /// With the manifest by which an output folder knows files of this program, so that they can be written again.
  private func marked(_ files: [OutputFile]) -> [OutputFile] {
    let manifest: JSONTree = [
      "schema": "hsb/manifest/1", "command": "export", "format": .text(rawValue), "files": .texts(files.map(\.name)),
    ]
    return files + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.bytes)]
  }
}

/// A library that writes an export refused.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  /// What it said.
  public let description: String
}
