import District

extension Target {
  /// `2025`, or `2021-2025` when the comparison must hold in every year.
  public var yearText: String {
    years.count == 1 ? String(years.upperBound) : "\(years.lowerBound)-\(years.upperBound)"
  }

  /// What is asked for, in words: `> 100 亿元`, `≥ 95 % × 宁夏农村居民人均可支配收入`.
  public func requirement(_ catalogue: IndicatorCatalogue, _ language: Language) -> String {
    let sign =
      switch comparison {
      case .moreThan: ">"
      case .atLeast: "≥"
      case .lessThan: "<"
      case .atMost: "≤"
      }
    switch threshold {
    case .number(let value):
      let unit = UnitLabel(code: catalogue[indicator]?.unit ?? "")
      return "\(sign) \(Self.plain(value * factor * unit.scale)) \(unit.name[language])"
    case .series(let name):
      let words = catalogue[name]?.name[language] ?? name
      return factor == 1 ? "\(sign) \(words)" : "\(sign) \(Self.plain(factor * 100)) % × \(words)"
    }
  }

  /// The commitment in words, or its id when it has none.
  public func title(_ language: Language) -> String {
    let words = statement[language]
    return words.isEmpty ? id : words
  }

  /// A number a person wrote, without the noise of scaling it.
  private static func plain(_ value: Double) -> String {
    NumberText.shortest((value * 1e9).rounded() / 1e9)
  }
}

extension Project {
  /// The name, marked when the policy document does not name the project.
  public func markedName(_ language: Language) -> String {
    isPlaceholder ? Label.placeholderMark.text(language, name[language]) : name[language]
  }
}
