/// A linear-algebra routine could not do its work.
public enum LinearAlgebraError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The operation needs matrices of other shapes.
  case shapeMismatch(operation: String, expected: String, found: String)
  /// A matrix holds NaN or infinity.
  case nonFiniteValue(operation: String)
  /// A matrix that must be nonnegative holds a negative entry.
  case negativeEntry(operation: String, row: Int, column: Int)
  /// A LAPACK routine returned a nonzero `info`.
  case routineFailed(routine: String, info: Int, meaning: String)

  /// One sentence naming the routine and what went wrong.
  public var description: String {
    switch self {
    case .shapeMismatch(let operation, let expected, let found):
      "\(operation): expected \(expected), found \(found)"
    case .nonFiniteValue(let operation):
      "\(operation): the matrix holds a value that is not finite"
    case .negativeEntry(let operation, let row, let column):
      "\(operation): entry (\(row), \(column)) is negative"
    case .routineFailed(let routine, let info, let meaning):
      "\(routine) returned info \(info): \(meaning)"
    }
  }
}
