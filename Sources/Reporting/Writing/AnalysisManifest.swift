import District
import Scenarios

/// `manifest.json` of an analysis of several scenarios: what was run, on what, and how.
///
/// Everything but the member `run` is the same for equal analyses, whatever the machine and the threads.
public struct AnalysisManifest {
  private let kind: String
  private let scenarios: [ResolvedScenario]
  private let record: RunRecord
  private let files: [OutputFile]
  private let details: (inout JSONWriter) -> Void

  /// Makes the manifest of an analysis and of the files beside it.
  ///
  /// - Parameters:
  ///   - kind: one word, part of the schema's name.
  ///   - scenarios: what was run, at least one.
  ///   - record: how.
  ///   - files: the files beside the manifest.
  ///   - details: writes further members.
  public init(
    kind: String, scenarios: [ResolvedScenario], record: RunRecord, files: [OutputFile],
    details: @escaping (inout JSONWriter) -> Void = { _ in }
  ) {
    self.kind = kind
    self.scenarios = scenarios
    self.record = record
    self.files = files
    self.details = details
  }

  /// The file.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      // Output folders know results of this program by this first member.
      writer.member("schema", "hsb/manifest/\(kind)/1")
      writer.key("program")
      writer.object {
        $0.member("name", record.program)
        $0.member("version", record.version)
        $0.member("commit", record.commit)
      }
      writer.key("scenarios")
      writer.array { writer in
        for scenario in scenarios {
          writer.object {
            $0.member("id", scenario.id)
            $0.member("title", scenario.title)
            $0.key("chain")
            $0.value(scenario.chain)
            $0.member("yaml", scenario.standaloneYAML)
          }
        }
      }
      writeDraws(&writer)
      details(&writer)
      writer.key("files")
      writer.array { writer in
        for file in files {
          writer.object {
            $0.member("name", file.name)
            $0.key("bytes")
            $0.value(file.bytes.count)
            $0.member("sha256", SHA256.hexadecimal(of: file.bytes))
          }
        }
      }
      writer.key("run")
      writer.object {
        $0.key("wall_seconds")
        $0.value(record.wallSeconds)
        $0.key("threads")
        $0.value(record.threads)
        $0.member("linear_algebra_kernels", record.linearAlgebra)
        $0.member("linear_algebra_library", record.linearAlgebraOptions)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private func writeDraws(_ writer: inout JSONWriter) {
    let first = scenarios[0]
    writer.key("ensemble")
    writer.object {
      $0.key("members")
      $0.value(first.ensemble.members)
      $0.member("sampler", first.ensemble.sampler.rawValue)
      $0.key("seed")
      $0.value(first.ensemble.seed)
      $0.key("horizon")
      $0.value(first.horizon)
    }
    writer.key("district")
    writer.object {
      $0.member("id", first.district.id)
      $0.member("fingerprint", first.district.fingerprint)
    }
  }
}
