import ArgumentParser
import District
import Foundation
import Reporting

/// `hsb submit`.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Write, and on request submit, the jobs of a run, a sweep or an allocation search on a cluster.",
    discussion: """
      Writes for each scenario scripts for Slurm into results/<scenario>/slurm/: shard.sh, an array job with a task a \
      shard; merge.sh, which waits for all of them; submit.sh, which submits both. With --go they are submitted. A task \
      whose shard is killed tries again; when a task fails for good the merge is cancelled, and submitting again runs \
      the failed shards and no others. The results folder has to be one that all nodes see. Slurm limits the tasks of an \
      array (MaxArraySize, often 1001).

      EXAMPLES
        hsb submit scenarios/baseline.yaml --slurm --shards 256 --members 1000000000 --account abc --partition short
        hsb submit scenarios/*.yaml --slurm --shards 64 --time 00:30:00 --go
        hsb status results/baseline
      """)

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "file"))
  var files: [String]

  @OptionGroup var job: ShardJobOptions

  @Flag(help: "The cluster's engine is Slurm.")
  var slurm = false

  @Option(help: ArgumentHelp("Account that pays. (default: the cluster's)", valueName: "name"))
  var account: String?

  @Option(help: ArgumentHelp("Partition. (default: the cluster's)", valueName: "name"))
  var partition: String?

  @Option(
    help: ArgumentHelp(
      "Time limit of a task, with days as d-hh:mm:ss. (default: the cluster's)", valueName: "hh:mm:ss"))
  var time: String?

  @Option(help: ArgumentHelp("Memory of a task: a whole number and K, M, G or T.", valueName: "size"))
  var memory = "1G"

  @Option(help: "Language of leadership.csv. (default: zh)")
  var lang: Language?

  @Flag(help: "Submit the jobs.")
  var go = false

  func validate() throws {
    guard slurm else {
      throw ValidationError(
        "--slurm: expected, the one engine this command knows; 'hsb shards FILE --command' prints commands for any other"
      )
    }
    guard !files.isEmpty else { throw ValidationError("expected a scenario file") }
    for (name, value) in [("account", account), ("partition", partition)] {
      guard let value, value.isEmpty || value.contains(where: { $0.isWhitespace || $0 == "\0" }) else { continue }
      throw ValidationError("--\(name) '\(value)': expected a word without spaces")
    }
    try SlurmLimits.check(time: time)
    try SlurmLimits.check(memory: memory)
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      for sharded in try job.sharded(files) {
        try sharded.folder.prepare()
        let folder = try sharded.folder.writeScripts(slurmJob(of: sharded))
        guard go else {
          Console.output("\(folder): written; to submit: sh \(ShellWord.quoted("\(folder)/submit.sh"))\n")
          continue
        }
        let status = try submit("\(folder)/submit.sh")
        guard status == 0 else { throw OutputError(path: folder, reason: "submit.sh ended with status \(status)") }
      }
    }
  }

  private func slurmJob(of sharded: any ShardedWork) -> SlurmJob {
    let here = FileManager.default.currentDirectoryPath
    let path = sharded.folder.results.path
    var slurm = SlurmJob(
      name: "hsb-\(sharded.identity.scenario)", workingFolder: here,
      results: path.hasPrefix("/") ? path : "\(here)/\(path)",
      shardCommand: job.command(of: sharded, shard: "\"$SLURM_ARRAY_TASK_ID\""),
      missingCommand: job.missingCommand(of: sharded),
      mergeCommand: job.mergeCommand(of: sharded, options: lang.map { ["--lang", $0.rawValue] } ?? []))
    slurm.account = account
    slurm.partition = partition
    slurm.time = time
    slurm.memory = memory
    return slurm
  }

  private func submit(_ script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
