import Analysis
import District
import Scenarios

/// `manifest.json`: what was run, on what, and how; with the scenario as resolved, so that it can be run again.
///
/// Everything but the member `run` is the same for equal runs, whatever the machine and the threads.
public struct RunManifest {
  /// The schema of the file.
  public static let schema = "hsb/manifest/1"

  private let report: RunReport
  private let record: RunRecord
  private let files: [OutputFile]

  /// Makes the manifest of a run and of the files beside it.
  public init(report: RunReport, record: RunRecord, files: [OutputFile]) {
    self.report = report
    self.record = record
    self.files = files
  }

  /// The file.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      // Output folders know results of this program by this first member.
      writer.member("schema", Self.schema)
      writer.key("program")
      writer.object {
        $0.member("name", record.program)
        $0.member("version", record.version)
        $0.member("commit", record.commit)
      }
      writer.key("scenario")
      writer.object(writeScenario)
      writer.key("ensemble")
      writer.object(writeEnsemble)
      writer.key("district")
      writer.object(writeDistrict)
      writer.key("files")
      writer.array(writeFiles)
      writer.key("run")
      writer.object(writeRun)
    }
    writer.endLine()
    return writer.bytes
  }

  private func writeScenario(_ writer: inout JSONWriter) {
    let scenario = report.scenario
    writer.member("id", scenario.id)
    writer.member("title", scenario.title)
    if let description = scenario.description { writer.member("description", description) }
    if let question = scenario.question { writer.member("question", question) }
    if let reference = scenario.reference { writer.member("reference", reference) }
    writer.key("chain")
    writer.value(scenario.chain)
    writer.key("horizon")
    writer.value(scenario.horizon)
    writer.key("funding_total_yi_yuan")
    writer.value(scenario.plan.total)
    writer.key("funding_past_horizon")
    writer.array { writer in
      for past in scenario.fundingPastHorizon {
        writer.object {
          $0.member("project", scenario.district.projects[past.project].id)
          $0.member("source", scenario.district.sources[past.source].id)
          $0.key("year")
          $0.value(past.year)
          $0.key("amount_yi_yuan")
          $0.value(past.amount)
        }
      }
    }
    writer.key("warnings")
    writer.value(scenario.warnings.map(\.description))
    writer.key("values")
    writer.array { writer in
      for value in scenario.values { writer.object { Self.write(value, to: &$0) } }
    }
    writer.member("yaml", scenario.standaloneYAML)
  }

  private static func write(_ value: ResolvedValue, to writer: inout JSONWriter) {
    writer.member("path", value.path)
    writer.member("value", value.value)
    writer.member("origin", value.origin)
    writer.key("overrides")
    if let overrides = value.overrides { writer.value(overrides) } else { writer.null() }
    writer.member("status", value.status)
  }

  private func writeEnsemble(_ writer: inout JSONWriter) {
    let ensemble = report.scenario.ensemble
    writer.key("members")
    writer.value(report.summary.members)
    writer.member("sampler", ensemble.sampler.rawValue)
    writer.key("seed")
    writer.value(ensemble.seed)
    guard let precision = report.precision else { return }
    writer.key("precision")
    writer.array { writer in
      for (index, goal) in precision.goals.enumerated() {
        writer.object { Self.write(goal, index, of: precision, to: &$0) }
      }
    }
  }

  /// A goal of precision: its text, whether it was reached, members and standard error of each round.
  private static func write(
    _ goal: PrecisionGoal, _ index: Int, of precision: PrecisionOutcome, to writer: inout JSONWriter
  ) {
    writer.member("goal", goal.text)
    writer.key("reached")
    writer.value(precision.isReached(index))
    writer.key("rounds")
    writer.array { writer in
      for round in precision.rounds {
        writer.object {
          $0.key("members")
          $0.value(round.members)
          $0.key("standard_error")
          $0.value(round.errors[index])
        }
      }
    }
  }

  private func writeDistrict(_ writer: inout JSONWriter) {
    let district = report.district
    writer.member("id", district.id)
    writer.member("name", district.name)
    writer.member("location", district.location)
    writer.member("fingerprint", district.fingerprint)
    writer.key("base_year")
    writer.value(district.baseYear)
    writer.key("inputs")
    writer.object { writer in
      let counts = report.inputs
      writer.key("total")
      writer.value(counts.total)
      for status in InputStatus.allCases {
        writer.key(status.rawValue)
        writer.value(counts[status])
      }
    }
  }

  private func writeFiles(_ writer: inout JSONWriter) {
    for file in files {
      writer.object {
        $0.member("name", file.name)
        $0.key("bytes")
        $0.value(file.bytes.count)
        $0.member("sha256", SHA256.hexadecimal(of: file.bytes))
      }
    }
  }

  private func writeRun(_ writer: inout JSONWriter) {
    writer.key("wall_seconds")
    writer.value(record.wallSeconds)
    writer.key("members_per_second")
    writer.value(record.ensembleSeconds > 0 ? Double(report.summary.members) / record.ensembleSeconds : nil)
    writer.key("read_seconds")
    writer.value(record.readSeconds)
    writer.key("ensemble_seconds")
    writer.value(record.ensembleSeconds)
    writer.key("base_level_seconds")
    writer.value(record.baseLevelSeconds)
    writer.key("threads")
    writer.value(record.threads)
    writer.key("tile_members")
    writer.value(record.tileMembers)
    writer.member("linear_algebra_kernels", record.linearAlgebra)
    writer.member("linear_algebra_library", record.linearAlgebraOptions)
  }
}

extension JSONWriter {
  /// Writes a member that is a text.
  mutating func member(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  /// Writes a member that is a text in both languages.
  mutating func member(_ key: String, _ text: BilingualText) {
    self.key(key)
    object {
      $0.member("zh", text.zh)
      $0.member("en", text.en)
    }
  }
}
