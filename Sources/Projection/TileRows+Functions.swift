import ElementaryFunctions

// Loops of their own, between the loop that prepares the arguments and the one that uses the values: a processor holds a
// few hundred operations at a time, and overlaps several short chains of them where of a long one it holds hardly two.

extension TileRows {
  /// Replaces every member of every row by its exponential.
  func takeExponentials() {
    for i in 0..<count * vectors { base[i] = exp(base[i]) }
  }

  /// Replaces every member of every row by its natural logarithm.
  func takeLogarithms() {
    for i in 0..<count * vectors { base[i] = log(base[i]) }
  }
}
