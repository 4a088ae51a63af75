/// Words for probabilities: the scale of the IPCC's guidance note on uncertainties (Mastrandrea and others, 2010).
enum Verdict {
  /// From here on a commitment is likely met.
  static let likelyFrom = 0.66
  /// Below this it is unlikely met.
  static let unlikelyBelow = 0.33

  /// The words for a probability of 0 to 1.
  static func label(_ probability: Double) -> Label {
    switch probability {
    case 0.99...: .virtuallyCertain
    case 0.9...: .veryLikely
    case likelyFrom...: .likely
    case unlikelyBelow...: .evenOdds
    case 0.1...: .unlikely
    case 0.01...: .veryUnlikely
    default: .nearlyImpossible
    }
  }
}
