import Analysis
import District

/// `attribution_leadership.csv`: who or what brings the effect of the funding, as a spreadsheet opens it.
struct AttributionLeadershipTable {
  private let report: AttributionReport
  private let language: Language
  private let width = 10

  init(_ report: AttributionReport) {
    self.report = report
    language = report.language
  }

  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let scenario = report.attribution.scenario
    let title = Label.attributionTitle.text(language, scenario.district.name[language], scenario.title[language])
    writer.row([title], width: width)
    writer.row([report.facts(language)], width: width)
    writer.endRow(width: width)
    writer.row(
      [
        Label.outcome, .targetYear, .unit, .contributor, .contribution, .low, .high, .contributionShare, .aloneEffect,
        .lastEffect,
      ].map { $0[language] }, width: width)
    for found in report.attribution.outcomes { write(found, &writer) }
    writer.endRow(width: width)
    writeNotes(&writer)
    return writer.bytes
  }

  private func write(_ found: AttributedOutcome, _ writer: inout CSVWriter) {
    let words = OutcomeWords(found.outcome, report.attribution.scenario)
    func row(_ name: String, _ effect: AttributedEffect, of total: Double? = nil, beside: [AttributedEffect] = []) {
      for text in [words.name(language), words.yearText, words.difference.name[language], name] { writer.text(text) }
      let estimate = report.estimate(effect, words)
      writer.estimate(estimate)
      for quantile in [effect.quantiles.first, effect.quantiles.last] {
        // Ranges of a change that is -1, 0 or 1 in each member say nothing.
        writer.number(words.isTarget ? nil : quantile.map { $0 * words.difference.scale }, estimate.digits)
      }
      writer.number(
        total.flatMap { $0 == 0 ? nil : 100 * effect.mean / $0 },
        SupportedDigits(
          of: 0, error: effect.standardError.map { 100 * $0 / (total ?? 1).magnitude } ?? nil, most: 1))
      for effect in beside { writer.estimate(report.estimate(effect, words)) }
      writer.endRow(width: width)
    }
    for player in report.ranking(found) {
      row(
        report.players[player].name[language], found.shares[player], of: found.total.mean,
        beside: [found.solo[player], found.last[player]])
    }
    row(Label.total[language], found.total, of: found.total.mean)
    row(Label.interaction[language], found.interaction)
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    var notes = [report.method(language)]
    notes += [Label.contributionNote, .interactionNote, .rangeNote, .digitsNote, .standardErrorNote].map {
      $0[language]
    }
    if report.players.contains(where: \.isPlaceholder) { notes.append(Label.placeholderNote[language]) }
    if report.attribution.axis == .channel || report.attribution.axis == .sectorChannel {
      notes.append(Label.channelNote[language])
    }
    notes.append(Label.notOfficialLong[language])
    for note in notes { writer.row([note], width: width) }
  }
}
