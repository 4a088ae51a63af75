import District

/// How many input numbers there are, by what is known about their origin.
public struct InputCounts: Sendable {
  /// Numbers by status.
  public let byStatus: [InputStatus: Int]
  /// Assumed numbers by file, in the order of the files.
  public let assumedByFile: [(file: String, count: Int)]
  /// All numbers.
  public let total: Int

  /// Counts inputs.
  public init(_ inputs: [InputRecord]) {
    var byStatus: [InputStatus: Int] = [:]
    var files: [String] = []
    var assumed: [String: Int] = [:]
    for input in inputs {
      byStatus[input.status, default: 0] += 1
      guard input.status == .assumed else { continue }
      if assumed[input.file] == nil { files.append(input.file) }
      assumed[input.file, default: 0] += 1
    }
    self.byStatus = byStatus
    assumedByFile = files.map { ($0, assumed[$0]!) }
    total = inputs.count
  }

  /// Numbers of one status.
  public subscript(status: InputStatus) -> Int { byStatus[status] ?? 0 }

  /// The share of a status, percent of all inputs.
  public func percent(_ status: InputStatus) -> Double {
    total == 0 ? 0 : 100 * Double(self[status]) / Double(total)
  }
}
