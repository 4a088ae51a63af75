import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Why a figure could not be measured.
public struct MeasurementError: Error, CustomStringConvertible {
  /// The message.
  public let description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}

/// A program run to its end, with what it cost.
public struct ChildProcess {
  /// Time from start to end, and processor time of the program and its children.
  public let seconds: Seconds
  /// The largest resident memory, bytes.
  public let peakMemory: Int
  /// What it wrote to standard output.
  public let output: String

  /// Runs a program; output goes to a temporary file, so that a full pipe never makes it wait.
  ///
  /// - Throws: `MeasurementError` when it does not start or does not end with status 0.
  public init(_ arguments: [String], environment: [String: String]? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.path
    let name = "\(folder)/reach-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    defer {
      unlink("\(name).out")
      unlink("\(name).err")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "\(name).out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(name).err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let variables = ProcessInfo.processInfo.environment.merging(environment ?? [:]) { $1 }
    var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }

    var child: pid_t = 0
    let start = Seconds.now.wall
    let error = posix_spawnp(&child, arguments[0], &actions, nil, &argv, &envp)
    guard error == 0 else {
      throw MeasurementError("could not start \(arguments[0]): \(String(cString: strerror(error)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = Seconds.now.wall - start
    func time(_ value: timeval) -> Double { Double(value.tv_sec) + 1e-6 * Double(value.tv_usec) }
    seconds = Seconds(wall: wall, cpu: time(usage.ru_utime) + time(usage.ru_stime))
    peakMemory = Int(usage.ru_maxrss) * 1024
    output = (try? String(contentsOfFile: "\(name).out", encoding: .utf8)) ?? ""
    guard status == 0 else {
      let message = (try? String(contentsOfFile: "\(name).err", encoding: .utf8)) ?? ""
      throw MeasurementError(
        "'\(arguments.joined(separator: " "))' ended with status \(status >> 8): "
          + message.split(separator: "\n").suffix(6).joined(separator: " | "))
    }
  }
}
