/// Every reader that is put to the test. A new one is named here; nothing else needs to know of it.
enum ReaderList {
  /// The readers, made when first used: their seeds take a moment.
  static let all: [any FuzzedReader] = [
    ScenarioFileReader(), SweepFileReader(), StressFileReader(), DistrictFolderReader(), PlanFileReader(),
    ObservationFileReader(), ResultFolderReader(), ShardFileReader(), MonitoringHistoryReader(), LimitsFileReader(),
    ItemShardReader(),
  ]

  /// Their names.
  static var names: [String] { all.map(\.name) }

  /// The reader of an input, by the weights.
  static func reader(_ random: inout InputRandom) -> any FuzzedReader {
    var draw = random.below(all.reduce(0) { $0 + $1.weight })
    for reader in all {
      draw -= reader.weight
      if draw < 0 { return reader }
    }
    return all[0]
  }
}
