/// A colour of the charts, as a shade for areas and lines and a darker one for words.
///
/// The hues are those of Okabe and Ito, "Color universal design" (2008), which readers with any common colour blindness
/// can tell apart. On white several of them are too pale for small words: the shade for words has a contrast of at least
/// 4.5 to 1 (WCAG 2.1, 1.4.3), which a test computes.
public struct ChartColour: Sendable, Equatable {
  /// For areas, lines and dots: `#rrggbb`.
  public let fill: String
  /// For words on white: `#rrggbb`.
  public let text: String

  /// Blue.
  public static let blue = ChartColour(fill: "#0072B2", text: "#00639B")
  /// Vermilion.
  public static let vermilion = ChartColour(fill: "#D55E00", text: "#AD4C00")
  /// Bluish green.
  public static let green = ChartColour(fill: "#009E73", text: "#00724F")
  /// Reddish purple.
  public static let purple = ChartColour(fill: "#CC79A7", text: "#9C3F76")
  /// Orange.
  public static let orange = ChartColour(fill: "#E69F00", text: "#855C00")
  /// Sky blue.
  public static let sky = ChartColour(fill: "#56B4E9", text: "#1A6C9E")

  /// Yellow.
  public static let yellow = ChartColour(fill: "#F0E442", text: "#6E6600")
  /// Grey, in the place of black, which is for words.
  public static let silver = ChartColour(fill: "#999999", text: "#595959")

  /// The colours of a chart's series, in this order.
  public static let series = [blue, vermilion, green, purple, orange, sky, yellow, silver]
  /// Words and axes.
  public static let ink = "#1a1a1a"
  /// Words of second rank.
  public static let grey = "#595959"
  /// Lines of the grid.
  public static let rule = "#dcdcdc"
  /// The ground.
  public static let ground = "#ffffff"

  /// The colour of a series; with more series than colours they begin again.
  public static func ofSeries(_ index: Int) -> ChartColour { series[index % series.count] }
}
