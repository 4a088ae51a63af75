/// How the members of a run are spread over the unit cube.
public enum SamplerKind: String, CaseIterable, Sendable, Codable {
  /// Sobol' points with a random linear matrix scramble and a digital shift.
  case sobol
  /// Latin hypercubes: each coordinate of a replicate is stratified.
  case latinHypercube = "latin-hypercube"
  /// Independent pseudorandom points.
  case random
}
