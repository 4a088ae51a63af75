extension RunPage {
  /// The pictures of each analysis: the first ones open, the others in a fold.
  func writeAnalyses(_ writer: inout HTMLWriter) {
    for analysis in analyses {
      writer.element("h3", text: analysis.heading)
      for note in analysis.notes { writer.element("p", text: note) }
      let charts = analysis.names.compactMap { analysis.svg($0) }
      writer.element("div", [("class", "figures")]) { writer in
        for chart in charts.prefix(analysis.shownFirst) { writer.figure(chart) }
      }
      let rest = charts.dropFirst(analysis.shownFirst)
      guard !rest.isEmpty else { continue }
      writer.details(Label.morePictures.text(language, String(rest.count))) { writer in
        writer.element("div", [("class", "figures")]) { writer in for chart in rest { writer.figure(chart) } }
      }
    }
  }
}
