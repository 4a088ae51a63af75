import Analysis
import District
import Scenarios

/// `trace.json`: what some members did, at full precision, for checking by other programs.
public struct TraceFile {
  /// The schema of the file.
  public static let schema = "hsb/trace/1"

  private let trace: Trace
  private let scenario: ResolvedScenario

  /// Makes the file of a trace.
  public init(_ trace: Trace, scenario: ResolvedScenario) {
    self.trace = trace
    self.scenario = scenario
  }

  /// The file, in one line.
  public func json() -> [UInt8] {
    let district = scenario.district
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("scenario", scenario.id)
      writer.key("years")
      writer.numbers(district.baseYear...scenario.horizon)
      writer.key("parameters")
      writer.object { writer in
        for (parameter, values) in zip(district.parameters, trace.parameters) {
          writer.key(parameter.id)
          writer.value(values)
        }
      }
      writer.key("shocks")
      writer.object { writer in
        writer.key("names")
        writer.value(district.shocks.map(\.id))
        writer.key("values")
        writer.array { writer in for year in trace.shocks { writer.rows(year) } }
      }
      writer.key("events")
      writer.rows(trace.events)
      writer.key("plan")
      writer.object(writePlan)
      writer.key("series")
      writer.object { writer in
        for (indicator, values) in zip(scenario.catalogue.indicators, trace.series) {
          writer.key(indicator.id)
          writer.rows(values)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private func writePlan(_ writer: inout JSONWriter) {
    let plan = scenario.plan
    writer.key("projects")
    writer.value(scenario.district.projects.map(\.id))
    writer.key("sources")
    writer.value(scenario.district.sources.map(\.id))
    writer.key("years")
    writer.numbers(scenario.years)
    writer.key("values")
    writer.array { writer in
      for year in 0..<plan.years {
        writer.rows((0..<plan.projects).map { p in (0..<plan.sources).map { plan[year, p, $0] } })
      }
    }
  }
}

extension JSONWriter {
  /// Writes an array of arrays of numbers.
  fileprivate mutating func rows(_ rows: [[Double]]) {
    array { writer in for row in rows { writer.value(row) } }
  }

  /// Writes an array of whole numbers.
  fileprivate mutating func numbers(_ numbers: ClosedRange<Int>) {
    array { writer in for number in numbers { writer.value(number) } }
  }
}
