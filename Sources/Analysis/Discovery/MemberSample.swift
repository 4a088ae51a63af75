import District
import Projection

/// What was drawn for each member of an ensemble, and how far each meets a target: the sample scenario discovery works on.
public struct MemberSample: Sendable {
  /// The target.
  public let target: Target
  /// Members, in the order of the ensemble.
  public let members: Int
  /// The axes of a sweep, then the parameters that are uncertain, in the order of the district; those fixed in every
  /// scenario are left out.
  public let quantities: [SampledQuantity]
  /// Values as chosen or drawn: [quantity][member], in the quantity's unit.
  public let values: [[Double]]
  /// How far each member meets the target, in the indicator's unit; for a range of years, the smallest of the years.
  public let margins: [Double]
  /// True for each member that meets the target.
  public let isMet: [Bool]

  /// Runs the members and keeps what it needs of every one: memory grows with members.
  ///
  /// - Parameters:
  ///   - subject: what to run, and the target.
  ///   - threads: workers; nil for one a core. The sample does not depend on them.
  ///   - progress: called from the workers with the members done so far.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised; `SamplerError`.
  public init(_ subject: SampleSubject, threads: Int? = nil, progress: (@Sendable (Int) -> Void)? = nil) throws {
    let first = subject.scenarios[0]
    let rows = first.parameters.indices.filter { row in
      subject.scenarios.contains { if case .fixed = $0.parameters[row] { false } else { true } }
    }
    let members = subject.members
    let columns = MemberColumns(count: rows.count + 1, members: members)
    let deal = try subject.deal()
    let plan = try SamplePlan(subject, deal: deal, parameterRows: rows, columns: columns)
    try ReplicateDealer(members: members, threads: threads).run(
      make: { try SampleWorker(plan) }, progress: progress)
    target = subject.target
    self.members = members
    quantities =
      subject.axes.map(\.quantity)
      + rows.map {
        let parameter = first.district.parameters[$0]
        return SampledQuantity(id: parameter.id, unit: parameter.unit)
      }
    values = subject.axes.map { axis in deal.map { axis.values[$0] } } + rows.indices.map(columns.column)
    margins = columns.column(rows.count)
    let strict = plan.strict
    isMet = margins.map { strict ? $0 > 0 : $0 >= 0 }
  }

  /// The sample of a subject, and another of the same size with other draws to check against.
  ///
  /// - Parameters:
  ///   - subject: what to run, and the target; the other sample has the next seed.
  ///   - threads: workers; nil for one a core.
  ///   - progress: called from the workers with the members done so far, of both samples.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised; `SamplerError`.
  public static func withFresh(
    _ subject: SampleSubject, threads: Int? = nil, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> (sample: MemberSample, fresh: MemberSample) {
    let sample = try MemberSample(subject, threads: threads, progress: progress)
    let fresh = try MemberSample(subject.withNextSeed, threads: threads) { progress?(sample.members + $0) }
    return (sample, fresh)
  }

  /// True when every value is a finite number.
  public var isFinite: Bool { margins.allSatisfy(\.isFinite) && values.allSatisfy { $0.allSatisfy(\.isFinite) } }
}

/// Columns of one number a member, written by several workers, each its own members.
final class MemberColumns: @unchecked Sendable {
  private let members: Int
  private let numbers: UnsafeMutablePointer<Double>

  init(count: Int, members: Int) {
    self.members = members
    numbers = .allocate(capacity: count * members)
    numbers.initialize(repeating: 0, count: count * members)
  }

  deinit { numbers.deallocate() }

  /// Writes a number; no two workers write one member.
  @inline(__always)
  func set(_ column: Int, member: Int, to number: Double) { numbers[column * members + member] = number }

  /// A column as written.
  func column(_ index: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: numbers + index * members, count: members))
  }
}
