import Analysis

/// `attribution.csv`: an attribution for machines, tidy, English ids, every digit.
struct AttributionTable {
  /// The headings. `part` is base, total, interaction, share, solo or last; `share_of_total` is the part over the total.
  static let headings = [
    "outcome", "year", "unit", "axis", "part", "player", "is_placeholder", "mean", "mean_se", "p05", "p25", "p50",
    "p75",
    "p95", "share_of_total",
  ]

  private let report: AttributionReport

  init(_ report: AttributionReport) { self.report = report }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for found in report.attribution.outcomes {
      let words = OutcomeWords(found.outcome, report.attribution.scenario)
      let lead = [found.outcome.id, words.yearText, words.unitCode, report.attribution.axis.rawValue]
      func row(_ part: String, _ player: PlayerWords?, _ effect: AttributedEffect) {
        for text in lead + [part, player?.id ?? ""] { writer.text(text) }
        writer.number(player.map { $0.isPlaceholder ? 1 : 0 })
        writer.number(effect.mean)
        writer.number(effect.standardError)
        for quantile in effect.quantiles { writer.number(quantile) }
        let isPart = part == "share" || part == "interaction"
        writer.number(isPart && found.total.mean != 0 ? effect.mean / found.total.mean : nil)
        writer.endRow()
      }
      row("base", nil, found.base)
      row("total", nil, found.total)
      row("interaction", nil, found.interaction)
      for (part, effects) in [("share", found.shares), ("solo", found.solo), ("last", found.last)] {
        for (player, effect) in zip(report.players, effects) { row(part, player, effect) }
      }
    }
    return writer.bytes
  }
}
