import District

extension Language {
  /// The language of a terminal by its locale: Chinese when the first of LC_ALL, LC_MESSAGES and LANG that is set
  /// begins with `zh`, English otherwise.
  public static func ofLocale(_ environment: [String: String]) -> Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return name?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }
}

extension Industry {
  /// The word for the industry.
  public var label: Label {
    switch self {
    case .primary: .primaryIndustry
    case .secondary: .secondaryIndustry
    case .tertiary: .tertiaryIndustry
    }
  }
}

extension InputStatus {
  /// The word for the status.
  public var label: Label {
    switch self {
    case .sourced: .sourced
    case .derived: .derived
    case .recalled: .recalled
    case .assumed: .assumed
    }
  }
}
