import Analysis
import Testing

@Suite struct ReplicateSpreadTests {
  @Test func withEqualMembersItIsTheStandardErrorOfTheirMean() throws {
    // Deviations 2, 1, 0, 3 from 5: 14 over 3, over 4.
    let error = try #require(ReplicateSpread.standardError([3, 4, 5, 8], members: [640, 640, 640, 640]))
    #expect(abs(error - (14.0 / 12).squareRoot()) < 1e-15)
    #expect(ReplicateSpread.standardError([2, 2, 2, 2], members: [64, 64, 64, 1]) == 0)
  }

  /// A quadratic form of the values: with independent ones of variance 1/members, its expectation is what it gives for each
  /// value alone, weighted by these variances, and must be the variance of the mean of all members.
  @Test(arguments: [[64, 64, 64, 1], [640, 576, 64, 1, 0, 17], [592, 640, 640, 640, 576]])
  func itsSquareHasTheExpectationOfTheVariance(members: [Int]) throws {
    var expectation = 0.0
    for replicate in members.indices where members[replicate] > 0 {
      var values = [Double](repeating: 0, count: members.count)
      values[replicate] = 1
      let error = try #require(ReplicateSpread.standardError(values, members: members))
      expectation += error * error / Double(members[replicate])
    }
    let all = Double(members.reduce(0, +))
    #expect(abs(expectation * all - 1) < 1e-14)
  }

  @Test func threeReplicatesSayTooLittle() {
    #expect(ReplicateSpread.standardError([1, 2, 3, 0], members: [64, 64, 64, 0]) == nil)
    #expect(ReplicateSpread.standardError([1, 2, 3, 4], members: [64, 64, 64, 1]) != nil)
  }
}
