import District

/// The results of finished runs as tables: scenarios, projections, targets, funding, inputs with their sources.
///
/// The district's inputs are those of the first run; runs of different districts do not go into one export.
struct RunTables {
  private let runs: [ReportedRun]

  init(_ runs: [ReportedRun]) { self.runs = runs }

  /// All tables, those that others refer to first.
  var all: [DataTable] { [scenarios, indicators, projections, targets, funding, inputs] }

  var scenarios: DataTable {
    DataTable(
      name: "scenarios", title: "Scenarios that were run",
      columns: [
        text("scenario", "id"), text("title_zh", "title in Chinese"), text("title_en", "title in English"),
        whole("members", "members drawn"), text("sampler", "how they were drawn"), whole("seed", "seed of the draws"),
        whole("horizon", "last year"), number("funding_total_yi", "money planned, 10^8 yuan, current prices"),
        text("program_version", "version of the program"), text("program_commit", "commit of the program"),
        text("district_fingerprint", "SHA-256 over the files of the district"),
      ], key: ["scenario"],
      rows: runs.map { run in
        let manifest = run.stored.manifest
        return [
          .text(run.scenario.id), .text(run.scenario.title.zh), .text(run.scenario.title.en), .whole(run.members),
          .text(manifest.ensemble.sampler), .whole(Int(clamping: manifest.ensemble.seed)),
          .whole(run.scenario.horizon), .number(run.scenario.plan.total), .text(manifest.program.version),
          .text(manifest.program.commit), .text(manifest.district.fingerprint),
        ]
      })
  }

  var indicators: DataTable {
    DataTable(
      name: "indicators", title: "What is projected",
      columns: [
        text("indicator", "id"), text("name_zh", "name in Chinese"), text("name_en", "name in English"),
        text("unit", "unit code of its values"),
        text("placeholder", "yes when it belongs to a project the policy document does not name"),
      ], key: ["indicator"],
      rows: runs[0].catalogue.indicators.map { indicator in
        [
          .text(indicator.id), .text(indicator.name.zh), .text(indicator.name.en), .text(indicator.unit),
          .text(indicator.isPlaceholder ? "yes" : "no"),
        ]
      })
  }

  var projections: DataTable {
    let quantiles = ["p05", "p25", "p50", "p75", "p95"]
    return DataTable(
      name: "projections", title: "Projections: every indicator and year",
      columns: [
        text("scenario", "scenario"), text("indicator", "indicator"), text("unit", "unit code of the values"),
        whole("year", "calendar year"), number("mean", "mean over the members, in the unit"),
        number("sd", "standard deviation over the members, in the unit"),
      ] + quantiles.map { number($0, "quantile over the members at \($0.dropFirst()) %, in the unit") }
        + (["mean"] + quantiles).map {
          DataTable.Column(
            name: "\($0)_se", kind: .number, description: "Monte Carlo standard error of \($0), in the unit",
            isRequired: false)
        }, key: ["scenario", "indicator", "year"],
      references: [(["scenario"], "scenarios", ["scenario"]), (["indicator"], "indicators", ["indicator"])],
      rows: runs.flatMap { run in
        run.stored.projections.map { row -> [DataTable.Value] in
          [
            .text(run.scenario.id), .text(row.indicator), .text(row.unit), .whole(row.year), .number(row.mean),
            .number(row.standardDeviation),
          ] + row.quantiles.map { .number($0) } + [DataTable.Value(row.meanError)]
            + (row.quantileErrors.map { $0.map { .number($0) } } ?? quantiles.map { _ in .empty })
        }
      })
  }

  var targets: DataTable {
    DataTable(
      name: "targets", title: "Commitments, and how likely they are met",
      columns: [
        text("scenario", "scenario"), text("target", "id of the commitment"), text("reference", "where it stands"),
        text("indicator", "indicator tested"), text("comparator", ">, >=, < or <="),
        text("threshold", "number or indicator"), text("years", "year or years"),
        optional("probability", "share of the members that meet it"),
        optional("standard_error", "Monte Carlo standard error of the probability"),
        optional("median", "median of the indicator, in its unit"),
        optional("threshold_median", "median of the threshold, in the same unit"),
        optional("median_gap", "median of the gap, positive when met"),
        text("status", "where the commitment's number comes from"), text("unit", "unit code of medians and gap"),
      ], key: ["scenario", "target"], references: [(["scenario"], "scenarios", ["scenario"])],
      rows: runs.flatMap { run in
        run.stored.targets.map { row in
          [
            .text(run.scenario.id), .text(row.id), .text(row.reference), .text(row.indicator), .text(row.comparator),
            .text(row.threshold), .text(row.year), .init(row.probability), .init(row.standardError),
            .init(row.median), .init(row.thresholdMedian), .init(row.medianGap), .text(row.status), .text(row.unit),
          ]
        }
      })
  }

  var funding: DataTable {
    DataTable(
      name: "funding", title: "Money by project, source and year",
      columns: [
        text("scenario", "scenario"), text("project", "id of the project"),
        text("placeholder", "yes when the policy document does not name the project"),
        text("source", "id of the source"), whole("year", "calendar year"),
        number("planned_yi", "money planned before the scenario's adjustments, 10^8 yuan, current prices"),
        number("adjusted_yi", "money planned after them, 10^8 yuan, current prices"),
        number("past_horizon_yi", "part of it that no run spends: its year is past the horizon, 10^8 yuan"),
        optional("adjusted_yi_2020", "money planned after adjustments, 10^8 yuan, 2020 prices"),
        optional("not_arrived_yi_2020", "planned less arrived, mean, 10^8 yuan, 2020 prices"),
        optional("carried_in_yi_2020", "unspent money of the year before, mean, 10^8 yuan, 2020 prices"),
      ]
        + ["arrived", "executed", "unspent"].flatMap {
          [
            optional("\($0)_yi_2020", "money \($0), mean, 10^8 yuan, 2020 prices"),
            optional("\($0)_se", "Monte Carlo standard error of it, 10^8 yuan, 2020 prices"),
          ]
        }, key: ["scenario", "project", "source", "year"], references: [(["scenario"], "scenarios", ["scenario"])],
      rows: runs.flatMap { run in
        run.stored.funding.map { row -> [DataTable.Value] in
          let spending = row.spending
          return [
            .text(run.scenario.id), .text(row.project), .text(row.isPlaceholder ? "yes" : "no"), .text(row.source),
            .whole(row.year), .number(row.planned), .number(row.adjusted), .number(row.pastHorizon),
            .init(spending?.adjusted), .init(spending?.notArrived), .init(spending?.carriedIn),
          ]
            + [spending?.arrived, spending?.executed, spending?.unspent].flatMap {
              [DataTable.Value($0?.value), DataTable.Value($0?.standardError)]
            }
        }
      })
  }

  var inputs: DataTable {
    DataTable(
      name: "inputs", title: "Every input of the district with status and source",
      columns: [
        text("file", "file of the district"), whole("line", "line in it"), text("input", "dotted name"),
        number("value", "the number, in its unit"), text("unit", "unit code"),
        text("status", "sourced, derived, recalled or assumed"),
        text("source", "where it comes from, or why it is assumed"),
      ], key: ["file", "line", "input"],
      rows: runs[0].district.inputs.map { input in
        [
          .text(input.file), .whole(input.line), .text(input.name), .number(input.value), .text(input.unit),
          .text(input.status.rawValue), .text(input.source),
        ]
      })
  }

  private func text(_ name: String, _ description: String) -> DataTable.Column {
    DataTable.Column(name: name, kind: .string, description: description)
  }

  private func whole(_ name: String, _ description: String) -> DataTable.Column {
    DataTable.Column(name: name, kind: .integer, description: description)
  }

  private func number(_ name: String, _ description: String) -> DataTable.Column {
    DataTable.Column(name: name, kind: .number, description: description)
  }

  private func optional(_ name: String, _ description: String) -> DataTable.Column {
    DataTable.Column(name: name, kind: .number, description: description, isRequired: false)
  }
}
