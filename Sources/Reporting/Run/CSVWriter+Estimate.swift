extension CSVWriter {
  /// Adds an estimate with the digits its error supports, or an empty cell.
  mutating func estimate(_ estimate: Estimate?) {
    guard let estimate else { return empty() }
    number(estimate.value, estimate.digits)
  }
}
