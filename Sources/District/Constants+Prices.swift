import Foundation

extension Constants {
  /// exp(-investment_price t): what nominal money of year t = 1, 2, ... is worth in works at prices of the base year
  /// (step 1).
  public func worksDeflator(year t: Int) -> Double { Foundation.exp(-investmentPrice * Double(t)) }
}
