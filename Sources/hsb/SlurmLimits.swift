import ArgumentParser
import Reporting

/// The limits of a task as Slurm reads them. Slurm takes other forms as well, in which a bare number is easily meant
/// otherwise than it is read: minutes of a time, megabytes of memory, and 0 for no limit or a whole node.
enum SlurmLimits {
  /// A time limit.
  static func check(time: String?) throws {
    guard let time else { return }
    let form = /(?:[0-9]{1,3}-[0-9]{2}|[0-9]{1,4}):[0-5][0-9]:[0-5][0-9]/
    let isAboveZero = time.contains { ("1"..."9").contains($0) }
    guard time.wholeMatch(of: form) == nil || !isAboveZero else { return }
    throw ValidationError(
      "--time '\(DisplayWidth.printable(time))': expected a time above 0 as hh:mm:ss, or d-hh:mm:ss with days")
  }

  /// Memory.
  static func check(memory: String) throws {
    guard memory.wholeMatch(of: /0*[1-9][0-9]{0,8}[KMGTkmgt]/) == nil else { return }
    throw ValidationError(
      "--memory '\(DisplayWidth.printable(memory))': expected a whole number above 0 with K, M, G or T, such as 2G")
  }
}
