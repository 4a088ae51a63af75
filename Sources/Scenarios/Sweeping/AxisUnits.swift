import District

/// The units of the values that stand at places of a scenario file.
struct AxisUnits {
  private let tree: YAMLTree
  private let district: District

  init(_ tree: YAMLTree, _ district: District) {
    self.tree = tree
    self.district = district
  }

  /// The unit code that all the places share; empty when they differ or hold names.
  func unit(of paths: [String]) -> String {
    let units = Set(paths.map(unit))
    return units.count == 1 ? units.first! : ""
  }

  private func unit(of path: String) -> String {
    let key = path.split(separator: ".").last.map { $0.prefix { $0 != "[" } } ?? ""
    if let id = parameter(path) { return district.parameters.first { $0.id == id }?.unit ?? "" }
    if path.hasPrefix("constants.") {
      return ConstantForm.all.first { $0.id == path.dropFirst("constants.".count) }?.unit ?? ""
    }
    switch key {
    case "multiply", "factor": return "factor"
    case "add": return "yi_yuan"
    case "delay": return "years"
    case "share": return "share"
    case "year", "years": return "year"
    case "sd": return "standard_deviations"
    case "at_least", "more_than", "at_most", "less_than": return threshold(path)
    default: return ""
    }
  }

  /// The parameter whose value or distribution a path names; ids have points of their own.
  private func parameter(_ path: String) -> String? {
    guard path.hasPrefix("parameters.") else { return nil }
    let rest = path.dropFirst("parameters.".count)
    return district.parameters.first { rest == $0.id || rest.hasPrefix($0.id + ".") }?.id
  }

  /// The unit of the indicator of a target.
  private func threshold(_ path: String) -> String {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
      let index = Int(path[path.index(after: open)..<close]),
      case .list(let items)? = tree["targets"]?.value.content, items.indices.contains(index),
      let id = items[index]["indicator"]?.value.string
    else { return "" }
    return IndicatorCatalogue(district)[id]?.unit ?? ""
  }
}
