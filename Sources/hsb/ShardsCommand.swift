import ArgumentParser
import District
import Reporting

/// `hsb shards`.
struct ShardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shards",
    abstract: "List the shards of a run, a sweep or an allocation search, as commands for any engine.",
    discussion: """
      Prints the shards of a run with their members, of a sweep (a file with axes) with its points, or with --maximize of \
      an allocation search with its starts, and whether they are there; with --command the commands that are \
      still to be run, one a line. The commands can run in any order, on any machines that share the folder, or whose \
      shards are copied into it; 'hsb merge' puts them together. Slurm has a command of its own, 'hsb submit'.

      EXAMPLES
        hsb shards scenarios/baseline.yaml --shards 64 --members 10000000
        hsb shards scenarios/baseline.yaml --shards 64 --members 10000000 --command | parallel -j 8
        hsb merge results/baseline
        hsb shards scenarios/sweeps/enterprise-tourism.yaml --shards 32 --command       points of a sweep
        hsb shards scenarios/baseline.yaml --maximize gdp_100_yi --starts 64 --shards 16 --command
                                          starts of an allocation search
        hsb shards scenarios/baseline.yaml --shards 64 --command --program hsb | sed -n "$((JOB_COMPLETION_INDEX + 1))p" | sh
                                          in a Kubernetes indexed job of 64 completions, each from an empty folder
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var file: String

  @OptionGroup var job: ShardJobOptions

  @Flag(help: "Print the command of each shard that is missing or damaged, one a line.")
  var command = false

  @Flag(help: "Print only the numbers of the shards that are missing or damaged, as sbatch --array takes them.")
  var missing = false

  @Option(help: "Language of the table. (default: the terminal's)")
  var lang: Language?

  func validate() throws {
    if command, missing { throw ValidationError("--command and --missing: expected one of them") }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let sharded = try job.sharded([file])[0]
      let rest = try sharded.missing()
      if missing {
        Console.output(ShardSurvey.ranges(rest, separator: ",") + "\n")
      } else if command {
        for shard in rest { Console.output(job.command(of: sharded, shard: String(shard)) + "\n") }
      } else {
        Console.output(sharded.listing(missing: rest).text(Console.language(lang)))
      }
    }
  }
}
