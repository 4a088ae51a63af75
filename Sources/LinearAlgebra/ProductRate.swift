import COpenBLAS

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How fast this process multiplies matrices, for telling whether OpenBLAS uses good kernels.
public enum ProductRate {
  /// Billions of floating-point operations a second of one thread, best of several products of a square matrix.
  ///
  /// - Parameters:
  ///   - order: rows and columns; 256 stays in the second-level cache.
  ///   - repeats: products timed, of which the fastest counts.
  public static func measure(order: Int = 256, repeats: Int = 12) -> Double {
    let a = [Double](repeating: 1.5, count: order * order)
    let b = [Double](repeating: 0.5, count: order * order)
    var c = [Double](repeating: 0, count: order * order)
    var best = Double.infinity
    let n = blasint(order)
    for _ in 0..<repeats {
      let start = seconds()
      cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, &c, n)
      best = min(best, seconds() - start)
    }
    return 2 * Double(order * order * order) / best * 1e-9
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + 1e-9 * Double(now.tv_nsec)
  }
}
