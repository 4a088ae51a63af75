import ElementaryFunctions

extension TileRows {
  /// Replaces every member of every row by its exponential.
  func takeExponentials() { exponentials(of: base, into: base, count: count * vectors) }

  /// Replaces every member of every row by its natural logarithm.
  func takeLogarithms() { logarithms(of: base, into: base, count: count * vectors) }
}
