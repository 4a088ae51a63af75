import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds the signals by which a user stops a program, for the moment in which files are put in place.
public struct HeldSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Held with the signals, for a thread that waits for signals in the place of all others.
  private static let gate = NSLock()
  /// The last signal that came while they were held; 0 for none.
  private static let noted = Atomic<Int32>(0)

  private var previous = sigset_t()
  /// What those signals did that end the program otherwise; such are noted, since a thread that a library made does not
  /// know that they are held.
  private var replaced: [(signal: Int32, action: sigaction)] = []

  /// Waits until no files are being put in place and keeps it so: for a thread that is about to end the program.
  public static func keepFilesAsTheyAre() { gate.lock() }

  /// Holds them.
  init() {
    Self.gate.lock()
    var held = sigset_t()
    sigemptyset(&held)
    for signal in Self.signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &previous)
    Self.noted.store(0, ordering: .sequentiallyConsistent)
    for signal in Self.signals {
      var action = sigaction()
      guard sigaction(signal, nil, &action) == 0,
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self)
      else { continue }
      replaced.append((signal, action))
      action.__sigaction_handler.sa_handler = { HeldSignals.noted.store($0, ordering: .sequentiallyConsistent) }
      action.sa_flags = SA_RESTART
      sigaction(signal, &action, nil)
    }
  }

  /// Lets them through again, those that came meanwhile included.
  func release() {
    for (signal, action) in replaced {
      var action = action
      sigaction(signal, &action, nil)
    }
    let came = Self.noted.load(ordering: .sequentiallyConsistent)
    if came != 0 { kill(getpid(), came) }
    var mask = previous
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    Self.gate.unlock()
  }
}
