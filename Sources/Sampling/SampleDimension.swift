/// One coordinate of the sample: what it is called and which Sobol' dimension it uses.
public struct SampleDimension: Sendable, Hashable, Codable {
  /// Name every draw of the coordinate is keyed by.
  public let name: DrawName
  /// Row of the table of Joe and Kuo, counted from 1; used by the Sobol' sampler only.
  public let sobolDimension: Int

  /// A coordinate with its name and its row of the table of Joe and Kuo, 1 to 1024.
  public init(name: DrawName, sobolDimension: Int) {
    self.name = name
    self.sobolDimension = sobolDimension
  }
}
