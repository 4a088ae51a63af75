import Analysis

/// A sample as the EMA workbench stores results: `ema_workbench.load_results` opens it (form of version 2.5).
///
/// A gzipped tar of `experiments.csv` (a row a member: its parameters and axes, then scenario, policy and model), one CSV an
/// outcome without heading, and `metadata.json` with the types of both.
struct WorkbenchArchive {
  let sample: MemberSample
  /// Id of the scenario, which the workbench calls the policy.
  let scenario: String

  /// The file.
  func bytes() -> [UInt8] {
    var archive = TarArchive()
    archive.add(OutputFile(name: "experiments.csv", bytes: experiments()))
    for outcome in outcomes { archive.add(OutputFile(name: "\(outcome.name).csv", bytes: column(outcome.values))) }
    archive.add(OutputFile(name: "metadata.json", bytes: metadata()))
    archive.finish()
    return GzipFile.stored(archive.bytes)
  }

  /// Outcomes by name: whether the target is met (1 or 0), and by how much.
  private var outcomes: [(name: String, values: [Double])] {
    let id = sample.target.id
    return [("\(id)_met", sample.isMet.map { $0 ? 1 : 0 }), ("\(id)_margin", sample.margins)]
  }

  private func experiments() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(sample.quantities.map(\.id) + ["scenario", "policy", "model"])
    for member in 0..<sample.members {
      for column in sample.values { writer.number(column[member]) }
      writer.number(member)
      writer.text(scenario)
      writer.text("hsb")
      writer.endRow()
    }
    return writer.bytes
  }

  private func column(_ values: [Double]) -> [UInt8] {
    var writer = CSVWriter()
    for value in values {
      writer.number(value)
      writer.endRow()
    }
    return writer.bytes
  }

  private func metadata() -> [UInt8] {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.key("version")
      writer.value(0.1)
      writer.key("outcomes")
      writer.array { writer in
        for outcome in outcomes { writer.value(["ScalarOutcome", outcome.name, "\(outcome.name).csv"]) }
      }
      writer.key("experiments")
      writer.object { writer in
        for quantity in sample.quantities { writer.member(quantity.id, "float64") }
        writer.member("scenario", "int64")
        writer.member("policy", "category")
        writer.member("model", "category")
      }
    }
    return writer.bytes
  }
}
