import Analysis
import LinearAlgebra
import Sampling
import Testing

/// Independent standard normals, keyed by a name.
private func normals(_ members: Int, _ columns: Int, _ name: String) throws -> Matrix {
  let sampler = try Sampler(
    kind: .random, seed: 11, members: members,
    dimensions: (0..<columns).map { SampleDimension(name: DrawName("\(name) \($0)"), sobolDimension: $0 + 1) })
  let table = try QuantileTable(.normal(mean: 0, standardDeviation: 1))
  var matrix = Matrix(rows: members, columns: columns)
  let room = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 64).bindMemory(to: Double.self, capacity: 64)
  defer { room.deallocate() }
  for column in 0..<columns {
    for block in 0..<sampler.blocks {
      sampler.uniforms(block: block, dimension: column, into: room)
      table.apply(room, count: 64)
      for lane in 0..<min(64, members - block * 64) { matrix[block * 64 + lane, column] = room[lane] }
    }
  }
  return matrix
}

private func mean(_ matrix: Matrix, _ column: Int) -> Double {
  (0..<matrix.rows).reduce(0) { $0 + matrix[$1, column] } / Double(matrix.rows)
}

private func covariance(_ matrix: Matrix, _ a: Int, _ b: Int) -> Double {
  let (ma, mb) = (mean(matrix, a), mean(matrix, b))
  return (0..<matrix.rows).reduce(0) { $0 + (matrix[$1, a] - ma) * (matrix[$1, b] - mb) } / Double(matrix.rows - 1)
}

/// A linear model y = H x with four standard normal unknowns and three observations.
private enum Linear {
  static let h = Matrix([[1, 0.5, 0, -1], [0, 2, 1, 0], [0.3, 0, -0.7, 0.2]])
  static let observed = [0.8, -1.5, 0.4]
  static let errors = [0.3, 1.2, 0.25]

  static func responses(_ ensemble: Matrix) throws -> Matrix { try ensemble.multiplied(by: h.transposed) }

  /// The exact posterior of x ~ N(0, I): mean K d, covariance I - K H with K = H^T (H H^T + C)^-1.
  static func posterior() throws -> (mean: [Double], covariance: Matrix) {
    var inner = try h.multiplied(by: h.transposed)
    for i in 0..<3 { inner[i, i] += errors[i] * errors[i] }
    let gain = try LUFactorization(of: inner).solve(h).transposed
    let reduction = try gain.multiplied(by: h)
    let mean = (0..<4).map { i in (0..<3).reduce(0) { $0 + gain[i, $1] * observed[$1] } }
    return (mean, Matrix(rows: 4, columns: 4) { ($0 == $1 ? 1 : 0) - reduction[$0, $1] })
  }

  static func smoothed(members: Int, rounds: [Double], _ inversion: EnsembleSmoother.Inversion) throws -> Matrix {
    var ensemble = try normals(members, 4, "prior")
    for (round, inflation) in rounds.enumerated() {
      var perturbations = try normals(members, 3, "round \(round)")
      for column in 0..<3 { for row in 0..<members { perturbations[row, column] *= errors[column] } }
      ensemble = try EnsembleSmoother.update(
        ensemble, responses: responses(ensemble), observations: observed, errors: errors,
        perturbations: perturbations, inflation: inflation, inversion: inversion)
    }
    return ensemble
  }
}

@Suite struct EnsembleSmootherTests {
  @Test(
    "of a linear model with normal errors agrees with the exact posterior within Monte Carlo error",
    arguments: [[1.0], [2, 2], [4, 4, 4, 4], [28.0 / 3, 7, 4, 2]])
  func kalman(inflations: [Double]) throws {
    let members = 40_000
    let exact = try Linear.posterior()
    let found = try Linear.smoothed(members: members, rounds: EnsembleSmoother.normalised(inflations), .exact)
    for i in 0..<4 {
      let sd = exact.covariance[i, i].squareRoot()
      // Four standard errors of a mean, and of a covariance of normals, of independent members.
      #expect(abs(mean(found, i) - exact.mean[i]) < 4 * sd / Double(members).squareRoot(), "\(i)")
      for j in 0..<4 {
        let product = exact.covariance[i, i] * exact.covariance[j, j] + exact.covariance[i, j] * exact.covariance[i, j]
        let error = (product / Double(members)).squareRoot()
        #expect(abs(covariance(found, i, j) - exact.covariance[i, j]) < 4 * error, "\(i) \(j)")
      }
    }
  }

  @Test(
    "gives the same by Cholesky and by all singular values, more members than data or fewer",
    arguments: [2, 3, 4, 5, 17, 400])
  func inversions(members: Int) throws {
    let exact = try Linear.smoothed(members: members, rounds: [2, 2], .exact)
    let subspace = try Linear.smoothed(members: members, rounds: [2, 2], .subspace(truncation: 1))
    for i in exact.columnMajor.indices {
      #expect(abs(exact.columnMajor[i] - subspace.columnMajor[i]) < 1e-11, "\(i)")
    }
  }

  @Test func isStableWithFarMoreDataThanMembersAndRepeatedObservations() throws {
    let members = 20
    let ensemble = try normals(members, 4, "prior")
    let one = try normals(members, 1, "response")
    // 300 observations of two quantities only: their covariance has rank 2.
    let responses = Matrix(rows: members, columns: 300) { $1 % 2 == 0 ? ensemble[$0, 0] : 1e6 * one[$0, 0] }
    let errors = (0..<300).map { $0 % 2 == 0 ? 1e-6 : 1e3 }
    var perturbations = try normals(members, 300, "e")
    for column in 0..<300 { for row in 0..<members { perturbations[row, column] *= errors[column] } }
    for inversion in [EnsembleSmoother.Inversion.exact, .subspace(truncation: 0.999)] {
      let updated = try EnsembleSmoother.update(
        ensemble, responses: responses, observations: (0..<300).map { $0 % 2 == 0 ? 0.5 : 0 }, errors: errors,
        perturbations: perturbations, inflation: 1, inversion: inversion)
      #expect(updated.isFinite)
      for member in 0..<members { #expect(abs(updated[member, 0] - 0.5) < 1e-5) }
    }
  }

  @Test func observationsThatMembersDoNotDifferAboutTeachNothing() throws {
    let ensemble = try normals(50, 2, "prior")
    let updated = try EnsembleSmoother.update(
      ensemble, responses: Matrix(rows: 50, columns: 1, repeating: 3), observations: [9], errors: [1],
      perturbations: try normals(50, 1, "e"), inflation: 1)
    #expect(updated == ensemble)
  }

  @Test func inflationsSumToOneInverted() {
    #expect(EnsembleSmoother.inflations(rounds: 4) == [4, 4, 4, 4])
    let normalised = EnsembleSmoother.normalised([1, 2, 3])
    #expect(abs(normalised.reduce(0) { $0 + 1 / $1 } - 1) < 1e-15)
    #expect(abs(normalised[2] / normalised[0] - 3) < 1e-14)
  }

  @Test func shapesThatDisagreeAndNumbersThatAreNotFiniteAreRefused() throws {
    let ensemble = Matrix(rows: 5, columns: 2)
    let responses = Matrix(rows: 5, columns: 1)
    func update(_ responses: Matrix, _ observed: [Double]) throws -> Matrix {
      try EnsembleSmoother.update(
        ensemble, responses: responses, observations: observed, errors: [1], perturbations: Matrix(rows: 5, columns: 1),
        inflation: 1)
    }
    #expect(throws: LinearAlgebraError.self) { try update(Matrix(rows: 4, columns: 1), [1]) }
    #expect(throws: LinearAlgebraError.self) { try update(responses, [1, 2]) }
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "ensemble smoother")) { try update(responses, [.nan]) }
  }
}
