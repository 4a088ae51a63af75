/// Takes a function of so many vectors: those it is quick for in runs, each of the others by itself.
///
/// - Parameters:
///   - x: the arguments.
///   - y: where the values go; may be `x`.
///   - count: vectors.
///   - quick: takes the function of vectors up to the first that needs care, and returns how many those are.
///   - careful: replaces a vector by its values, whatever it holds.
func takeInRuns(
  of x: UnsafePointer<Vector>, into y: UnsafeMutablePointer<Vector>, count: Int,
  quick: (UnsafePointer<Vector>, UnsafeMutablePointer<Vector>, Int) -> Int,
  careful: (UnsafeMutablePointer<Vector>) -> Void
) {
  var i = 0
  while i < count {
    i += quick(x + i, y + i, count - i)
    if i < count {
      y[i] = x[i]
      careful(y + i)
      i += 1
    }
  }
}
