import Reporting
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which program this is.
enum Version {
  /// Name of the program.
  static let program = "hsb"
  /// Its version.
  static let number = "0.1.0"

  /// The commit it was built from, as the wrapper that built it says, or `unknown`.
  static var commit: String {
    guard let value = getenv("HSB_COMMIT").map({ String(cString: $0) }), !value.isEmpty else { return "unknown" }
    return String(value.prefix(64))
  }

  /// What `--version` prints.
  static var text: String { "\(program) \(number) (\(commit))" }

  /// The program, for manifests.
  static var identity: ProgramIdentity { ProgramIdentity(name: program, version: number, commit: commit) }
}
