/// How a run was made: the program, the machine and the time. Everything here may differ between equal runs.
public struct RunRecord: Sendable {
  /// Name of the program.
  public var program: String
  /// Its version.
  public var version: String
  /// The commit it was built from, or `unknown`.
  public var commit: String
  /// Workers.
  public var threads: Int
  /// Members of a tile.
  public var tileMembers: Int
  /// Kernels of the linear-algebra library.
  public var linearAlgebra: String
  /// Version and build options of the linear-algebra library.
  public var linearAlgebraOptions: String
  /// Seconds spent reading files.
  public var readSeconds: Double
  /// Seconds spent on the ensemble.
  public var ensembleSeconds: Double
  /// Seconds spent on the other base levels.
  public var baseLevelSeconds: Double

  /// Makes a record.
  public init(
    program: String, version: String, commit: String, threads: Int, tileMembers: Int, linearAlgebra: String,
    linearAlgebraOptions: String, readSeconds: Double, ensembleSeconds: Double, baseLevelSeconds: Double
  ) {
    self.program = program
    self.version = version
    self.commit = commit
    self.threads = threads
    self.tileMembers = tileMembers
    self.linearAlgebra = linearAlgebra
    self.linearAlgebraOptions = linearAlgebraOptions
    self.readSeconds = readSeconds
    self.ensembleSeconds = ensembleSeconds
    self.baseLevelSeconds = baseLevelSeconds
  }

  /// Seconds of all that came before the files.
  public var wallSeconds: Double { readSeconds + ensembleSeconds + baseLevelSeconds }
}
