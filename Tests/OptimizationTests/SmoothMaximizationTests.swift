import Foundation
import Optimization
import Testing

@Suite struct SmoothMaximizationTests {
  /// -sum w_i (x_i - a_i)^2 / 2 with sum x = b: x_i = a_i - lambda / w_i, lambda = (sum a - b) / sum 1/w (Lagrange).
  @Test func aQuadraticUnderABudgetHasItsLagrangeSolution() throws {
    let a: [Double] = [3, 1, 4, 1.5, 5]
    let w: [Double] = [1, 2, 0.5, 4, 3]
    let budget = 10.0
    let inverse: Double = w.reduce(0) { $0 + 1 / $1 }
    let lambda: Double = (a.reduce(0, +) - budget) / inverse
    let problem = SmoothMaximization(
      lower: Array(repeating: -10, count: 5), upper: Array(repeating: 10, count: 5),
      constraints: [.sum(of: Array(0..<5), equals: budget)], tolerance: 1e-14)
    let result = try problem.maximize(from: Array(repeating: 0, count: 5)) { x, _ in
      var value = 0.0
      var gradient: [Double] = []
      for i in 0..<5 {
        let d = x[i] - a[i]
        value -= w[i] * d * d / 2
        gradient.append(-w[i] * d)
      }
      return (value, gradient)
    }
    for i in 0..<5 { #expect(abs(result.point[i] - (a[i] - lambda / w[i])) < 1e-6) }
    #expect(problem.violation(at: result.point) < 1e-9 && result.converged)
  }

  /// sum a_i log x_i with sum x = 20: money in proportion to the weights; what a bound takes, the others share likewise.
  @Test(
    arguments: [
      ([LinearConstraint](), [2.0, 4.0, 6.0, 8.0]),
      ([LinearConstraint.sum(of: [3], atMost: 5)], [2.5, 5.0, 7.5, 5.0]),
      ([LinearConstraint.sum(of: [0, 1], atLeast: 12)], [4.0, 8.0, 24.0 / 7, 32.0 / 7]),
    ] as [([LinearConstraint], [Double])])
  func logarithmsShareInProportion(_ more: [LinearConstraint], _ exact: [Double]) throws {
    let a: [Double] = [1, 2, 3, 4]
    let budget = LinearConstraint.sum(of: [0, 1, 2, 3], equals: 20)
    let result = try SmoothMaximization(
      lower: Array(repeating: 1e-3, count: 4), upper: Array(repeating: 20, count: 4),
      constraints: [budget] + more, tolerance: 1e-13
    ).maximize(from: Array(repeating: 5, count: 4)) { x, _ in
      var value = 0.0
      for i in 0..<4 { value += a[i] * Foundation.log(x[i]) }
      return (value, (0..<4).map { a[$0] / x[$0] })
    }
    for i in 0..<4 { #expect(abs(result.point[i] - exact[i]) < 1e-4, "\(result.point)") }
  }

  @Test func anErrorOfTheFunctionComesBackAsItself() {
    struct Fault: Error {}
    #expect(throws: Fault.self) {
      try SmoothMaximization(lower: [0], upper: [1]).maximize(from: [0.5]) { _, _ in throw Fault() }
    }
  }

  @Test func aProblemWithoutRoomIsRefusedOrShowsItsViolation() throws {
    let problem = SmoothMaximization(lower: [0, 0], upper: [1, 1], constraints: [.sum(of: [0, 1], equals: 5)])
    do {
      let result = try problem.maximize(from: [0, 0]) { x, _ in (x[0] + x[1], [1, 1]) }
      #expect(problem.violation(at: result.point) > 1)
    } catch let error as OptimizationError { #expect(error.code < 0) }
  }
}
