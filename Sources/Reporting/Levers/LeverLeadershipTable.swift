import Analysis
import District

/// `solve_leadership.csv`: what it would take, as a spreadsheet opens it, for leaders.
struct LeverLeadershipTable {
  private let report: LeverReport
  private let words: LeverWords
  private let language: Language
  private static let width = 7

  init(_ report: LeverReport) {
    self.report = report
    language = report.language
    words = report.words(report.language)
  }

  /// The file.
  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let scenario = report.scenario
    let ensemble = scenario.ensemble
    func line(_ texts: String...) { writer.row(texts, width: Self.width) }
    line(Label.solveTitle.text(language, scenario.district.name[language], report.target.title(language)))
    line(
      [
        Label.scenarioNamed.text(language, scenario.title[language]),
        Label.members.text(language, NumberText.grouped(ensemble.members)),
        Label.seed.text(language, String(ensemble.seed)), Label.notOfficial[language],
      ].joined(separator: language == .zh ? "；" : "; "))
    line()
    line(Label.solveFindings[language])
    for sentence in report.sentences(language) { line(sentence) }
    line()
    writeAnswers(&writer)
    writeCombination(&writer)
    writePaths(&writer)
    line(Label.notesSection[language])
    var notes: [Label] = [.solveNote, .solveParameterNote]
    if !report.outlooks.isEmpty { notes.append(.pathNote) }
    for note in notes + [.digitsNote, .standardErrorNote, .notOfficialLong] { line(note[language]) }
    return writer.bytes
  }

  private func writeAnswers(_ writer: inout CSVWriter) {
    writer.row([Label.solveLevers[language]], width: Self.width)
    let headings: [Label] = [.lever, .leverStart, .leverRange, .leverAnswer, .leverValue, .probability, .leverError]
    writer.row(headings.map { $0[language] })
    for (choice, curve) in zip(report.levers, report.result.curves) {
      let (answer, point, error): (Label, LeverPoint?, Double?) =
        switch curve.answer {
        case .met(let crossing): (.answerMet, crossing.point, crossing.standardError)
        case .alreadyMet(let until): (.answerAlready, until?.point, until?.standardError)
        case .outOfReach: (.answerOutOfReach, curve.best, nil)
        }
      writer.text(words.axis(choice.lever))
      writer.text(words.value(choice.start))
      writer.text("\(words.value(curve.bounds.lowerBound))～\(words.value(curve.bounds.upperBound))")
      writer.text(answer[language])
      writer.text(point.map { words.value($0.value, error: error) } ?? "")
      writer.text(point.map(words.probability) ?? "")
      writer.text(error.map { SupportedDigits(of: $0, error: nil, most: 4).text($0) } ?? "")
      writer.endRow()
    }
    writer.endRow(width: Self.width)
  }

  private func writeCombination(_ writer: inout CSVWriter) {
    guard let curve = report.result.combination else { return }
    writer.row([Label.combinationSection[language]], width: Self.width)
    let point: LeverPoint = if case .met(let crossing) = curve.answer { crossing.point } else { curve.best }
    writer.row([.lever, .leverStart, .leverTogether].map { (label: Label) in label[language] }, width: Self.width)
    for (choice, setting) in zip(report.result.combined, report.result.settings(at: point.value)) {
      writer.text(words.axis(choice.lever))
      writer.text(words.value(choice.start))
      writer.text(words.value(setting.value))
      writer.endRow(width: Self.width)
    }
    writer.endRow(width: Self.width)
  }

  private func writePaths(_ writer: inout CSVWriter) {
    guard !report.outlooks.isEmpty else { return }
    writer.row([Label.pathSection[language]], width: Self.width)
    let headings: [Label] = [.pathLevers, .pathDistrict, .pathRegion]
    let last = String(report.outlooks[0].lastYear)
    writer.row(
      headings.map { $0[language] } + [
        Label.pathReached.text(language, words.wantedText), Label.pathMedian[language],
        Label.pathLast.text(language, last),
      ], width: Self.width)
    for outlook in report.outlooks {
      writer.text(Label.levers(outlook)[language])
      writer.text(words.pace(outlook.district))
      writer.text(words.pace(outlook.region))
      writer.text(words.year(outlook.reached, last: outlook.lastYear))
      writer.text(words.year(outlook.medianReached, last: outlook.lastYear))
      writer.text(words.probability(outlook.lastProbability, outlook.lastError))
      writer.endRow(width: Self.width)
    }
    writer.endRow(width: Self.width)
  }
}

extension Label {
  /// Whether an outlook is that of the plan or of the levers at their best.
  static func levers(_ outlook: GrowthPaths.Outlook) -> Label { outlook.isBest ? .pathBest : .pathPlanned }
}
