import Reporting
import Scenarios
import Synchronization

/// One line on the terminal that says how far a long run is; silent where there is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown = 0.0
    var isOnScreen = false
  }

  private let label: String
  private let members: Int
  private let isShown: Bool
  private let watch = Stopwatch()
  private let state = Mutex(State())
  /// Seconds before the line first shows, and between its changes.
  private static let delay = 0.5
  private static let interval = 0.1

  /// - Parameters:
  ///   - scenario: what is run.
  ///   - number: its position among the scenarios of the command, from 1.
  ///   - count: number of scenarios of the command.
  ///   - isShown: false to stay silent.
  convenience init(_ scenario: ResolvedScenario, number: Int, of count: Int, isShown: Bool) {
    let label = count == 1 ? scenario.id : "\(scenario.id) (\(number)/\(count))"
    self.init(label, members: scenario.ensemble.members, isShown: isShown)
  }

  /// - Parameters:
  ///   - label: what is run.
  ///   - members: all that are to be done.
  ///   - isShown: false to stay silent.
  init(_ label: String, members: Int, isShown: Bool) {
    self.label = label
    self.members = members
    self.isShown = isShown && Console.errorIsTerminal
  }

  /// Says that so many members are done. Called from any thread.
  func update(members done: Int) { update(members: done, of: members) }

  /// Says that so many of the members of a round are done. Called from any thread.
  func update(members done: Int, of members: Int) {
    guard isShown else { return }
    state.withLock { state in
      let seconds = watch.seconds
      guard seconds > Self.delay, seconds - state.lastShown > Self.interval else { return }
      state.lastShown = seconds
      state.isOnScreen = true
      Console.errorText("\r\u{1B}[K" + text(done: min(done, members), of: members, seconds: seconds))
    }
  }

  /// Takes the line off the screen.
  func finish() {
    state.withLock { state in
      if state.isOnScreen { Console.errorText("\r\u{1B}[K") }
      state.isOnScreen = false
    }
  }

  private func text(done: Int, of members: Int, seconds: Double) -> String {
    let rate = Double(done) / seconds
    let left = rate > 0 ? Double(members - done) / rate : 0
    let percent = NumberText.fixed(100 * Double(done) / Double(members), decimals: 0)
    return "\(label): \(percent) %, \(NumberText.grouped(Int(rate))) members/s, "
      + "\(NumberText.fixed(left, decimals: 0)) s left"
  }
}
