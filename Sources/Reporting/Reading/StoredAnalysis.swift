import District
import Foundation
import Scenarios

/// A finished analysis, read back from its folder: which it is, the scenario it is about, and its tables.
///
/// A file that was changed since (its SHA-256 is not that of the manifest) stops the reading, as for the results of a
/// run.
public struct StoredAnalysis: Sendable {
  /// The folder as the user named it.
  public let folder: String
  /// What was done: the word in the manifest, for example `attribution` or `backtest`.
  public let kind: String
  /// The scenario the analysis is about; of several the first.
  public let scenario: ResolvedScenario
  /// The program that wrote it.
  public let program: StoredManifest.Program
  /// SHA-256 of the files beside the manifest, by name.
  private let digests: [String: String]
  /// Members of the manifest that single kinds read.
  let details: Details

  /// What some kinds say of themselves.
  struct Details: Sendable, Equatable, Decodable {
    let axis: String?
    let shares: String?
    let options: Options?
    let maximised: String?
    let budget: Double?
    let ownLimits: Bool?
    let search: Search?

    struct Search: Sendable, Equatable, Decodable { let starts: [Double] }

    private enum CodingKeys: String, CodingKey {
      case axis, shares, options, maximised, search
      case budget = "budget_yi"
      case ownLimits = "own_limits"
    }

    struct Options: Sendable, Equatable, Decodable {
      let origin: String?
      let asOf: String?

      private enum CodingKeys: String, CodingKey {
        case origin
        case asOf = "as_of"
      }
    }
  }

  /// What is read of a manifest. Analyses name their scenarios in a list, commands that learn name one.
  private struct Manifest: Decodable {
    struct Scenario: Decodable {
      let id: String
      let yaml: String
    }
    struct District: Decodable { let fingerprint: String }
    struct File: Decodable {
      let name: String
      let sha256: String
    }
    let schema: String
    let command: String?
    let program: StoredManifest.Program
    let scenario: Scenario?
    let scenarios: [Scenario]?
    let district: District
    let files: [File]
  }

  /// The analysis a folder holds, or nil when it holds a run or no manifest at all.
  ///
  /// - Throws: `FileAccessError` when the manifest cannot be read.
  public static func kind(ofFolder path: String) throws -> String? {
    struct Head: Decodable {
      let schema: String
      let command: String?
    }
    let file = "\(FilePath.withoutTrailingSlashes(path))/\(OutputFolder.manifestName)"
    guard FileBytes.entry(at: file) == .file else { return nil }
    let bytes = try FileBytes.read(file, limit: StoredManifest.limit)
    return (try? JSONDecoder().decode(Head.self, from: Data(bytes))).flatMap { kind($0.schema, $0.command) }
  }

  /// `hsb/manifest/KIND/1`, or the command beside the schema of a run.
  private static func kind(_ schema: String, _ command: String?) -> String? {
    if schema == RunManifest.schema { return command }
    return schema.wholeMatch(of: /hsb\/manifest\/([a-z-]+)\/1/).map { String($0.1) }
  }

  /// Reads the manifest of a finished analysis and resolves its scenario.
  ///
  /// - Throws: `FileAccessError` when the folder cannot be read; `Diagnostic` or `Diagnostics` when it is not one of an
  ///   analysis, or the district is no longer the one it was made with.
  public init(folder path: String) throws {
    folder = FilePath.withoutTrailingSlashes(path)
    let file = "\(folder)/\(OutputFolder.manifestName)"
    let bytes = try FileBytes.read(file, limit: StoredManifest.limit)
    let manifest: Manifest
    do {
      manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
      details = try JSONDecoder().decode(Details.self, from: Data(bytes))
    } catch {
      throw Diagnostic(file: file, message: "not the manifest of a finished analysis of this program")
    }
    guard let kind = Self.kind(manifest.schema, manifest.command),
      let scenario = manifest.scenario ?? manifest.scenarios?.first
    else {
      throw Diagnostic(file: file, message: "schema '\(manifest.schema)'; expected the manifest of an analysis")
    }
    self.kind = kind
    program = manifest.program
    digests = Dictionary(manifest.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    self.scenario = try resolveScenario(standalone: scenario.yaml, file: "\(folder)/scenario.yaml")
    guard self.scenario.district.fingerprint == manifest.district.fingerprint else {
      throw Diagnostic(
        file: file,
        message: "the district '\(self.scenario.district.id)' is not the one of this analysis any more; make it again")
    }
  }

  /// A table of the folder.
  ///
  /// - Throws: as `StoredTable`; `Diagnostic` when the file was changed since the analysis.
  func table(_ name: String, headings: [String]) throws -> StoredTable {
    let file = "\(folder)/\(name)"
    let bytes = try FileBytes.read(file, limit: CSVLimits().bytes)
    let table = try StoredTable(bytes: bytes, named: file, headings: headings)
    guard let digest = digests[name] else {
      throw Diagnostic(file: file, message: "the manifest beside it does not list this file")
    }
    guard digest == SHA256.hexadecimal(of: bytes) else {
      throw Diagnostic(
        file: file, message: "changed since the analysis: its SHA-256 is not that of the manifest; make it again")
    }
    return table
  }
}
