import ElementaryFunctions
import Testing

/// The exponential of one vector.
private func exp(_ x: Vector) -> Vector {
  var value = x
  withUnsafeMutablePointer(to: &value) { exponentials(of: $0, into: $0, count: 1) }
  return value
}

/// The natural logarithm of one vector.
private func log(_ x: Vector) -> Vector {
  var value = x
  withUnsafeMutablePointer(to: &value) { logarithms(of: $0, into: $0, count: 1) }
  return value
}

/// The normal quantiles of one vector.
private func normalQuantile(_ p: Vector) -> Vector {
  var value = p
  withUnsafeMutablePointer(to: &value) { normalQuantiles(of: $0, into: $0, count: 1) }
  return value
}

@Suite struct ElementaryFunctionsTests {
  // The references are rounded, so a function may be half a unit further from the true value than from them.

  @Test func exponentialIsWithinItsBound() throws {
    var worst = (ulps: 0.0, argument: 0.0)
    for (x, expected) in try referenceValues("exp") {
      let error = ulps(exp(Vector(repeating: x))[0], from: expected)
      if error > worst.ulps { worst = (error, x) }
    }
    print("exp: largest distance from the rounded value \(worst.ulps) ulp, at \(worst.argument)")
    #expect(worst.ulps <= 1)
  }

  @Test func logarithmIsWithinItsBound() throws {
    var worst = (ulps: 0.0, argument: 0.0)
    for (x, expected) in try referenceValues("log") {
      let error = ulps(log(Vector(repeating: x))[0], from: expected)
      if error > worst.ulps { worst = (error, x) }
    }
    print("log: largest distance from the rounded value \(worst.ulps) ulp, at \(worst.argument)")
    #expect(worst.ulps <= 1)
  }

  @Test func normalQuantileIsWithinItsBound() throws {
    var worst = (relative: 0.0, argument: 0.0)
    for (p, expected) in try referenceValues("normal_quantile") {
      let value = normalQuantile(Vector(repeating: p))[0]
      let error = expected == 0 ? abs(value) : abs(value / expected - 1)
      if error > worst.relative { worst = (error, p) }
    }
    print("normalQuantile: largest relative error \(worst.relative), at \(worst.argument)")
    #expect(worst.relative <= 1e-14)
  }

  @Test func reciprocalSquareRootIsWithinItsBound() throws {
    var worst = (ulps: 0.0, argument: 0.0)
    for (x, expected) in try referenceValues("reciprocal_square_root") {
      let error = ulps(reciprocalSquareRoot(Vector(repeating: x))[0], from: expected)
      if error > worst.ulps { worst = (error, x) }
    }
    print("reciprocalSquareRoot: largest distance from the rounded value \(worst.ulps) ulp, at \(worst.argument)")
    #expect(worst.ulps <= 1.5)
    #expect(reciprocalSquareRoot(Vector(repeating: 0))[0].isFinite)
  }

  @Test func exponentialsOfAllRangesMeetInOneVector() {
    // A special lane sends all eight through the general path, which must give the others the same value.
    let x = Vector(-745, 709.7, 708, -708, 1, -0.3, 708.0.nextUp, (-708.0).nextDown)
    let mixed = exp(x)
    for lane in 0..<8 { #expect(mixed[lane] == exp(Vector(repeating: x[lane]))[0]) }
  }

  @Test func functionsOfManyVectorsAreThoseOfEach() {
    // Special lanes at the start, in a row, between others and at the end.
    let numbers = [-800, 1, 0.5, .nan, 1000, 2, 3, .leastNonzeroMagnitude, 700, .infinity]
    let x = numbers.map { Vector(repeating: $0) }
    for count in 0...x.count {
      var (powers, logs) = ([Vector](repeating: .zero, count: x.count), [Vector](repeating: .zero, count: x.count))
      exponentials(of: x, into: &powers, count: count)
      logarithms(of: x, into: &logs, count: count)
      for i in x.indices {
        #expect(bits(of: powers[i]) == bits(of: i < count ? exp(x[i]) : .zero))
        #expect(bits(of: logs[i]) == bits(of: i < count ? log(x[i]) : .zero))
      }
    }
  }

  @Test func normalQuantilesOfManyVectorsAreThoseOfEach() {
    // Tails alone, beside each other, in the first and last vector of eight, and in the second eight.
    var p = (0..<20).map { Vector(repeating: (Double($0) + 0.5) / 20) }
    for (vector, lane) in [(0, 0), (3, 7), (4, 1), (4, 2), (7, 5), (8, 3), (19, 6)] { p[vector][lane] = 1e-5 }
    p[10][4] = 1 - 1e-9
    p[11] = Vector(0, 1, 0.5, .nan, -0.25, 1.25, .infinity, 1e-3)
    for count in 0...p.count {
      var z = [Vector](repeating: .zero, count: p.count)
      normalQuantiles(of: p, into: &z, count: count)
      // The same in place, at an address that is no multiple of sixteen.
      let memory = UnsafeMutableRawPointer.allocate(byteCount: 64 * p.count + 8, alignment: 64)
      defer { memory.deallocate() }
      let shifted = memory + 8
      for i in p.indices { shifted.storeBytes(of: p[i], toByteOffset: 64 * i, as: Vector.self) }
      normalQuantiles(of: shifted, into: shifted, count: count)
      for i in p.indices {
        #expect(bits(of: z[i]) == bits(of: i < count ? normalQuantile(p[i]) : .zero))
        let inPlace = shifted.loadUnaligned(fromByteOffset: 64 * i, as: Vector.self)
        #expect(bits(of: inPlace) == bits(of: i < count ? normalQuantile(p[i]) : p[i]))
      }
    }
    for lane in 0..<8 {
      #expect(normalQuantile(p[11][lane]).bitPattern == normalQuantile(p[11])[lane].bitPattern)
    }
  }

  @Test func lanesAreIndependent() {
    let x = Vector(0.1, 1e-300, 3, 0.999, 1e-5, 0.5, 0.25, 0.9999999)
    for lane in 0..<8 {
      let alone = Vector(repeating: x[lane])
      #expect(exp(x)[lane] == exp(alone)[0])
      #expect(log(x)[lane] == log(alone)[0])
      if x[lane] < 1 { #expect(normalQuantile(x)[lane] == normalQuantile(alone)[0]) }
    }
  }

  @Test func specialValuesOfTheExponential() {
    let value = exp(Vector(.infinity, -.infinity, .nan, 0, -0.0, 1000, -1000, .greatestFiniteMagnitude))
    #expect(value[0] == .infinity)
    #expect(value[1] == 0)
    #expect(value[2].isNaN)
    #expect(value[3] == 1)
    #expect(value[4] == 1)
    #expect(value[5] == .infinity)
    #expect(value[6] == 0)
    #expect(value[7] == .infinity)
    #expect(exp(Vector(repeating: -745.2))[0] == 0)
    #expect(exp(Vector(repeating: 709.79))[0] == .infinity)
  }

  @Test func specialValuesOfTheLogarithm() {
    let value = log(Vector(0, -0.0, -1, .infinity, -.infinity, .nan, 1, -Double.leastNonzeroMagnitude))
    #expect(value[0] == -.infinity)
    #expect(value[1] == -.infinity)
    #expect(value[2].isNaN)
    #expect(value[3] == .infinity)
    #expect(value[4].isNaN)
    #expect(value[5].isNaN)
    #expect(value[6] == 0)
    #expect(value[7].isNaN)
  }

  @Test func specialValuesOfTheNormalQuantile() {
    let value = normalQuantile(Vector(0, 1, 0.5, .nan, -0.25, 1.25, .infinity, 1e-3))
    #expect(value[0] == -.infinity)
    #expect(value[1] == .infinity)
    #expect(value[2] == 0)
    #expect(value[3].isNaN)
    #expect(value[4].isNaN)
    #expect(value[5].isNaN)
    #expect(value[6].isNaN)
    #expect(abs(value[7] + 3.090232306167813) < 1e-14)
  }

  @Test func functionsAreMonotone() {
    // Steps far above an ulp and small enough to cross every seam of the reductions.
    var previous = (exp: -1.0, log: -Double.infinity, quantile: -Double.infinity)
    for k in 1..<400_000 {
      let t = Double(k) / 400_000
      let e = exp(Vector(repeating: 20 * t - 10))[0]
      let l = log(Vector(repeating: 4 * t))[0]
      let z = normalQuantile(Vector(repeating: t))[0]
      #expect(e > previous.exp && l > previous.log && z > previous.quantile)
      previous = (e, l, z)
    }
  }

  @Test func neighbouringArgumentsDoNotDescendByMoreThanAnUlp() {
    for start in [0.34657359, 0.7071067811, 1.0, 1.4142135623, 4.8284e-4, 0.3, 2.5] {
      var x = start
      for _ in 0..<2000 {
        let next = x.nextUp
        for (value, after) in [
          (exp(Vector(repeating: x))[0], exp(Vector(repeating: next))[0]),
          (log(Vector(repeating: x))[0], log(Vector(repeating: next))[0]),
        ] { #expect(after >= value - 2 * abs(value).ulp) }
        x = next
      }
    }
  }

  @Test func normalQuantileIsOdd() {
    for k in 1..<1000 {
      // Both p and 1 - p are exact.
      let p = Double(k) / 2048
      #expect(normalQuantile(Vector(repeating: p))[0] == -normalQuantile(Vector(repeating: 1 - p))[0])
    }
  }

  @Test func laneTests() {
    let x = Vector(0, 0, 0, 0, 0, 0, 0, 1)
    #expect(anyLane(x .> Vector.zero))
    #expect(!anyLane(x .< Vector.zero))
    #expect(!allLanes(x .> Vector.zero))
    #expect(allLanes(x .>= Vector.zero))
    for lane in 0..<8 {
      var y = Vector.zero
      y[lane] = 1
      #expect(anyLane(y .> Vector.zero))
      #expect(!allLanes(y .== Vector.zero))
    }
  }

  @Test func minimumAndMaximum() {
    let x = Vector(1, 2, .nan, 4, -5, 0, .infinity, -.infinity)
    let y = Vector(2, 1, 0, 4, 5, .nan, 0, 0)
    let low = minimum(x, y)
    let high = maximum(x, y)
    #expect(low[0] == 1 && low[1] == 1 && low[3] == 4 && low[4] == -5 && low[6] == 0 && low[7] == -.infinity)
    #expect(high[0] == 2 && high[1] == 2 && high[3] == 4 && high[4] == 5 && high[6] == .infinity && high[7] == 0)
    #expect(low[2].isNaN && high[2].isNaN && low[5] == 0 && high[5] == 0)
  }
}
