import Foundation
import Sampling
import Testing

@Suite struct DrawNameTests {
  @Test func descriptionsAndKeys() {
    #expect(DrawName("tfp_trend").description == "tfp_trend")
    #expect(DrawName("drought", year: 2027).description == "drought@2027")
    #expect(DrawName("drought@2027").key == DrawName("drought", year: 2027).key)
    #expect(DrawName("drought", year: 2027).key != DrawName("drought", year: 2028).key)
  }

  @Test func keysNeverChange() {
    // FNV-1a of the empty text is its offset basis; the rest is the finaliser. From an independent computation.
    #expect(DrawName("").key == 0xf52a_15e9_a9b5_e89b)
    #expect(DrawName("a").key == 0x02c0_bdbf_4814_20f8)
    #expect(DrawName("efficacy.tourism").key == 0x02cd_3b6a_fa82_e3cb)
  }

  @Test func keysOfLikeNamesHaveUnlikeBits() {
    var different = 0
    var pairs = 0
    for k in 0..<2000 {
      let a = DrawName("shock", year: k).key
      let b = DrawName("shock", year: k + 1).key
      different += (a ^ b).nonzeroBitCount
      pairs += 1
    }
    #expect(abs(Double(different) / Double(pairs) - 32) < 0.4)
    #expect(Set((0..<20000).map { DrawName("p\($0)").key }).count == 20000)
  }

  @Test func namesAreCodable() throws {
    let name = DrawName("drought", year: 2027)
    #expect(try JSONDecoder().decode(DrawName.self, from: JSONEncoder().encode(name)) == name)
  }
}
