/// A run in shards as jobs of Slurm: an array job, one task a shard, and a merge that waits for all of them.
///
/// The scripts stand in a folder `slurm` beside the results. Submitting again submits what is missing and nothing else.
public struct SlurmJob: Sendable {
  /// Name of the jobs.
  public var name: String
  /// The folder from which the program was called, absolute.
  public var workingFolder: String
  /// The folder of the results, absolute.
  public var results: String
  /// The command of a shard, in which `$SLURM_ARRAY_TASK_ID` stands for its number.
  public var shardCommand: String
  /// The command that prints the numbers of the shards that are missing.
  public var missingCommand: String
  /// The command that merges.
  public var mergeCommand: String
  /// Account that pays, partition, time limit, memory of a task: what is nil is left to the cluster.
  public var account: String?
  /// Partition.
  public var partition: String?
  /// Time limit of a task, as Slurm writes it.
  public var time: String?
  /// Memory of a task, as Slurm writes it.
  public var memory: String?

  /// Times a task tries its shard.
  private static let attempts = 3

  /// Describes the jobs of a run.
  public init(
    name: String, workingFolder: String, results: String, shardCommand: String, missingCommand: String,
    mergeCommand: String
  ) {
    self.name = name
    self.workingFolder = workingFolder
    self.results = results
    self.shardCommand = shardCommand
    self.missingCommand = missingCommand
    self.mergeCommand = mergeCommand
  }

  /// Names of the scripts.
  public static let fileNames = ["shard.sh", "merge.sh", "submit.sh"]

  /// The scripts: of a task, of the merge, and the one that submits them.
  public var files: [OutputFile] {
    zip(Self.fileNames, [shardScript, mergeScript, submitScript]).map { OutputFile(name: $0, text: $1) }
  }

  private func directives(_ log: String) -> String {
    var lines = [
      "--job-name=\(name)", "--ntasks=1", "--cpus-per-task=1", "--requeue", "--open-mode=append",
      "--chdir=\(workingFolder)", "--output=\(results)/slurm/\(log)",
    ]
    if let account { lines.append("--account=\(account)") }
    if let partition { lines.append("--partition=\(partition)") }
    if let time { lines.append("--time=\(time)") }
    if let memory { lines.append("--mem=\(memory)") }
    return lines.map { "#SBATCH \(ShellWord.quoted($0))\n" }.joined()
  }

  private var shardScript: String {
    """
    #!/bin/sh
    # One shard, the one of the array task. A shard that fails or is killed is tried again; wrong input is not.
    \(directives("shard-%a.log"))
    for attempt in $(seq \(Self.attempts)); do
      \(shardCommand) && exit 0
      status=$?
      case $status in 64 | 65 | 66) exit $status ;; esac
      echo "shard $SLURM_ARRAY_TASK_ID: attempt $attempt of \(Self.attempts) ended with status $status" >&2
    done
    exit $status

    """
  }

  private var mergeScript: String {
    """
    #!/bin/sh
    # Puts the shards together when all are there.
    \(directives("merge.log"))
    exec env \(mergeCommand)

    """
  }

  private var submitScript: String {
    """
    #!/bin/sh
    # Submits the shards that are missing, and the merge that waits for them. To run failed tasks again, and no others:
    # run this again.
    set -eu
    cd \(ShellWord.quoted(workingFolder))
    missing=$(\(missingCommand))
    folder=\(ShellWord.quoted("\(results)/slurm"))
    if [ -n "$missing" ]; then
      job=$(sbatch --parsable --array="$missing" "$folder/shard.sh")
      job=${job%%;*}
      merge=$(sbatch --parsable --dependency="afterok:$job" --kill-on-invalid-dep=yes "$folder/merge.sh")
      echo "shards $missing: array job $job; merge: job ${merge%%;*}"
    else
      merge=$(sbatch --parsable "$folder/merge.sh")
      echo "all shards are there; merge: job ${merge%%;*}"
    fi

    """
  }
}
