import Analysis
import ElementaryFunctions
import Testing

@Test(arguments: [1e-12, 1e-6, 1e-3, 1.0])
func everyValueLiesInItsBinAndBinsAreNarrow(resolution: Double) {
  let bins = ValueBins(resolution: resolution)
  var values = [0.0, -0.0, resolution, -resolution, 1, -1, 0.1, 1e6, -1e6]
  for i in 0..<2_000 { values.append((Double((i * 7_919) % 4_001) / 2_000 - 1) * Double(i % 37)) }
  var last = (value: -Double.infinity, bin: Int.min)
  for x in values.sorted() {
    let bin = bins.bin(of: x)
    let slack = 4e-16 * (abs(x) + resolution)
    #expect(bins.lowerEdge(bin) <= x + slack && x <= bins.upperEdge(bin) + slack, "\(x)")
    #expect(bins.upperEdge(bin) - bins.lowerEdge(bin) <= (abs(x) + resolution) / 1_024 * 1.001, "\(x)")
    #expect(bin >= last.bin, "bins rise with values")
    last = (x, bin)
    #expect(bins.bins(of: Vector(repeating: x))[3] == Int64(bin))
  }
}

@Test func neighbouringBinsMeet() {
  let bins = ValueBins(resolution: 1e-3)
  for bin in -5_000..<5_000 { #expect(bins.upperEdge(bin) == bins.lowerEdge(bin + 1)) }
}
