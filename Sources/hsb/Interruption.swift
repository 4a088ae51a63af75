import Foundation
import Reporting
import Synchronization

/// What happens when a user or a scheduler stops a run, or its terminal goes away: no file stays half-written, and the
/// last words say how to go on.
enum Interruption {
  private static let signals: [(number: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]

  /// Where the handler writes the number of a signal, and the thread that waits reads it.
  private static let writingEnd = Atomic<Int32>(-1)

  /// Waits for signals on a thread of its own from here on. Signals that were ignored at the start (nohup, jobs in the
  /// background of a script) stay ignored.
  ///
  /// - Parameters:
  ///   - locks: what to let go of.
  ///   - farewell: the last words.
  static func watch(_ locks: [FolderLock], farewell: @escaping @Sendable () -> String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    let readingEnd = ends[0]
    writingEnd.store(ends[1], ordering: .sequentiallyConsistent)
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for signal in signals where !isIgnored(signal.number) {
      sigaddset(&awaited, signal.number)
      note(signal.number)
    }
    // Threads made later inherit this, so that a signal interrupts no work of theirs. Those of libraries that were made
    // before take signals still, which is why a handler notes them, and not a thread that waits for blocked ones.
    pthread_sigmask(SIG_BLOCK, &awaited, nil)
    let set = awaited
    let thread = Thread {
      var set = set
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      let number = nextSignal(from: readingEnd)
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

  /// Has a signal noted, whatever thread takes it. The handler does nothing but write to a pipe, which it may at any
  /// moment; a pipe that is full holds a signal already.
  private static func note(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(Interruption.writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
      errno = before
    }
    action.sa_flags = SA_RESTART
    sigfillset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }

  /// Waits for the number of a signal.
  private static func nextSignal(from readingEnd: Int32) -> Int32 {
    var byte: UInt8 = 0
    var waiting = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
    while read(readingEnd, &byte, 1) != 1 { poll(&waiting, 1, -1) }
    return Int32(byte)
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
