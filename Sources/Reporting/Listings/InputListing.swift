import District

/// What `hsb district sources` prints: input numbers with their status and source, and counts by status.
public struct InputListing {
  /// The headings of the CSV form.
  public static let headings = ["file", "line", "name", "value", "unit", "status", "source"]

  private let inputs: [InputRecord]
  private let language: Language

  /// Makes the listing of some inputs.
  public init(_ inputs: [InputRecord], language: Language) {
    self.inputs = inputs
    self.language = language
  }

  /// The inputs, then the counts.
  public var text: String {
    var table = TextTable([
      .words("\(Label.file[language]):\(Label.line[language])"), .words(Label.name[language]),
      .numbers(Label.value[language]), .words(Label.unit[language]), .words(Label.status[language]),
      .words(Label.origin[language]),
    ])
    for input in inputs {
      table.row([
        "\(input.file):\(input.line)", input.name, NumberText.shortest(input.value), input.unit,
        input.status.label[language], input.source,
      ])
    }
    return table.text + "\n" + counts
  }

  /// Counts by status.
  public var counts: String {
    let counts = InputCounts(inputs)
    var table = TextTable([
      .words(Label.status[language]), .numbers(Label.count[language]), .numbers(Label.share[language]),
    ])
    for status in InputStatus.allCases {
      table.row([
        status.label[language], String(counts[status]), NumberText.fixed(counts.percent(status), decimals: 1),
      ])
    }
    table.row([Label.total[language], String(counts.total), counts.total == 0 ? "0.0" : "100.0"])
    return Label.inputsTitle.text(language, String(counts.total)) + "\n" + table.text
  }

  /// The inputs as CSV.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for input in inputs {
      writer.text(input.file)
      writer.number(input.line)
      writer.text(input.name)
      writer.number(input.value)
      writer.text(input.unit)
      writer.text(input.status.rawValue)
      writer.text(input.source)
      writer.endRow()
    }
    return writer.bytes
  }
}
