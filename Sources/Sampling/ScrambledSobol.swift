// Goals, in order: (1) each replicate is a scrambled digital net whose points are uniform, with the replicates
// independent given the matrices; (2) a draw depends on the seed, the name and the member only; (3) a few exclusive
// ors a vector.
//
// References: J. Matousek, "On the L2-discrepancy for anchored boxes", J. Complexity 14 (1998) 527-556, for the random
// linear scramble; A. B. Owen, "Variance with alternative scramblings of digital nets", ACM TOMACS 13 (2003) 363-378,
// for its variance, which is that of nested uniform scrambling.

import ElementaryFunctions

/// Sobol' points under a random linear matrix scramble and a digital shift.
///
/// The digits of a coordinate are multiplied by a random lower triangular matrix of zeros and ones with ones on the
/// diagonal, keyed by the seed and the name and common to the 16 replicates; then a random number is added digit by
/// digit, keyed by the seed, the name and the replicate. Each replicate's points are uniform on the cube and the
/// replicates are independent given the matrices, so the spread of their means is an honest standard error.
struct ScrambledSobol: Sendable {
  /// Words of a dimension's record: 8 for the exclusive ors of the first three columns, then 37 columns, then shifts.
  private static let columnsOffset = 8
  private static let lowColumns = 3
  private static let columns = 40
  /// Columns that tell the members of a block apart.
  private static let blockColumns = Replication.blockMembers.trailingZeroBitCount
  private static let shiftsOffset = columnsOffset + columns - lowColumns
  private static let recordWords = 64

  /// The records of the dimensions, one after another.
  private let records: [UInt64]

  /// Prepares the dimensions for the first members; the columns that only later members use are left out.
  init(seed: UInt64, members: Int, dimensions: [SampleDimension]) {
    let last = (Replication.blocks(members: members) - 1) / Replication.replicates
    let used = Self.blockColumns + Int.bitWidth - last.leadingZeroBitCount
    precondition(used <= Self.columns, "more members than a record has columns for")
    var records = [UInt64](repeating: 0, count: dimensions.count * Self.recordWords)
    records.withUnsafeMutableBufferPointer { records in
      // Room for the random digits and the matrix of a dimension, in whole groups of 16 words.
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: (used + 15) / 16 * 16) { matrix in
        for (index, dimension) in dimensions.enumerated() {
          Self.fill(
            records.baseAddress! + index * Self.recordWords, columns: used, seed: seed, dimension: dimension,
            matrix: matrix)
        }
      }
    }
    self.records = records
  }

  private static func fill(
    _ record: UnsafeMutablePointer<UInt64>, columns: Int, seed: UInt64, dimension: SampleDimension,
    matrix: UnsafeMutableBufferPointer<UInt64>
  ) {
    let key = dimension.name.key
    let digits = SobolSequence.digits
    let directions = SobolSequence.directionNumbers(dimension: dimension.sobolDimension, count: columns)

    // Column c of the scrambling matrix: a one at digit c, random digits below it. The last one of direction j is its
    // digit j: so many columns are needed of either.
    KeyedStream(seed: seed, nameKey: key, purpose: .scrambleMatrix).words(columns, into: matrix)
    for c in 0..<columns {
      let unit: UInt64 = 1 &<< UInt64(digits - 1 - c)
      matrix[c] = unit | (matrix[c] & (unit &- 1))
    }
    func scrambled(_ fraction: UInt64) -> UInt64 {
      var result: UInt64 = 0
      var remaining = fraction
      while remaining != 0 {
        result ^= matrix[digits - 1 - remaining.trailingZeroBitCount]
        remaining &= remaining &- 1
      }
      return result
    }

    // In Gray-code order, bit j of the index switches directions j and j - 1: use their exclusive or as the column.
    var previous: UInt64 = 0
    for j in 0..<columns {
      let direction = scrambled(directions[j])
      let column = direction ^ previous
      previous = direction
      if j < lowColumns {
        for lane in 0..<8 where (lane >> j) & 1 == 1 { record[lane] ^= column }
      } else {
        record[columnsOffset + j - lowColumns] = column
      }
    }
    for replicate in stride(from: 0, to: Replication.replicates, by: 8) {
      let shifts = KeyedStream.firstWords(
        seed: seed, nameKey: key, purpose: .digitalShift, replicatesFrom: replicate)
      for lane in 0..<8 {
        record[shiftsOffset + replicate + lane] = shifts[lane] &>> UInt64(64 - digits)
      }
    }
  }

  func uniforms(block: Int, dimension: Int, into draws: UnsafeMutablePointer<Double>) {
    records.withUnsafeBufferPointer { records in
      let record = records.baseAddress! + dimension &* Self.recordWords
      let columns = record + Self.columnsOffset
      var base = record[Self.shiftsOffset &+ block % Replication.replicates]
      // The block's index in its replicate is the member's index without its low six bits.
      var remaining = UInt64(block / Replication.replicates)
      while remaining != 0 {
        base ^= columns[3 &+ remaining.trailingZeroBitCount]
        remaining &= remaining &- 1
      }
      let low = UnsafeRawPointer(record).loadUnaligned(as: VectorBits.self)
      let vectors = UnsafeMutableRawPointer(draws)
      let c3 = columns[0]
      let c4 = columns[1]
      let c5 = columns[2]
      for group in 0..<8 {
        var value = base
        if group & 1 != 0 { value ^= c3 }
        if group & 2 != 0 { value ^= c4 }
        if group & 4 != 0 { value ^= c5 }
        vectors.storeBytes(
          of: uniform(fromBits: low ^ VectorBits(repeating: value)), toByteOffset: group &* 64, as: Vector.self)
      }
    }
  }
}
