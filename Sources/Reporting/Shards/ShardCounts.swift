import Analysis

/// The counts of a shard as bytes.
///
/// Histograms are written as the bins that hold values, each by its distance from the one before and its count: about
/// two bytes a bin.
enum ShardCounts {
  private static let hasValues: UInt8 = 1
  private static let hasNonFinite: UInt8 = 2
  /// The most randomisations of a shard, and the most series of one: what memory a file can ask for is bounded.
  private static let mostParts = 16
  private static let mostSeries = 1 << 15

  static func write(_ parts: [ReplicatePart], to writer: inout ByteWriter) {
    writer.count(parts.count)
    for part in parts {
      writer.count(part.replicate)
      writer.count(part.members)
      writer.count(part.targetsMet.count)
      for members in part.targetsMet { writer.count(members) }
      for group in [part.series, part.margins] {
        writer.count(group.count)
        for series in group { write(series, to: &writer) }
      }
    }
  }

  private static func write(_ series: SeriesCounts, to writer: inout ByteWriter) {
    writer.fixed((series.count > 0 ? hasValues : 0) | (series.hasNonFinite ? hasNonFinite : 0))
    guard series.count > 0 else { return }
    writer.count(series.count)
    writer.fixed(series.sum)
    writer.fixed(series.squares)
    writer.bits(series.minimum)
    writer.bits(series.maximum)
    writer.count(series.bins.count)
    var last = 0
    for (bin, values) in zip(series.bins, series.values) {
      writer.signed(Int(bin) - last)
      writer.count(Int(values))
      last = Int(bin)
    }
  }

  static func read(from reader: inout ByteReader) throws(ByteReader.Fault) -> [ReplicatePart] {
    var parts: [ReplicatePart] = []
    let count = try reader.count(ofAtLeast: 5)
    guard count <= mostParts else { throw ByteReader.Fault() }
    for _ in 0..<count {
      let (replicate, members) = (try reader.count(), try reader.count())
      var met: [Int] = []
      for _ in 0..<(try reader.count(ofAtLeast: 1)) { met.append(try reader.count()) }
      let series = try readGroup(from: &reader)
      let margins = try readGroup(from: &reader)
      parts.append(
        ReplicatePart(replicate: replicate, members: members, targetsMet: met, series: series, margins: margins))
    }
    guard reader.left == 0 else { throw ByteReader.Fault() }
    return parts
  }

  private static func readGroup(from reader: inout ByteReader) throws(ByteReader.Fault) -> [SeriesCounts] {
    var group: [SeriesCounts] = []
    let count = try reader.count(ofAtLeast: 1)
    guard count <= mostSeries else { throw ByteReader.Fault() }
    for _ in 0..<count { group.append(try readSeries(from: &reader)) }
    return group
  }

  private static func readSeries(from reader: inout ByteReader) throws(ByteReader.Fault) -> SeriesCounts {
    var series = SeriesCounts()
    let flags = try reader.fixed(UInt8.self)
    guard flags & ~(hasValues | hasNonFinite) == 0 else { throw ByteReader.Fault() }
    series.hasNonFinite = flags & hasNonFinite != 0
    guard flags & hasValues != 0 else { return series }
    series.count = try reader.count()
    series.sum = try reader.fixed(Int128.self)
    series.squares = try reader.fixed(Int128.self)
    series.minimum = try reader.bits()
    series.maximum = try reader.bits()
    let bins = try reader.count(ofAtLeast: 2)
    series.bins.reserveCapacity(bins)
    series.values.reserveCapacity(bins)
    var last = 0
    for _ in 0..<bins {
      let (distance, values) = (try reader.signed(), try reader.count())
      let (bin, overflows) = last.addingReportingOverflow(distance)
      guard !overflows, let place = Int32(exactly: bin), let number = UInt32(exactly: values) else {
        throw ByteReader.Fault()
      }
      series.bins.append(place)
      series.values.append(number)
      last = bin
    }
    return series
  }
}
