import Foundation

/// Refuses to compute where a limit on the address space leaves too little for the linear-algebra library.
///
/// OpenBLAS asks for a buffer of 128 MiB of addresses for each thread that calls it, of which it touches little, and
/// asks again for ever when it gets none: a run would hang where it should say why it cannot be.
enum MemoryLimit {
  private static let buffer = 129 << 20
  private static let rest = 192 << 20

  /// Ends the program with a reason when the limit is too low.
  static func check() throws {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else { return }
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, 16) + 1
    let needed = inUse + workers * buffer + rest
    guard limit.rlim_cur < needed else { return }
    Console.error(
      "hsb: the address space is limited to \(limit.rlim_cur >> 20) MiB (ulimit -v); a run here needs \(needed >> 20) "
        + "MiB of it, most of which is never touched; raise the limit")
    throw ExitStatus.systemLimit
  }

  /// Bytes of addresses in use.
  private static var inUse: Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").first
    return (pages.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
