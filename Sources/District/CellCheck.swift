/// The check of one field against what its column must hold.
struct CellCheck {
  /// What a field turned out to be.
  enum Result {
    case text
    case number(Double)
    case fault(String, near: String?)
  }
  let file: String
  let heading: String
  let content: ColumnForm.Content

  func result(_ text: String) -> Result {
    switch content {
    case .id(let marks): return isID(text, marks: marks) ? .text : .fault(idMessage(text, marks: marks), near: nil)
    case .text:
      return text.contains(where: { !$0.isWhitespace })
        ? .text : .fault("'\(heading)' is empty; expected text", near: nil)
    case .anyText: return .text
    case .choice(let words):
      if words.contains(text) { return .text }
      let names = words.filter { !$0.isEmpty }
      return .fault(
        "unknown \(heading) '\(text)'; expected \(names.joined(separator: ", "))",
        near: nearestName(to: text, among: names))
    case .number(_, let bounds): return number(text, bounds)
    case .optionalNumber(_, let bounds): return text.isEmpty ? .number(.nan) : number(text, bounds)
    case .whole(_, let range): return whole(text, range)
    case .numberOrName(_, let bounds): return numberOrName(text, bounds)
    }
  }

  private func number(_ text: String, _ bounds: NumberBounds) -> Result {
    guard let value = FiniteNumber.value(of: text) else {
      return .fault("'\(text)' in '\(heading)'; expected a number: \(FiniteNumber.problem(with: text))", near: nil)
    }
    guard bounds.contains(value) else {
      return .fault("\(text) in '\(heading)' is out of bounds; expected \(bounds)", near: nil)
    }
    return .number(value)
  }

  private func whole(_ text: String, _ range: ClosedRange<Int>) -> Result {
    guard let value = FiniteNumber.value(of: text), let whole = Int(exactly: value) else {
      return .fault(
        "'\(text)' in '\(heading)'; expected a whole number from \(range.lowerBound) to \(range.upperBound)", near: nil)
    }
    guard range.contains(whole) else {
      return .fault(
        "\(heading) \(whole) is out of range; expected \(range.lowerBound) to \(range.upperBound)", near: nil)
    }
    return .number(value)
  }

  private func numberOrName(_ text: String, _ bounds: NumberBounds) -> Result {
    if FiniteNumber.value(of: text) != nil { return number(text, bounds) }
    if isID(text, marks: "."), text.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true,
      FiniteNumber.isWordForNumber(text) == false
    {
      return .text
    }
    return .fault("'\(text)' in '\(heading)'; expected a number or the name of a series", near: nil)
  }

  private func isID(_ text: String, marks: String) -> Bool {
    guard let first = text.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z"), text.utf8.count <= 80
    else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: marks.utf8.contains(byte)
      }
    }
  }

  private func idMessage(_ text: String, marks: String) -> String {
    text.isEmpty
      ? "'\(heading)' is empty; expected an id"
      : "'\(text)' in '\(heading)' is not an id; expected a-z, 0-9 and underscore\(marks.isEmpty ? "" : ", with \(marks)"), beginning with a letter"
  }
}
