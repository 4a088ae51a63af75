/// Which projects and which sources take part in a run: the coalitions of an attribution.
public struct Participation: Sendable, Equatable {
  /// Bit p is set when project p takes part.
  public var projects: UInt64
  /// Bit f is set when source f takes part.
  public var sources: UInt64

  /// Everyone takes part.
  public static let all = Participation(projects: .max, sources: .max)

  /// Makes a coalition.
  public init(projects: UInt64, sources: UInt64) {
    self.projects = projects
    self.sources = sources
  }

  /// True when a project takes part.
  @inlinable
  public func includes(project: Int) -> Bool { projects >> UInt64(project) & 1 == 1 }

  /// True when a source takes part.
  @inlinable
  public func includes(source: Int) -> Bool { sources >> UInt64(source) & 1 == 1 }
}
