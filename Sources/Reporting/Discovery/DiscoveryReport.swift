import Analysis
import District
import Scenarios

/// What scenario discovery found, and the files it is written to.
public struct DiscoveryReport: Sendable {
  /// The scenario; of a sweep the first point.
  public let scenario: ResolvedScenario
  /// The sweep whose points the members were dealt to.
  public let sweep: Sweep?
  /// What was found.
  public let discovery: ScenarioDiscovery
  /// Language of what leaders read.
  public let language: Language

  /// Puts a report together.
  public init(
    scenario: ResolvedScenario, sweep: Sweep? = nil, discovery: ScenarioDiscovery, language: Language
  ) {
    self.scenario = scenario
    self.sweep = sweep
    self.discovery = discovery
    self.language = language
  }

  /// Names of the files, in the order they are written.
  public static let fileNames = [
    "discovery.csv", "members.csv", "ema-workbench.tar.gz", "tradeoff.svg", "leadership.csv", OutputFolder.manifestName,
  ]

  /// The files.
  ///
  /// - Parameter record: how they were made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let results = [
      OutputFile(name: "discovery.csv", bytes: DiscoveryTable(self).csv()),
      OutputFile(name: "members.csv", bytes: members()),
      OutputFile(
        name: "ema-workbench.tar.gz", bytes: WorkbenchArchive(sample: sample, scenario: scenario.id).bytes()),
      OutputFile(name: "tradeoff.svg", text: DiscoveryChart(self).svg()),
      OutputFile(name: "leadership.csv", bytes: leadership()),
    ]
    let manifest = AnalysisManifest(kind: "discovery", scenarios: [scenario], record: record, files: results) {
      writer in
      writer.key("discovery")
      writer.object {
        $0.member("target", sample.target.id)
        $0.member("interest", discovery.interest.rawValue)
        $0.key("density")
        $0.value(discovery.density)
        $0.key("boxes")
        $0.value(discovery.findings.count)
        if let sweep { $0.members(of: sweep) }
      }
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The sample.
  var sample: MemberSample { discovery.sample }

  /// Columns of the sample besides axes and parameters, here and in the workbench's archive.
  public static let columns = ["member", "margin", "met", "scenario", "policy", "model"]

  /// `members.csv`: a row a member: axes as chosen, uncertain parameters as drawn, the margin and whether the target is met.
  private func members() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["member"] + sample.quantities.map(\.id) + ["margin", "met"])
    for member in 0..<sample.members {
      writer.number(member)
      for column in sample.values { writer.number(column[member]) }
      writer.number(sample.margins[member])
      writer.number(sample.isMet[member] ? 1 : 0)
      writer.endRow()
    }
    return writer.bytes
  }

  private func leadership() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let words = DiscoverySentences(self, language: language)
    for line in words.opening { writer.row([line]) }
    for (number, finding) in discovery.findings.enumerated() {
      writer.endRow()
      for line in words.sentences(finding, number: number + 1) { writer.row([line]) }
      writer.row(
        [Label.discoveryCondition, .discoveryRange, .unit, .discoveryQuasiP].map { $0[language] })
      for condition in words.conditions(finding.box) {
        writer.row(["\(condition.name) \(condition.limits)", condition.range, condition.unit, condition.quasiP])
      }
    }
    writer.endRow()
    for line in words.closing { writer.row([line]) }
    return writer.bytes
  }
}
