import Analysis
import District
import Reporting
import Scenarios

/// Reads what `hsb discover` is given: a scenario or a sweep, and the target.
struct DiscoveryInputs {
  /// The scenario; of a sweep the first point.
  let scenario: ResolvedScenario
  /// The sweep, when the file is one.
  let sweep: Sweep?
  /// What the sample is drawn of.
  let subject: SampleSubject

  /// The most points of a sweep: each worker keeps a model of every point.
  private static let mostPoints = 2_000

  /// - Parameters:
  ///   - file: a scenario file or a sweep file.
  ///   - id: id of the target.
  ///   - overrides: what the command line sets.
  init(_ file: String, target id: String, overrides: ScenarioOverrides) throws {
    guard (try? Scenario(file: file))?.isSweep == true else {
      let only = try ScenarioInputs.read([file], overrides: overrides)[0]
      scenario = only
      sweep = nil
      subject = SampleSubject(only, target: try Failure.inOption { try only.target(id, option: "--target") })
      return
    }
    let sweep = try ScenarioInputs.sweep(file, overrides: overrides)
    scenario = sweep.first
    self.sweep = sweep
    let target = try Failure.inOption { try sweep.first.target(id, option: "--target") }
    if sweep.points.contains(where: { point in !point.scenario.targets.contains(target) }) {
      throw Diagnostic(
        file: file, message: "the target '\(id)' is not the same at every point of the sweep; expected one target")
    }
    guard sweep.points.count <= Self.mostPoints else {
      throw Diagnostic(
        file: file, message: "\(sweep.points.count) points, expected at most \(Self.mostPoints) for scenario discovery")
    }
    subject = SampleSubject(sweep.points.map(\.scenario), axes: try Self.axes(of: sweep), target: target)
  }

  /// Stops when a value is not a finite number.
  func requireFinite(_ samples: MemberSample...) throws {
    guard let broken = samples.first(where: { !$0.isFinite }) else { return }
    throw Diagnostic(
      file: scenario.chain.first ?? scenario.id,
      message: "the indicator '\(broken.target.indicator)' is not a finite number: values are too extreme to compute "
        + "with; nothing was written")
  }

  private static func axes(of sweep: Sweep) throws -> [SampleSubject.Axis] {
    try sweep.axes.indices.filter { sweep.axes[$0].values.count > 1 }.map { index in
      let axis = sweep.axes[index]
      let columns = DiscoveryReport.columns + sweep.first.district.parameters.map(\.id)
      if columns.contains(axis.name) {
        throw Diagnostic(
          file: sweep.file,
          message: "`sweep.axes.\(axis.name)`: the sample has a column '\(axis.name)'; name the axis otherwise")
      }
      let values = try sweep.points.map { point in
        let value = sweep.value(of: point, axis: index)
        guard let number = value.number else {
          throw Diagnostic(
            file: sweep.file,
            message: "`sweep.axes.\(axis.name)` has the value '\(value.text)'; conditions are ranges of numbers")
        }
        return number
      }
      return SampleSubject.Axis(
        SampledQuantity(id: axis.name, unit: axis.unit, axisTitle: axis.title), values: values)
    }
  }
}
