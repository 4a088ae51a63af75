import Foundation
import Sampling

/// The variance study as a picture: two panels, variance against members, both axes logarithmic.
struct VariancePicture {
  let study: VarianceStudy

  private static let colours: [SamplerKind: String] = [
    .random: "#9a3b3b", .latinHypercube: "#b8860b", .sobol: "#1f5f8b",
  ]
  private static let names: [SamplerKind: String] = [
    .random: "random", .latinHypercube: "Latin hypercube", .sobol: "scrambled Sobol",
  ]
  private let panel = (width: 360.0, height: 280.0, left: 70.0, top: 50.0, gap: 90.0)

  /// The picture.
  var svg: String {
    let width = panel.left + 2 * panel.width + panel.gap + 20
    let height = panel.top + panel.height + 60
    var parts = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" font-family="sans-serif" font-size="12">"#,
      #"<rect width="100%" height="100%" fill="white"/>"#,
    ]
    parts += draw("Variance of the median of GDP 2025 (亿元²)", at: panel.left) { $0.medianVariance }
    parts += draw("Variance of P(GDP 2025 > 100亿)", at: panel.left + panel.width + panel.gap) { $0.probabilityVariance }
    parts.append("</svg>\n")
    return parts.joined(separator: "\n")
  }

  private func draw(_ title: String, at left: Double, _ value: (VarianceStudy.Cell) -> Double) -> [String] {
    let values = study.cells.map { log10(value($0)) }
    let (low, high) = (values.min()!.rounded(.down), values.max()!.rounded(.up))
    let (first, last) = (log2(Double(study.sizes.first!)), log2(Double(study.sizes.last!)))
    func x(_ members: Int) -> Double { left + (log2(Double(members)) - first) / (last - first) * panel.width }
    func y(_ power: Double) -> Double { panel.top + (high - power) / (high - low) * panel.height }
    func text(_ string: String, _ x: Double, _ y: Double, anchor: String = "middle", more: String = "") -> String {
      String(format: #"<text x="%.1f" y="%.1f" text-anchor="%@" %@>%@</text>"#, x, y, anchor, more, string)
    }
    var parts = [text(title, left + panel.width / 2, panel.top - 24, more: #"font-size="14""#)]
    for power in stride(from: low, through: high, by: 1) {
      parts.append(
        String(
          format: ##"<line x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f" stroke="#ddd"/>"##, left, left + panel.width,
          y(power),
          y(power)))
      let label = #"10<tspan dy="-5" font-size="9">\#(Int(power))</tspan>"#
      parts.append(text(label, left - 8, y(power) + 4, anchor: "end"))
    }
    for size in study.sizes { parts.append(text("\(size)", x(size), panel.top + panel.height + 18)) }
    parts.append(text("members", left + panel.width / 2, panel.top + panel.height + 40))
    for (place, sampler) in VarianceStudy.samplers.enumerated() {
      let colour = Self.colours[sampler]!
      let points = study.sizes.map { size in (x(size), y(log10(value(study.cell(sampler, size)!)))) }
      let path = points.map { String(format: "%.1f,%.1f", $0.0, $0.1) }.joined(separator: " ")
      parts.append(#"<polyline points="\#(path)" fill="none" stroke="\#(colour)" stroke-width="2"/>"#)
      for point in points {
        parts.append(String(format: #"<circle cx="%.1f" cy="%.1f" r="3" fill="%@"/>"#, point.0, point.1, colour))
      }
      let (legendX, legendY) = (left + 12, panel.top + panel.height - 48 + 18 * Double(place))
      parts.append(
        String(
          format: #"<line x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f" stroke="%@" stroke-width="2"/>"#, legendX,
          legendX + 22,
          legendY, legendY, colour))
      parts.append(text(Self.names[sampler]!, legendX + 28, legendY + 4, anchor: "start"))
    }
    return parts
  }
}
