#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds the signals by which a user stops a program, for the moment in which files are put in place.
struct HeldSignals {
  private var previous = sigset_t()

  /// Holds them.
  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &previous)
  }

  /// Lets them through again, those that came meanwhile included.
  func release() {
    var mask = previous
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
