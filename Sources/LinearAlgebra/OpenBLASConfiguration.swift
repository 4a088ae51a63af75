import COpenBLAS

/// What the OpenBLAS library in use says of itself.
public struct OpenBLASConfiguration: Sendable, Equatable, Codable {
  /// Name of the processor kernels chosen at run time, for example `SkylakeX`.
  public let kernel: String
  /// Number of threads a large operation may use.
  public let threads: Int
  /// Version and build options.
  public let options: String
}

/// The configuration of the OpenBLAS library in use.
public func openBLASConfiguration() -> OpenBLASConfiguration {
  OpenBLASConfiguration(
    kernel: openblas_get_corename().map { String(cString: $0) } ?? "unknown",
    threads: Int(openblas_get_num_threads()),
    options: openblas_get_config().map { String(cString: $0) } ?? "unknown")
}

/// Sets the number of threads OpenBLAS may use.
///
/// The runs are parallel over tiles of members, so each product should stay on the thread that asks for it: 1.
public func setBLASThreads(_ count: Int) {
  openblas_set_num_threads(Int32(count))
}
