import District
import Foundation

/// `manifest.json` of a finished run: what was run, on what, and how.
public struct StoredManifest: Sendable, Equatable, Decodable {
  /// The program that wrote the results.
  public struct Program: Sendable, Equatable, Decodable {
    /// Its name.
    public let name: String
    /// Its version.
    public let version: String
    /// The commit it was built from, or `unknown`.
    public let commit: String
  }

  /// The scenario.
  public struct Scenario: Sendable, Equatable, Decodable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: Words
    /// Last year projected.
    public let horizon: Int
    /// Money planned, all projects, sources and years, 亿元 of the years.
    public let fundingTotal: Double
    /// The scenario as resolved, one file that runs the same again.
    public let yaml: String

    private enum CodingKeys: String, CodingKey {
      case id, title, horizon, yaml
      case fundingTotal = "funding_total_yi_yuan"
    }
  }

  /// The draws.
  public struct Ensemble: Sendable, Equatable, Decodable {
    /// Number of members.
    public let members: Int
    /// How they were drawn.
    public let sampler: String
    /// Seed of every draw.
    public let seed: UInt64
  }

  /// The district.
  public struct District: Sendable, Equatable, Decodable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: Words
    /// SHA-256 over its files.
    public let fingerprint: String
    /// The base year.
    public let baseYear: Int
    /// Counts of inputs: `total` and one a status.
    public let inputs: [String: Int]

    private enum CodingKeys: String, CodingKey {
      case id, name, fingerprint, inputs
      case baseYear = "base_year"
    }
  }

  /// A file of the folder as it was written.
  public struct File: Sendable, Equatable, Decodable {
    /// Its name.
    public let name: String
    /// Its size.
    public let bytes: Int
    /// SHA-256 of its bytes, hexadecimal.
    public let sha256: String
  }

  /// A text in both languages.
  public struct Words: Sendable, Equatable, Decodable {
    /// Chinese.
    public let zh: String
    /// English.
    public let en: String
    /// As the rest of the program holds it.
    public var text: BilingualText { BilingualText(zh: zh, en: en) }
  }

  /// The most bytes read of a manifest.
  static let limit = 20_000_000

  /// The schema, `RunManifest.schema`.
  public let schema: String
  /// The program.
  public let program: Program
  /// The scenario.
  public let scenario: Scenario
  /// The draws.
  public let ensemble: Ensemble
  /// The district.
  public let district: District
  /// The files beside it.
  public let files: [File]

  /// Reads a manifest.
  ///
  /// - Throws: `Diagnostic` when it is not JSON, of another schema, or a member is missing or of the wrong kind.
  static func read(_ bytes: [UInt8], named file: String) throws -> StoredManifest {
    struct SchemaOnly: Decodable { let schema: String }
    let expected = "expected schema '\(RunManifest.schema)', the manifest of a folder 'hsb run' wrote"
    do {
      let decoder = JSONDecoder()
      let schema = try? decoder.decode(SchemaOnly.self, from: Data(bytes)).schema
      if let schema, schema != RunManifest.schema {
        throw Diagnostic(file: file, message: "schema '\(schema)'; \(expected)")
      }
      return try decoder.decode(StoredManifest.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw diagnostic(error, file: file, expected: expected)
    }
  }

  private static func diagnostic(_ error: DecodingError, file: String, expected: String) -> Diagnostic {
    func path(_ context: DecodingError.Context, _ last: String? = nil) -> String {
      (context.codingPath.map(\.stringValue) + [last].compactMap(\.self)).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return Diagnostic(
        file: file, message: "the member '\(path(context, key.stringValue))' is missing; \(expected)")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return Diagnostic(file: file, message: "the member '\(path(context))' is of the wrong kind; \(expected)")
    case .dataCorrupted(let context):
      guard context.codingPath.isEmpty else {
        return Diagnostic(file: file, message: "the member '\(path(context))' cannot be used; \(expected)")
      }
      let place = place(in: context.underlyingError.map { "\($0)" } ?? "")
      return Diagnostic(
        file: file, line: place?.line, column: place?.column, message: "the file is not sound JSON; \(expected)")
    @unknown default:
      return Diagnostic(file: file, message: "the file cannot be used; \(expected)")
    }
  }

  /// The place in the words of the JSON parser, which end `around line 3, column 14.`
  private static func place(in words: String) -> (line: Int, column: Int)? {
    guard let match = words.firstMatch(of: /line (\d+), column (\d+)/), let line = Int(match.1),
      let column = Int(match.2)
    else { return nil }
    return (line, column)
  }
}
