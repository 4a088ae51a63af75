import Foundation
import Reporting

/// What happens when a user or a scheduler stops a run, or its terminal goes away: no file stays half-written, and the
/// last words say how to go on.
enum Interruption {
  private static let signals: [(number: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]

  /// Waits for signals on a thread of its own from here on. Signals that were ignored at the start (nohup, jobs in the
  /// background of a script) stay ignored.
  ///
  /// - Parameters:
  ///   - locks: what to let go of.
  ///   - farewell: the last words.
  static func watch(_ locks: [FolderLock], farewell: @escaping @Sendable () -> String) {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for signal in signals where !isIgnored(signal.number) { sigaddset(&awaited, signal.number) }
    // Threads made later inherit this, so that only the one below takes a signal.
    pthread_sigmask(SIG_BLOCK, &awaited, nil)
    let set = awaited
    let thread = Thread {
      var set = set
      var number: Int32 = 0
      while sigwait(&set, &number) != 0 {}
      HeldSignals.keepFilesAsTheyAre()
      for lock in locks { lock.release() }
      if Console.errorIsTerminal { Console.errorText("\r\u{1B}[K") }
      let name = signals.first { $0.number == number }?.name ?? "signal \(number)"
      Console.error("hsb: stopped by \(name): \(farewell())")
      end(by: number)
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// This command as it could be typed again, with a flag added when it is not there.
  static func commandLine(adding flag: String) -> String {
    let arguments = CommandLine.arguments.dropFirst()
    return (["hsb"] + arguments.map(ShellWord.quoted) + (arguments.contains(flag) ? [] : [flag])).joined(separator: " ")
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the program as the signal would have, so that shells and schedulers know.
  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), number)
    while true { pause() }
  }
}
