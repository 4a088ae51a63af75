import District

/// What an analyst wrote: a scenario file merged over the files it extends, every value with its place.
///
/// Reading checks what can be checked without a district (text, YAML, inheritance); `resolve` does the rest and reports
/// every fault in one pass.
public struct Scenario: Sendable {
  /// The file as the user named it.
  public let file: String
  /// Files of the inheritance chain, this one first.
  public var chain: [String] { links.links.map(\.file) }
  /// The district as written: the id of a built-in one or a path relative to `districtFolder`; or the default.
  public let districtName: String
  /// The folder a relative path in `districtName` starts from.
  public let districtFolder: String
  /// Where the district is named; nil when it is the default.
  public let districtPlace: Place?

  package let links: ScenarioChain
  package let tree: YAMLTree?
  package let messages: [Diagnostic]

  /// Reads a scenario file and its parents.
  ///
  /// Throws `FileAccessError` when the file cannot be opened. Every other fault waits for `resolve`.
  public init(file: String) throws { self.init(file: file, links: try ScenarioChain(file: file)) }

  /// Reads a scenario that stands in a text and extends nothing, such as the one in a manifest.
  public init(standalone text: String, file: String) {
    self.init(file: file, links: ScenarioChain(standalone: text, file: file))
  }

  /// True when the file is a sweep: many scenarios, which `Sweep` reads.
  public var isSweep: Bool { links.links.first?.tree["sweep"] != nil }

  /// The scenario with another tree for its own file; its parents are not read again.
  package func replacingOwnTree(_ tree: YAMLTree) -> Scenario {
    Scenario(file: file, links: links.replacingOwnTree(tree))
  }

  /// The scenario with another merged tree, to which further files have contributed.
  package func replacing(tree: YAMLTree, more: [ScenarioChain.Link]) -> Scenario {
    Scenario(self, tree: tree, links: links.adding(more))
  }

  private init(_ original: Scenario, tree: YAMLTree, links: ScenarioChain) {
    file = original.file
    districtName = original.districtName
    districtFolder = original.districtFolder
    districtPlace = original.districtPlace
    self.links = links
    self.tree = tree
    messages = original.messages
  }

  private init(file: String, links: ScenarioChain) {
    self.file = file
    self.links = links
    var inheritance = Inheritance()
    tree = inheritance.merged(links)
    messages = links.messages + inheritance.warnings
    let named = tree?["district"]?.value
    districtPlace = named?.place
    districtName = named?.string ?? ScenarioKeys.defaultDistrict
    districtFolder = ScenarioPath.folder(of: named?.place.file ?? file)
  }
}
