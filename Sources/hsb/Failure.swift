import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// Turns the errors of the modules into lines on the standard error and an exit status.
enum Failure {
  /// Runs the work of a command.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try MemoryLimit.check()
      try work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch let error as Diagnostics {
      report(error.messages)
      throw ExitStatus.badInput
    } catch let error as Diagnostic {
      report([error])
      throw ExitStatus.badInput
    } catch let error as ComparisonError {
      Console.error("hsb: error: \(error)")
      throw ExitStatus.badInput
    } catch let error as FileAccessError {
      Console.error("\(error)")
      throw error.operation == .read ? ExitStatus.unreadableInput : ExitStatus.cannotWrite
    } catch let error as OutputError {
      Console.error("\(error)")
      throw ExitStatus.cannotWrite
    } catch {
      Console.error("hsb: internal error: \(error)")
      throw ExitStatus.internalFault
    }
  }

  /// Reads the value of an option whose messages name the option in the place of a file: what is wrong with it is wrong
  /// use, not a wrong scenario.
  ///
  /// - Throws: `ValidationError` in the place of a `Diagnostic`.
  static func inOption<Value>(_ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let error as Diagnostic {
      let hint = error.suggestion.map { " (did you mean '\($0)'?)" } ?? ""
      throw ValidationError(DisplayWidth.printable("\(error.file): \(error.message)\(hint)"))
    }
  }

  /// Prints messages, one a line, and how many there are.
  static func report(_ messages: [Diagnostic]) {
    for message in messages { Console.error(DisplayWidth.printable(message.description)) }
    let errors = messages.count { $0.severity == .error }
    let warnings = messages.count - errors
    guard errors > 0 else { return }
    Console.error("\(counted(errors, "error")), \(counted(warnings, "warning"))")
  }

  /// `--option 'name': not known (did you mean 'x'?)`.
  static func unknownName(_ option: String, _ name: String, among names: [String]) -> String {
    let hint = nearestName(to: name, among: names).map { "did you mean '\($0)'?" } ?? "for example '\(names[0])'"
    return "\(option) '\(DisplayWidth.printable(name))': there is nothing of that name in the results (\(hint))"
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
