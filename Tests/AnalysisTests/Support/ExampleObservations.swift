import District
import ExampleScenarios
import Foundation

/// Figures read from text, for the built-in district.
enum ExampleObservations {
  /// - Parameter rows: indicator, year, half, value, unit, standard error, published, status, source.
  static func read(_ rows: [String]) throws -> ObservationSet {
    let path = NSTemporaryDirectory() + "observations-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let head = "indicator,year,half,value,unit,standard_error,published,status,source,area,quantity,note"
    let text =
      ([head] + rows.map { $0.hasSuffix("|") ? String($0.dropLast()) : $0 + ",,," }).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try ObservationSet.read(file: path, district: ExampleScenarios.hongsibao)
  }
}
