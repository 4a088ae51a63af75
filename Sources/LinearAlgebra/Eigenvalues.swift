import COpenBLAS

/// The eigenvalues of a symmetric matrix in ascending order (LAPACK dsyev); only the lower triangle is read.
///
/// - Throws: `LinearAlgebraError` if the matrix is not square, not finite, or the iteration does not converge.
public func symmetricEigenvalues(of matrix: Matrix) throws(LinearAlgebraError) -> [Double] {
  try matrix.requireSquareFinite("symmetric eigenvalues")
  let order = matrix.rows
  guard order > 0 else { return [] }
  var work = matrix
  var eigenvalues = [Double](repeating: 0, count: order)
  let info = LAPACKE_dsyev(
    LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), Int32(order), &work.columnMajor,
    Int32(order), &eigenvalues)
  guard info == 0 else {
    throw .routineFailed(
      routine: "dsyev", info: Int(info),
      meaning: info > 0
        ? "\(info) off-diagonal elements did not converge to zero" : "argument \(-info) is not valid")
  }
  return eigenvalues
}

/// The spectral radius of a nonnegative matrix: its Perron root, the largest absolute value of an eigenvalue
/// (LAPACK dgeev).
///
/// A matrix of input coefficients is productive, (I - A)⁻¹ existing and nonnegative, exactly when its spectral radius
/// is below 1 (Hawkins and Simon 1949).
///
/// - Throws: `LinearAlgebraError` if the matrix is not square, not finite, has a negative entry, or the iteration does
///   not converge.
public func spectralRadius(of matrix: Matrix) throws(LinearAlgebraError) -> Double {
  try matrix.requireSquareFinite("spectral radius")
  let order = matrix.rows
  guard order > 0 else { return 0 }
  for j in 0..<order {
    for i in 0..<order where matrix[i, j] < 0 {
      throw .negativeEntry(operation: "spectral radius", row: i, column: j)
    }
  }
  var work = matrix
  var realParts = [Double](repeating: 0, count: order)
  var imaginaryParts = [Double](repeating: 0, count: order)
  // No eigenvectors are asked for, so their arrays are never written; LAPACK still wants leading dimensions of 1.
  let info = LAPACKE_dgeev(
    LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "N")), Int32(order), &work.columnMajor,
    Int32(order), &realParts, &imaginaryParts, nil, 1, nil, 1)
  guard info == 0 else {
    throw .routineFailed(
      routine: "dgeev", info: Int(info),
      meaning: info > 0 ? "the QR iteration did not converge" : "argument \(-info) is not valid")
  }
  var radius = 0.0
  for (re, im) in zip(realParts, imaginaryParts) {
    radius = max(radius, (re * re + im * im).squareRoot())
  }
  return radius
}
