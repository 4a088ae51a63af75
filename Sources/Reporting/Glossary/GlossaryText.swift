import District

/// What `hsb explain` prints: an entry, or the list of all terms.
public struct GlossaryText: Sendable {
  private let language: Language
  private static let width = 100

  /// Words in a language.
  public init(_ language: Language) { self.language = language }

  /// One term explained.
  public func text(_ entry: GlossaryEntry) -> String {
    var lines: [String] = []
    let name = entry.name[language]
    let hasName = !name.isEmpty && entry.name != entry.meaning
    lines.append("\(entry.term)  [\(entry.kind.label[language])]\(hasName ? "  \(name)" : "")")
    add(.glossaryMeaning, entry.meaning[language], &lines)
    if let unit = entry.unit { add(.unit, unitText(unit), &lines) }
    for fact in entry.facts { add(fact.label, fact.text[language], &lines) }
    if !entry.steps.isEmpty { addEquations(entry, &lines) }
    for text in sources(of: entry) { add(.status, text, &lines) }
    return lines.map(DisplayWidth.printable).joined(separator: "\n") + "\n"
  }

  /// Every term, by kind.
  public func list(_ entries: [GlossaryEntry]) -> String {
    GlossaryEntry.Kind.allCases.map { kind in
      let own = entries.filter { $0.kind == kind }
      var seen: Set<String> = []
      let terms = own.map(\.term).filter { seen.insert($0).inserted }
      let lines = DisplayWidth.broken(terms.joined(separator: ", "), to: Self.width - 2)
      return "\(kind.label[language]) (\(terms.count))\n" + lines.map { "  \(DisplayWidth.printable($0))\n" }.joined()
    }.joined(separator: "\n")
  }

  private func unitText(_ code: String) -> String {
    switch code {
    case "by_row", "by_kind", "by_indicator": Label.glossaryUnitOfRow[language]
    case "share": "\(Label.glossaryShare[language]) (share)"
    default: "\(UnitLabel(code: code).name[language]) (\(code))"
    }
  }

  /// A term of a few steps shows their equations, one of many names them.
  private func addEquations(_ entry: GlossaryEntry, _ lines: inout [String]) {
    if let symbol = entry.symbol { add(.glossarySymbol, symbol, &lines) }
    let steps = ModelStep.all.filter { entry.steps.contains($0.number) }
    func place(_ steps: [ModelStep]) -> String {
      let names = steps.map { Label.glossaryStep.text(language, String($0.number), $0.title[language]) }
      let list = names.joined(separator: language == .zh ? "、" : ", ")
      return Label.glossaryPlace.text(language, list, String(ModelStep.section))
    }
    guard steps.count <= 3 else { return add(.glossaryEquation, place(steps), &lines) }
    for step in steps {
      add(.glossaryEquation, place([step]), &lines)
      for equation in step.equations { lines.append("      \(equation)") }
    }
  }

  /// The status and source of the numbers, those of one row and source together.
  private func sources(of entry: GlossaryEntry) -> [String] {
    var groups: [(input: InputRecord, values: [String])] = []
    for input in entry.inputs {
      // The numbers of a distribution stand together in its own line.
      let name = input.name.split(separator: ".").last.map(String.init) ?? input.name
      let value = entry.kind == .parameter ? [] : ["\(name) = \(NumberText.shortest(input.value)) \(input.unit)"]
      if let last = groups.last, last.input.line == input.line, last.input.source == input.source,
        last.input.status == input.status
      {
        groups[groups.count - 1].values += value
      } else {
        groups.append((input, value))
      }
    }
    return groups.map { group in
      let place = ["\(group.input.file):\(group.input.line)"] + group.values
      return "\(group.input.status.label[language]); \(place.joined(separator: ", ")). \(group.input.source)"
    }
  }

  private func add(_ label: Label, _ text: String, _ lines: inout [String]) {
    let colon = language == .zh ? "：" : ": "
    let broken = DisplayWidth.broken("\(label[language])\(colon)\(text)", to: Self.width - 2)
    lines += broken.enumerated().map { ($0 == 0 ? "  " : "    ") + $1.trimmingSpaces }
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
