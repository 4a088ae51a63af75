/// A month of a calendar year, written `2023-11`.
public struct YearMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// Makes a month.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1 to 12")
    self.year = year
    self.month = month
  }

  /// The month a text such as `2023-11` names, or nil: four digits, a hyphen, two digits.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// Months since the year 0.
  private var count: Int { year * 12 + month - 1 }

  /// The month so many months later, or earlier for a negative number.
  public func advanced(byMonths months: Int) -> YearMonth {
    let total = count + months
    return YearMonth(year: total / 12, month: total % 12 + 1)
  }

  /// True when the first month is before the second.
  public static func < (first: YearMonth, second: YearMonth) -> Bool { first.count < second.count }

  /// For example `2023-11`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
