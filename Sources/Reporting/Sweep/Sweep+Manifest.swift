import Scenarios

extension JSONWriter {
  /// The members of a manifest that say over which points a sweep ran.
  mutating func members(of sweep: Sweep) {
    member("combine", sweep.isPaired ? "paired" : "grid")
    key("points")
    value(sweep.points.count)
    key("axes")
    array { writer in
      for axis in sweep.axes {
        writer.object {
          $0.member("name", axis.name)
          $0.member("title", axis.title)
          $0.member("unit", axis.unit)
          $0.key("places")
          $0.value(axis.paths)
          $0.key("values")
          $0.value(axis.values.map(\.text))
        }
      }
    }
  }
}
