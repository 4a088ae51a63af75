import ArgumentParser

/// How the program ends, by the numbers of sysexits.h. Wrong use is 64, which the argument parser knows by itself.
enum ExitStatus {
  /// Results differ, as `diff(1)` ends.
  static let somethingMoved = ExitCode(1)
  /// A scenario or district is wrong, or its values too extreme to compute with.
  static let badInput = ExitCode(65)
  /// A file or folder cannot be read.
  static let unreadableInput = ExitCode(66)
  /// A fault of the program.
  static let internalFault = ExitCode(70)
  /// A limit of the system is too low.
  static let systemLimit = ExitCode(71)
  /// Results cannot be written.
  static let cannotWrite = ExitCode(73)
}
