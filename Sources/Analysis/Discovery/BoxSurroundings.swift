/// The members in a box and those that only one limit keeps out of it: all that quasi-p-values and pasting ask for, in one
/// pass over each parameter instead of one over all of them for every limit.
struct BoxSurroundings {
  /// Members within all limits.
  private(set) var inside: [Int32] = []
  /// Members of interest among them.
  private(set) var cases = 0
  /// For each restricted parameter, the members that its lower limit alone keeps out.
  private(set) var below: [[Int32]]
  /// For each restricted parameter, the members that its upper limit alone keeps out.
  private(set) var above: [[Int32]]

  /// Number of members within all limits.
  var members: Int { inside.count }

  /// Looks at the remaining members of a search.
  init(_ induction: RuleInduction, _ lower: [Double], _ upper: [Double], _ parameters: [Int]) {
    below = Array(repeating: [], count: parameters.count)
    above = below
    // What keeps each member out: nothing, 1 + twice the place of the parameter (+ 1 for its upper limit), or more.
    let several = Int32.max
    var obstacles = induction.remaining.map { $0 ? 0 : several }
    for (place, parameter) in parameters.enumerated() {
      let (low, high) = (lower[parameter], upper[parameter])
      let code = Int32(1 + 2 * place)
      induction.values[parameter].withUnsafeBufferPointer { column in
        for member in column.indices {
          let value = column[member]
          guard value < low || value > high else { continue }
          obstacles[member] = obstacles[member] == 0 ? (value > high ? code + 1 : code) : several
        }
      }
    }
    for (member, obstacle) in obstacles.enumerated() where obstacle != several {
      if obstacle == 0 {
        inside.append(Int32(member))
        cases += induction.isCase[member] ? 1 : 0
      } else if obstacle % 2 == 1 {
        below[Int(obstacle - 1) / 2].append(Int32(member))
      } else {
        above[Int(obstacle - 1) / 2].append(Int32(member))
      }
    }
  }
}
