import District

/// What one term means: in words, with its unit, its equations, and where its numbers come from.
public struct GlossaryEntry: Sendable {
  /// What a term is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Something projected.
    case indicator
    /// An uncertain parameter.
    case parameter
    /// A constant of the district.
    case constant
    /// A demonstration project.
    case project
    /// A funding source.
    case source
    /// A commitment.
    case target
    /// A sector of the economy.
    case sector
    /// A pillar index.
    case pillar
    /// A yearly shock.
    case shock
    /// A file of results.
    case file
    /// A column of a file of results.
    case column
    /// A column of a file of the district.
    case input
    /// A key of scenario files.
    case key
  }

  /// A line of facts: what it is about, and the fact.
  public typealias Fact = (label: Label, text: BilingualText)

  /// What it is.
  public let kind: Kind
  /// The term as files write it.
  public let term: String
  /// Other words it is found by.
  public let aliases: [String]
  /// Its name for people.
  public let name: BilingualText
  /// What it means.
  public let meaning: BilingualText
  /// Unit code, where it has one of its own.
  public let unit: String?
  /// Letter in the equations.
  public let symbol: String?
  /// Steps of the model that make or use it.
  public let steps: [Int]
  /// Further facts, in order.
  public let facts: [Fact]
  /// Its numbers, with status and source.
  public let inputs: [InputRecord]

  /// Explains a term.
  init(
    _ kind: Kind, _ term: String, aliases: [String] = [], name: BilingualText, meaning: BilingualText,
    unit: String? = nil, symbol: String? = nil, steps: [Int] = [], facts: [Fact] = [], inputs: [InputRecord] = []
  ) {
    self.kind = kind
    self.term = term
    self.aliases = aliases
    self.name = name
    self.meaning = meaning
    self.unit = unit
    self.symbol = symbol
    self.steps = steps
    self.facts = facts
    self.inputs = inputs
  }
}

extension GlossaryEntry.Kind {
  /// The word for it, and for a list of them.
  var label: Label {
    switch self {
    case .indicator: .glossaryIndicator
    case .parameter: .glossaryParameter
    case .constant: .glossaryConstant
    case .project: .glossaryProject
    case .source: .glossarySource
    case .target: .glossaryTarget
    case .sector: .glossarySector
    case .pillar: .glossaryPillar
    case .shock: .glossaryShock
    case .file: .glossaryFile
    case .column: .glossaryColumn
    case .input: .glossaryInput
    case .key: .glossaryKey
    }
  }
}
