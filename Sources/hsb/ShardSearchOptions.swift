import ArgumentParser
import Reporting

/// The question of an allocation search whose starts are cut into shards.
struct ShardSearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Shards of the starts of 'hsb optimize --maximize', not of a run.", valueName: "name"))
  var maximize: String?

  @Option(
    help: ArgumentHelp("Budget of the search, as 'hsb optimize' takes it.", valueName: "amount"),
    transform: AllocationBudget.read)
  var budget: AllocationBudget?

  @Option(help: ArgumentHelp("Limits file of the search.", valueName: "file"))
  var limits: String?

  @Option(help: ArgumentHelp("Starts of the search. (default: 4)", valueName: "number"))
  var starts: Int?

  /// The question; nil where there is none.
  var question: ShardSearch? {
    get throws {
      guard let maximize else {
        if budget != nil || limits != nil || starts != nil {
          throw ValidationError("--budget, --limits and --starts: expected --maximize with them")
        }
        return nil
      }
      let starts = starts ?? ShardSearch.usualStarts
      try OptionLimits.check(starts: starts)
      return ShardSearch(maximise: maximize, budget: budget?.amount, limits: limits, starts: starts)
    }
  }
}
