import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds the signals by which a user stops a program, for the moment in which files are put in place.
public struct HeldSignals {
  private var previous = sigset_t()
  /// Held with the signals, for a thread that waits for signals in the place of all others.
  private static let gate = NSLock()

  /// Waits until no files are being put in place and keeps it so: for a thread that is about to end the program.
  public static func keepFilesAsTheyAre() { gate.lock() }

  /// Holds them.
  init() {
    Self.gate.lock()
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &previous)
  }

  /// Lets them through again, those that came meanwhile included.
  func release() {
    var mask = previous
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    Self.gate.unlock()
  }
}
