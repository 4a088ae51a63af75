import ElementaryFunctions

/// Independent points: member m of a name is a word of that name's Philox stream.
///
/// Counter 8 (m / 16) + m mod 8 gives 128 bits; members 0 to 7 of each sixteen take the low word and 8 to 15 the high
/// one, so that both words of a vector of counters are whole vectors of members. The top 52 bits of the word are k.
struct RandomPoints: Sendable {
  private let streams: [KeyedStream]

  init(seed: UInt64, dimensions: [SampleDimension]) {
    streams = dimensions.map { KeyedStream(seed: seed, name: $0.name, purpose: .draw) }
  }

  func uniforms(block: Int, dimension: Int, into draws: UnsafeMutablePointer<Double>) {
    let stream = streams[dimension]
    let vectors = UnsafeMutableRawPointer(draws)
    var index = UInt64(block) &* 32
    for sixteen in 0..<4 {
      let (low, high) = stream.bits(from: index)
      index &+= 8
      vectors.storeBytes(of: uniform(fromBits: low &>> 12), toByteOffset: sixteen &* 128, as: Vector.self)
      vectors.storeBytes(of: uniform(fromBits: high &>> 12), toByteOffset: sixteen &* 128 &+ 64, as: Vector.self)
    }
  }
}
