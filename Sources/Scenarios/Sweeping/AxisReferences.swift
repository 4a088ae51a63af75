import District

/// A place of a scenario file where `$name` stands for the value of an axis.
package struct AxisReference: Sendable {
  /// The axis.
  package let axis: String
  /// Dotted path of the place, for example `funding.adjust[0].multiply`.
  package let path: String
  /// Where it is written.
  package let place: Place
}

extension YAMLTree {
  /// The axis a plain scalar `$name` stands for.
  package var axisName: String? {
    guard case .scalar(let text, isQuoted: false) = content, text.hasPrefix("$"), text.count > 1,
      !text.contains(where: \.isWhitespace)
    else { return nil }
    return String(text.dropFirst())
  }

  /// Every `$name` in the value, with its path.
  package func axisReferences(path: String) -> [AxisReference] {
    switch content {
    case .empty: []
    case .scalar: axisName.map { [AxisReference(axis: $0, path: path, place: place)] } ?? []
    case .list(let items): items.enumerated().flatMap { $1.axisReferences(path: "\(path)[\($0)]") }
    case .map(let entries):
      entries.flatMap { $0.value.axisReferences(path: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
  }

  /// The value with every `$name` replaced by the value of that axis, which keeps its own place: a fault that it leads
  /// to is reported where the value stands.
  package func replacingAxes(_ values: [String: YAMLTree]) -> YAMLTree {
    var result = self
    switch content {
    case .empty: break
    case .scalar: if let name = axisName, let value = values[name] { return value }
    case .list(let items): result.content = .list(items.map { $0.replacingAxes(values) })
    case .map(let entries):
      result.content = .map(
        entries.map { entry in
          var entry = entry
          entry.value = entry.value.replacingAxes(values)
          return entry
        })
    }
    return result
  }
}
