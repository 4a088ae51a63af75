import CNLopt

/// The largest value of a smooth function under bounds and linear conditions, by sequential quadratic programming.
///
/// Kraft's SLSQP (1994) as kept by NLopt: the function is modelled by a quadratic whose Hessian is learnt from gradients
/// (BFGS), the conditions are met exactly by each step. It finds a local maximum, the global one of a concave function.
public struct SmoothMaximization {
  /// A value with its gradient; the gradient may be empty when it was not asked for.
  public typealias Evaluation = (value: Double, gradient: [Double])

  /// What was found.
  public struct Result: Sendable {
    /// The point.
    public let point: [Double]
    /// The value there.
    public let value: Double
    /// Values asked for.
    public let evaluations: Int
    /// False when the limit on evaluations ended the search.
    public let converged: Bool
  }

  private let lower: [Double]
  private let upper: [Double]
  private let constraints: [LinearConstraint]
  private let tolerance: Double
  private let absoluteTolerance: Double
  private let mostEvaluations: Int

  /// States a problem.
  ///
  /// - Parameters:
  ///   - lower: smallest value of each coordinate.
  ///   - upper: largest.
  ///   - constraints: linear conditions.
  ///   - tolerance: relative change of the value below which the search ends.
  ///   - absoluteTolerance: change of the scaled value below which it ends; 0 for none.
  ///   - mostEvaluations: limit on values asked for.
  public init(
    lower: [Double], upper: [Double], constraints: [LinearConstraint] = [], tolerance: Double = 1e-7,
    absoluteTolerance: Double = 0, mostEvaluations: Int = 200
  ) {
    precondition(lower.count == upper.count && !lower.isEmpty)
    self.lower = lower
    self.upper = upper
    self.constraints = constraints
    self.tolerance = tolerance
    self.absoluteTolerance = absoluteTolerance
    self.mostEvaluations = mostEvaluations
  }

  /// By how much a point misses bounds and conditions, at most.
  public func violation(at x: [Double]) -> Double {
    let bounds = x.indices.map { max(0, lower[$0] - x[$0], x[$0] - upper[$0]) }.max() ?? 0
    return constraints.reduce(bounds) { max($0, $1.violation(at: x)) }
  }

  /// Searches from a point, which need not meet the conditions.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - scale: multiplies the function: the first step follows the scaled gradient, so that a good scale makes it as
  ///     long as the distances that matter.
  ///   - function: the value at a point, and with `true` its gradient.
  /// - Throws: what `function` throws; `OptimizationError` when the library refuses the problem.
  public func maximize(
    from start: [Double], scale: Double = 1, _ function: @escaping ([Double], Bool) throws -> Evaluation
  ) throws -> Result {
    let count = lower.count
    precondition(start.count == count, "a point of as many coordinates as the problem has")
    guard let search = nlopt_create(NLOPT_LD_SLSQP, UInt32(count)) else { throw OptimizationError(code: -3) }
    defer { nlopt_destroy(search) }
    let calls = Calls(function, scale: scale, count: count, search: search)
    let equal = ConstraintRows(constraints.filter { $0.relation == .equal })
    let atMost = ConstraintRows(constraints.filter { $0.relation == .atMost })
    try withExtendedLifetime((calls, equal, atMost)) {
      try check(nlopt_set_lower_bounds(search, lower))
      try check(nlopt_set_upper_bounds(search, upper))
      try check(nlopt_set_max_objective(search, Calls.value, Unmanaged.passUnretained(calls).toOpaque()))
      if !equal.rows.isEmpty {
        try check(
          nlopt_add_equality_mconstraint(
            search, UInt32(equal.rows.count), ConstraintRows.values, Unmanaged.passUnretained(equal).toOpaque(),
            equal.tolerances))
      }
      if !atMost.rows.isEmpty {
        try check(
          nlopt_add_inequality_mconstraint(
            search, UInt32(atMost.rows.count), ConstraintRows.values, Unmanaged.passUnretained(atMost).toOpaque(),
            atMost.tolerances))
      }
      try check(nlopt_set_ftol_rel(search, tolerance))
      try check(nlopt_set_ftol_abs(search, absoluteTolerance))
      try check(nlopt_set_maxeval(search, Int32(mostEvaluations)))
    }
    var point = start.indices.map { min(max(start[$0], lower[$0]), upper[$0]) }
    var value = 0.0
    let code = withExtendedLifetime((calls, equal, atMost)) { nlopt_optimize(search, &point, &value) }
    if let error = calls.error { throw error }
    // A line search that rounding stops has found what can be found.
    guard code.rawValue > 0 || code == NLOPT_ROUNDOFF_LIMITED else { throw OptimizationError(code: Int(code.rawValue)) }
    return Result(
      point: point, value: value / scale, evaluations: calls.evaluations, converged: code != NLOPT_MAXEVAL_REACHED)
  }

  private func check(_ code: nlopt_result) throws {
    guard code.rawValue > 0 else { throw OptimizationError(code: Int(code.rawValue)) }
  }
}

/// The optimisation library refused a problem or failed on it.
public struct OptimizationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The code of the library.
  public let code: Int

  /// The code in words.
  public var description: String {
    switch code {
    case -2: "the optimiser was given a problem it cannot take (NLopt: invalid arguments)"
    case -3: "the optimiser ran out of memory"
    default: "the optimiser failed (NLopt: \(code))"
    }
  }
}

/// The function as the library calls it.
private final class Calls {
  private let function: ([Double], Bool) throws -> SmoothMaximization.Evaluation
  private let scale: Double
  private let count: Int
  private let search: nlopt_opt
  private(set) var error: (any Error)?
  private(set) var evaluations = 0

  init(
    _ function: @escaping ([Double], Bool) throws -> SmoothMaximization.Evaluation, scale: Double, count: Int,
    search: nlopt_opt
  ) {
    self.function = function
    self.scale = scale
    self.count = count
    self.search = search
  }

  static let value: nlopt_func = { count, x, gradient, data in
    Unmanaged<Calls>.fromOpaque(data!).takeUnretainedValue().evaluate(x!, gradient)
  }

  private func evaluate(_ x: UnsafePointer<Double>, _ gradient: UnsafeMutablePointer<Double>?) -> Double {
    evaluations += 1
    do {
      let point = Array(UnsafeBufferPointer(start: x, count: count))
      let found = try function(point, gradient != nil)
      if let gradient { for index in 0..<count { gradient[index] = found.gradient[index] * scale } }
      return found.value * scale
    } catch {
      // The library is C: the error waits here until it has returned.
      self.error = error
      nlopt_force_stop(search)
      return 0
    }
  }
}

/// Linear conditions as the library calls them.
private final class ConstraintRows {
  let rows: [LinearConstraint]
  var tolerances: [Double] { rows.map { 1e-9 * max(1, $0.bound.magnitude) } }

  init(_ rows: [LinearConstraint]) { self.rows = rows }

  static let values: nlopt_mfunc = { count, result, dimensions, x, gradient, data in
    let rows = Unmanaged<ConstraintRows>.fromOpaque(data!).takeUnretainedValue().rows
    let width = Int(dimensions)
    for (row, constraint) in rows.enumerated() {
      result![row] = constraint.terms.reduce(-constraint.bound) { $0 + $1.coefficient * x![$1.index] }
      guard let gradient else { continue }
      (gradient + row * width).update(repeating: 0, count: width)
      for term in constraint.terms { gradient[row * width + term.index] = term.coefficient }
    }
  }
}
