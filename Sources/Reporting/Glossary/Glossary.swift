import District
import Scenarios

/// Every term that can be explained for a district: indicators, parameters, constants, projects, sources, commitments,
/// sectors, pillars, shocks, files and columns of results, columns of inputs, keys of scenario files.
public struct Glossary: Sendable {
  /// The entries, by kind.
  public let entries: [GlossaryEntry]

  /// Collects the terms of a district.
  public init(_ district: District) {
    let model = ModelTerms(district)
    let files = FileTerms(district)
    entries =
      model.indicators + model.parameters + model.constants + model.projects + model.sources + model.targets
      + model.sectors + model.pillars + model.shocks + files.files + files.columns + files.inputs + files.keys
  }

  /// The entries of a term: as files write it, by its name in either language, or by the last part of a dotted key.
  public func entries(for term: String) -> [GlossaryEntry] {
    let wanted = term.lowercased()
    let exact = entries.filter { $0.term.lowercased() == wanted }
    let others = entries.filter { entry in
      entry.term.lowercased() != wanted
        && (entry.aliases + [entry.name.zh, entry.name.en]).contains { $0.lowercased() == wanted }
    }
    return exact + others
  }

  /// The known term nearest to one that is not, or nil: a misspelt one, else one that holds it.
  public func nearest(to term: String) -> String? {
    let names = entries.flatMap { [$0.term] + $0.aliases }
    return nearestName(to: term, among: names)
      ?? (term.count > 2 ? names.first { $0.lowercased().contains(term.lowercased()) } : nil)
  }
}
