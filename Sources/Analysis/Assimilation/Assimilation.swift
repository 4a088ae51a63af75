import District
import Foundation
import Projection
import Scenarios

/// How an assimilation is done.
public struct AssimilationOptions: Sendable, Equatable {
  /// Rounds of the smoother, each with the same inflation.
  public var rounds: Int
  /// Share of the singular values kept, or nil for the exact inverse.
  public var truncation: Double?
  /// Workers, or nil for one a core.
  public var threads: Int?

  /// Makes options.
  public init(rounds: Int = 4, truncation: Double? = nil, threads: Int? = nil) {
    self.rounds = rounds
    self.truncation = truncation
    self.threads = threads
  }

  var inversion: EnsembleSmoother.Inversion {
    truncation.map { .subspace(truncation: $0) } ?? .exact
  }
}

/// What one uncertain quantity was before and after the figures.
public struct VariableUpdate: Sendable, Equatable {
  /// The quantity.
  public let variable: ScoreVariable
  /// In its own unit: of a parameter its unit, of a shock standard deviations.
  public let prior: SampleSpread
  /// Likewise, after.
  public let posterior: SampleSpread
  /// Mean of the scores after, in prior standard deviations.
  public let shift: Double
  /// Standard deviation of the scores after over that before: 1 where nothing was learnt.
  public let spreadRatio: Double

  /// How much was learnt about it: the divergence of Kullback and Leibler of the normal after from the normal before, in
  /// nats.
  public var information: Double {
    let variance = max(spreadRatio * spreadRatio, 1e-18)
    return 0.5 * (shift * shift + variance - 1 - log(variance))
  }
}

/// How one figure is met before and after.
public struct ObservationFit: Sendable, Equatable {
  /// The figure.
  public let figure: Observation
  /// What the members say of it before.
  public let prior: SampleSpread
  /// What they say after.
  public let posterior: SampleSpread

  /// True when the members differ about it at all: a quantity the model takes as given teaches nothing.
  public var isInformative: Bool { prior.standardDeviation > 1e-9 * max(1, abs(prior.mean)) }
  /// Figure less prior mean, over the standard deviation of that difference.
  public var priorResidual: Double { residual(prior) }
  /// Figure less posterior mean, over the error of the figure.
  public var posteriorResidual: Double { (figure.value - posterior.mean) / figure.error }

  private func residual(_ spread: SampleSpread) -> Double {
    let variance = spread.standardDeviation * spread.standardDeviation + figure.error * figure.error
    return (figure.value - spread.mean) / variance.squareRoot()
  }
}

/// Whether an update can be relied on.
public struct AssimilationDiagnostics: Sendable, Equatable {
  /// Figures compared that inform.
  public let informative: Int
  /// Mean over members of the mean squared residual, in errors, before.
  public let priorMismatch: Double
  /// Likewise after; near 1 when the figures are met as well as their errors let one expect, and fewer of them less so.
  public let posteriorMismatch: Double
  /// Members drawn that agree with the figures, by their likelihood: (sum w)^2 / sum w^2.
  public let priorEffectiveMembers: Double
  /// Degrees of freedom learnt, the sum of 1 - ratio^2 over the scores; at most the informative figures but for the
  /// noise of sampling.
  public let degreesOfFreedom: Double
  /// Smallest spread ratio of a score.
  public let smallestRatio: Double

  /// True when the ensemble has lost spread that the figures do not account for.
  public var isCollapsed: Bool {
    smallestRatio < 0.05 || degreesOfFreedom > Double(informative) * 1.25 + 1
  }
}

/// A projection before and after observed figures.
public struct Assimilation: Sendable {
  /// What was run.
  public let experiment: Experiment
  /// How.
  public let options: AssimilationOptions
  /// The figures compared.
  public let figures: [Observation]
  /// Figures among them that disagree.
  public let conflicts: [ObservationConflict]
  /// The scores after.
  public let posterior: ScoreEnsemble
  /// Every uncertain quantity.
  public let variables: [VariableUpdate]
  /// Every figure.
  public let fits: [ObservationFit]
  /// Indicators and targets before.
  public let before: EnsembleSummary
  /// Indicators and targets after.
  public let after: EnsembleSummary
  /// Whether the update can be relied on.
  public let diagnostics: AssimilationDiagnostics
  /// Seconds of the rounds, model runs included.
  public let smootherSeconds: Double

  /// The scenario.
  public var scenario: ResolvedScenario { experiment.scenario }

  /// The name of a quantity in files: the parameter, or `shock@year`.
  public func name(of variable: ScoreVariable) -> String {
    switch variable {
    case .parameter(let index): experiment.district.parameters[index].id
    case .shock(let index, let year):
      "\(experiment.district.shocks[index].id)@\(experiment.district.baseYear + year)"
    }
  }

  /// The unit of a quantity.
  public func unit(of variable: ScoreVariable) -> String {
    switch variable {
    case .parameter(let index): experiment.district.parameters[index].unit
    case .shock: "standard_deviations"
    }
  }
}
