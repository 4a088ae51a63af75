import ElementaryFunctions
import Projection

/// Sums over the members of a tile that count, in one fixed order.
struct TileSums {
  /// 1 for a member that counts and 0 for one past the last.
  private let counted: UnsafeMutablePointer<Vector>
  private var vectors = 0
  /// Members that count.
  private(set) var count = 0.0

  init(members: Int) {
    let capacity = members / Vector.scalarCount
    counted = .allocate(capacity: capacity)
    counted.initialize(repeating: Vector(repeating: 0), count: capacity)
  }

  /// Sets the tile.
  mutating func begin(_ tile: TileMembers) {
    vectors = tile.blocks.count * blockVectors
    count = 0
    for (place, block) in tile.blocks.enumerated() {
      let number = tile.membersCounted(inBlock: block)
      count += Double(number)
      for i in 0..<blockVectors {
        let first = i * Vector.scalarCount
        for lane in 0..<Vector.scalarCount { counted[place * blockVectors + i][lane] = first + lane < number ? 1 : 0 }
      }
    }
  }

  /// The sum of a value computed for each vector of members.
  @inline(__always)
  func sum(_ value: (Int) -> Vector) -> Double {
    var total = Vector(repeating: 0)
    for i in 0..<vectors { total = multiplyAdd(value(i), counted[i], total) }
    return sumOfLanes(total)
  }

  /// The sums of three values computed together.
  @inline(__always)
  func sums(_ value: (Int) -> (Vector, Vector, Vector)) -> (Double, Double, Double) {
    var (first, second, third) = (Vector(repeating: 0), Vector(repeating: 0), Vector(repeating: 0))
    for i in 0..<vectors {
      let (x, y, z) = value(i)
      let weight = counted[i]
      first = multiplyAdd(x, weight, first)
      second = multiplyAdd(y, weight, second)
      third = multiplyAdd(z, weight, third)
    }
    return (sumOfLanes(first), sumOfLanes(second), sumOfLanes(third))
  }

  func deallocate() { counted.deallocate() }
}
