/// The checks that hold figures of several files against each other.
///
/// Everything here is arithmetic on a district that reads well; each check reports the figures it found.
struct DistrictConsistency {
  let district: District
  let reader: DistrictReader

  /// How far gross output may be from its uses, as a share of gross output: the demand figures are rounded to 1e-4 亿元.
  static let balanceTolerance = 5e-5
  /// How far a column of input coefficients and the value-added ratio may be from 1: both are rounded to six digits.
  static let columnTolerance = 1e-5

  func check(_ collector: inout DiagnosticCollector) {
    checkBalance(&collector)
    checkColumns(&collector)
    checkProductive(&collector)
    checkLoadings(&collector)
    checkLinkShares(&collector)
    if let plan = reader.sheet(DistrictForm.fundingPlan) { FundingPlan.checkCosts(plan, district, &collector) }
  }

  /// Base-year balance: x0 = local A x0 + C0 + G0 + I0 + X0, sector by sector.
  private func checkBalance(_ collector: inout DiagnosticCollector) {
    guard let sheet = reader.sheet(DistrictForm.demandBase) else { return }
    let rows = sheet.rowsByKey
    for (index, sector) in district.sectors.enumerated() {
      let inputs = zip(district.inputOutput[index], district.sectors).reduce(0) { $0 + $1.0 * $1.1.grossOutput }
      let uses =
        sector.localShare * inputs + sector.householdDemand + sector.governmentDemand + sector.investmentDemand
        + sector.exportDemand
      let gap = uses - sector.grossOutput
      guard !(abs(gap) <= Self.balanceTolerance * sector.grossOutput) else { continue }
      collector.remark(
        sheet.file, rows[sector.id].map { sheet.cell($0, "export_yi") },
        "base-year balance of the sector '\(sector.id)': gross output \(sector.grossOutput.rounded4) 亿元 (value added over its ratio), uses \(uses.rounded4) 亿元; expected them equal to \(Self.balanceTolerance.plain) of gross output (export_yi \((sector.exportDemand - gap).rounded4) would close it)"
      )
    }
  }

  /// Inputs and value added together make one unit of output.
  private func checkColumns(_ collector: inout DiagnosticCollector) {
    guard let sheet = reader.sheet(DistrictForm.inputOutput), let column = sheet.table.headings.first else { return }
    for (index, sector) in district.sectors.enumerated() {
      let inputs = district.inputOutput.reduce(0) { $0 + $1[index] }
      guard !(abs(inputs + sector.valueAddedRatio - 1) <= Self.columnTolerance) else { continue }
      let heading = sheet.positions[sector.id].map { sheet.table.headings[$0] } ?? column
      collector.remark(
        sheet.file, heading,
        "inputs of the sector '\(sector.id)' sum to \(inputs.rounded6) and its value-added ratio is \(sector.valueAddedRatio.rounded6); expected the two to make 1"
      )
    }
  }

  /// The Leontief inverse exists and is not negative: the spectral radius of diag(local) A is below 1.
  private func checkProductive(_ collector: inout DiagnosticCollector) {
    let matrix = zip(district.inputOutput, district.sectors).map { row, sector in row.map { $0 * sector.localShare } }
    let radius = Self.spectralRadius(matrix)
    guard !(radius < 1) else { return }
    collector.remark(
      reader.path(DistrictForm.inputOutput),
      "local inputs are not productive: the spectral radius of local_share x coefficients is \(radius.rounded6); expected less than 1"
    )
  }

  /// Loadings leave each shock a variance of its own, and the correlation matrix has a Cholesky factor.
  private func checkLoadings(_ collector: inout DiagnosticCollector) {
    guard let sheet = reader.sheet(DistrictForm.shockLoadings) else { return }
    var isSound = true
    for (row, shock) in district.shocks.enumerated() {
      let sum = shock.loadings.reduce(0) { $0 + $1 * $1 }
      guard !(sum < 1) else { continue }
      isSound = false
      collector.remark(
        sheet.file, sheet.cell(row, "shock"),
        "the squared loadings of the shock '\(shock.id)' sum to \(sum.rounded6); expected less than 1")
    }
    guard isSound else { return }
    let correlation = district.shocks.enumerated().map { a, left in
      district.shocks.enumerated().map { b, right in
        a == b ? 1 : zip(left.loadings, right.loadings).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    if let pivot = Self.failingPivot(correlation) {
      collector.remark(
        sheet.file, sheet.cell(pivot, "shock"),
        "the correlation matrix of the shocks is not positive definite; the factorisation stops at '\(district.shocks[pivot].id)'"
      )
    }
  }

  /// A project cannot turn more than its whole money into capital, nor buy more than it spends.
  private func checkLinkShares(_ collector: inout DiagnosticCollector) {
    guard let sheet = reader.sheet(DistrictForm.projectLinks) else { return }
    for kind in [ProjectLink.Kind.capital, .purchase] {
      for (index, project) in district.projects.enumerated() {
        let sum = district.links.filter { $0.kind == kind && $0.project == index }.reduce(0) { $0 + $1.value }
        guard !(sum <= 1 + 1e-9) else { continue }
        let row = sheet.rows.last { sheet.text($0, "project") == project.id && sheet.text($0, "kind") == kind.rawValue }
        collector.remark(
          sheet.file, row.map { sheet.cell($0, "value") },
          "the \(kind.rawValue) shares of the project '\(project.id)' sum to \(sum.rounded6); expected at most 1")
      }
    }
  }
}

extension DistrictConsistency {
  /// Spectral radius of a matrix without negative entries, by power iteration on M + I, which has no cycles.
  static func spectralRadius(_ matrix: [[Double]]) -> Double {
    var vector = [Double](repeating: 1, count: matrix.count)
    var radius = 0.0
    for _ in 0..<500 {
      let next = matrix.indices.map { row in
        vector[row] + zip(matrix[row], vector).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let size = next.max() ?? 0
      guard size > 0, size.isFinite else { return size - 1 }
      let change = abs(size - 1 - radius)
      radius = size - 1
      vector = next.map { $0 / size }
      if change < 1e-12 { break }
    }
    return radius
  }

  /// The row at which a Cholesky factorisation of a symmetric matrix fails, or nil when it succeeds.
  static func failingPivot(_ matrix: [[Double]]) -> Int? {
    var factor = matrix
    for column in matrix.indices {
      var pivot = matrix[column][column]
      for earlier in 0..<column { pivot -= factor[column][earlier] * factor[column][earlier] }
      guard pivot > 1e-12 else { return column }
      let root = pivot.squareRoot()
      factor[column][column] = root
      for row in (column + 1)..<max(matrix.count, column + 1) {
        var sum = matrix[row][column]
        for earlier in 0..<column { sum -= factor[row][earlier] * factor[column][earlier] }
        factor[row][column] = sum / root
      }
    }
    return nil
  }
}

extension Double {
  fileprivate var rounded4: String { (self * 1e4).rounded().plainScaled(4) }
  fileprivate var rounded6: String { (self * 1e6).rounded().plainScaled(6) }
  private func plainScaled(_ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (self / scale).plain
  }
}
