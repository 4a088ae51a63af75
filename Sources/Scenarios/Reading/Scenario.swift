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
  /// The district named, or the default: a built-in name or a path from where the program runs.
  public let districtName: String
  /// Where the district is named; nil when it is the default.
  public let districtPlace: Place?
  /// The scenario file named its district by this text.
  package let districtText: String

  package let links: ScenarioChain
  package let tree: YAMLTree?
  package let messages: [Diagnostic]

  /// Reads a scenario file and its parents.
  ///
  /// Throws `FileAccessError` when the file cannot be opened. Every other fault waits for `resolve`.
  public init(file: String) throws {
    self.file = file
    links = try ScenarioChain(file: file)
    var inheritance = Inheritance()
    tree = inheritance.merged(links)
    messages = links.messages + inheritance.warnings
    let named = tree?["district"]?.value
    districtPlace = named?.place
    districtText = named?.string ?? ScenarioKeys.defaultDistrict
    districtName = Self.name(of: districtText, writtenIn: named?.place.file ?? file)
  }

  /// A text without a slash or a dot is the name of a built-in district, any other a path.
  private static func name(of text: String, writtenIn file: String) -> String {
    text.contains("/") || text.contains(".") ? ScenarioPath.resolved(text, writtenIn: file) : text
  }
}
