/// The name a stream of draws is keyed by: a parameter, or a shock in one year.
public struct DrawName: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Name of the parameter or shock.
  public let name: String
  /// Year of a shock; nil for a parameter, which is drawn once.
  public let year: Int?

  /// A parameter's name, or a shock's with its year.
  public init(_ name: String, year: Int? = nil) {
    self.name = name
    self.year = year
  }

  /// "name" or "name@year": the text the key is computed from.
  public var description: String {
    if let year { "\(name)@\(year)" } else { name }
  }

  /// A 64-bit key that depends on nothing but the description, in every build and on every machine.
  ///
  /// FNV-1a of the UTF-8 bytes, whose high bits change little with the last byte, followed by the finaliser of
  /// SplitMix64 (Stafford's variant 13), in which every bit of the input changes every bit of the output about half
  /// the time.
  public var key: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in description.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    hash = (hash ^ (hash &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash &>> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash &>> 31)
  }
}
