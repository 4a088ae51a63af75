import Foundation
import LinearAlgebra
import Measurement

setBLASThreads(1)
let loop = try LoopFigures.measure(rounds: 40)
var fs = loop.figures
fs.append(try LoopFigures.allocations())
fs += try RunFigures.threads(rounds: 5, members: 1 << 18)
fs += try RunFigures.flatness(sizes: [10_000, 100_000, 1_000_000])
print(FigureTable(figures: fs))
