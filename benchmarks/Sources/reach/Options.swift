import Foundation

/// What the command line asks for; `bin/bench` writes it.
struct Options {
  /// The folder of the project.
  var root = URL(filePath: ".")
  /// Only what does not depend on the machine, in under a minute.
  var quick = false
  /// Python with NumPy for the quick check, with SciPy and JAX, and with the EMA workbench; nil to leave a peer out.
  var numPy: String?
  var peers: String?
  var workbench: String?
  /// Where the results go.
  var results: URL?

  static let usage =
    "reach --root FOLDER [--quick] [--numpy PYTHON] [--peers PYTHON] [--workbench PYTHON] [--results FILE]"

  /// Reads the arguments.
  ///
  /// - Throws: a sentence naming the wrong argument.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(_ option: String) throws -> String {
      guard let value = rest.popFirst() else { throw UsageError("\(option) needs a value") }
      return value
    }
    while let option = rest.popFirst() {
      switch option {
      case "--root": root = URL(filePath: try value(option)).absoluteURL
      case "--quick": quick = true
      case "--numpy": numPy = try value(option)
      case "--peers": peers = try value(option)
      case "--workbench": workbench = try value(option)
      case "--results": results = URL(filePath: try value(option))
      default: throw UsageError("unknown argument '\(option)'")
      }
    }
  }

  /// A wrong argument.
  struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ message: String) { description = "\(message); usage: \(Options.usage)" }
  }
}
