import District
import Projection
import Scenarios

/// `manifest.json` of a command that learns from observed figures: what was run, on which figures, and how.
///
/// Everything but the member `run` is the same for equal runs.
struct LearningManifest {
  /// What the command was, for example `assimilate`.
  let command: String
  let scenario: ResolvedScenario
  /// The file of the figures, as the user named it.
  let observations: String
  /// Figures used.
  let figures: [Observation]
  /// What was chosen, by name.
  let options: [(name: String, value: String)]
  let program: ProgramIdentity
  let seconds: Double
  /// Seconds of the rounds of the smoother, model runs included; nil where it was not timed.
  var smootherSeconds: Double?
  let files: [OutputFile]

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      // Output folders know results of this program by this first member.
      writer.member("schema", "hsb/manifest/1")
      writer.member("command", command)
      writer.key("program")
      writer.object {
        $0.member("name", program.name)
        $0.member("version", program.version)
        $0.member("commit", program.commit)
      }
      writer.key("scenario")
      writer.object {
        $0.member("id", scenario.id)
        $0.key("horizon")
        $0.value(scenario.horizon)
        $0.key("members")
        $0.value(scenario.ensemble.members)
        $0.member("sampler", scenario.ensemble.sampler.rawValue)
        $0.key("seed")
        $0.value(scenario.ensemble.seed)
        $0.member("yaml", scenario.standaloneYAML)
      }
      writer.key("district")
      writer.object {
        $0.member("id", scenario.district.id)
        $0.member("fingerprint", scenario.district.fingerprint)
      }
      writer.key("options")
      writer.object { writer in for option in options { writer.member(option.name, option.value) } }
      writer.key("observations")
      writer.object { writer in
        writer.member("file", observations)
        writer.key("used")
        writer.value(figures.count)
        writer.key("recalled")
        writer.value(figures.count { $0.status == .recalled })
        writer.key("figures")
        writer.value(
          figures.map { "\($0.key) = \(NumberText.shortest($0.value)), \($0.status.rawValue), line \($0.line)" })
      }
      writer.key("files")
      writer.array { writer in
        for file in files {
          writer.object {
            $0.member("name", file.name)
            $0.member("sha256", SHA256.hexadecimal(of: file.bytes))
          }
        }
      }
      writer.key("run")
      writer.object {
        $0.key("wall_seconds")
        $0.value(seconds)
        if let smootherSeconds {
          $0.key("smoother_seconds")
          $0.value(smootherSeconds)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

/// Which program wrote a result.
public struct ProgramIdentity: Sendable {
  /// Name.
  public let name: String
  /// Version.
  public let version: String
  /// Commit it was built from, or `unknown`.
  public let commit: String

  /// Makes an identity.
  public init(name: String, version: String, commit: String) {
    self.name = name
    self.version = version
    self.commit = commit
  }
}
