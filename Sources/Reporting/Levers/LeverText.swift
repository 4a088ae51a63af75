import Analysis
import District

/// What `hsb solve` prints.
public struct LeverText {
  private let report: LeverReport
  private let language: Language

  /// Makes the text of a report.
  public init(_ report: LeverReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The sentences, the paths of growth, and what the numbers are.
  public var text: String {
    let ensemble = report.scenario.ensemble
    let head = [
      Label.solveTitle.text(
        language, report.scenario.district.name[language], report.target.title(language)),
      [
        Label.scenarioNamed.text(language, report.scenario.title[language]),
        Label.members.text(language, NumberText.grouped(ensemble.members)), Label.notOfficial[language],
      ].joined(separator: language == .zh ? "；" : "; "), "",
    ]
    let lines = head + report.sentences(language)
    var text = lines.map { DisplayWidth.printable($0) + "\n" }.joined()
    if report.result.combination != nil { text += "\n" + combination }
    if !report.outlooks.isEmpty { text += "\n" + paths }
    return text
  }

  private var combination: String {
    let words = report.words(language)
    let curve = report.result.combination!
    let point: LeverPoint = if case .met(let crossing) = curve.answer { crossing.point } else { curve.best }
    var table = TextTable([
      .words(Label.lever[language]), .numbers(Label.leverStart[language]), .numbers(Label.leverTogether[language]),
    ])
    for (choice, setting) in zip(report.result.combined, report.result.settings(at: point.value)) {
      table.row([words.axis(choice.lever), words.value(choice.start), words.value(setting.value)])
    }
    return table.text
  }

  private var paths: String {
    let words = report.words(language)
    var table = TextTable([
      .words(Label.pathLevers[language]), .words(Label.pathDistrict[language]), .words(Label.pathRegion[language]),
      .words(Label.pathReached.text(language, words.wantedText)), .words(Label.pathMedian[language]),
      .numbers(Label.pathLast.text(language, String(report.outlooks[0].lastYear))),
    ])
    for outlook in report.outlooks {
      table.row([
        Label.levers(outlook)[language], words.pace(outlook.district), words.pace(outlook.region),
        words.year(outlook.reached, last: outlook.lastYear), words.year(outlook.medianReached, last: outlook.lastYear),
        words.probability(outlook.lastProbability, outlook.lastError),
      ])
    }
    return Label.pathSection[language] + "\n" + table.text
  }
}
