import Foundation

/// What one input may cost.
enum Limits {
  /// Seconds of processor time.
  static let seconds = 2
  /// Megabytes of memory of the process.
  static let megabytes = 300
  /// Seconds of the clock after which a worker that stands still is ended: it waits for something that never comes.
  static let standstill = 60.0
  /// Messages about one input.
  static let messages = 120
  /// Characters of a message.
  static let messageLength = 4000

  /// Lets the system end this process (SIGPROF) when the next input takes too much processor time.
  static func startClock() {
    var time = itimerval(it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &time, nil)
  }

  /// Megabytes this process has used at most. Not what `getrusage` says: that begins with the peak of the parent.
  static var peakMegabytes: Int {
    let text = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { $0.split(whereSeparator: { " \t".contains($0) }).dropFirst().first }.flatMap { Int($0) }
      .map { $0 / 1024 } ?? 0
  }

  /// Ends what would take the machine down, and leaves no core files.
  static func restrictProcess() {
    var memory = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
  }
}
