import Foundation
import Measurement

/// Other programs of the same equations, in the same run: each is checked against `hsb trace` to 1e-9 before it is timed.
struct PeerFigures {
  /// The folder of the peers' programs and the draws they are given.
  let programs: URL
  let draws: DrawsFolder

  /// One thread each: what is compared is the work of a core.
  private static let oneThread = [
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
  ]

  /// The answer of a peer.
  private struct Answer: Codable {
    var deviation: Double
    var chunk: Int?
    var loop: Double?
    var draws: Double?
    var summaries: Double?
    var experiment: Double?
    var numpy: String?
    var scipy: String?
    var jax: String?
    var cores: Int?
    var ema_workbench: String?

    /// Keeps the shorter times of two answers.
    mutating func keepBest(_ other: Answer) {
      deviation = max(deviation, other.deviation)
      if let more = other.loop, more < loop ?? .infinity { (loop, chunk) = (more, other.chunk) }
      if let more = other.draws { draws = min(draws ?? more, more) }
      if let more = other.summaries { summaries = min(summaries ?? more, more) }
    }
  }

  /// NumPy against the loop only, in a few seconds.
  ///
  /// - Throws: when the peer fails or disagrees.
  func numPyLoop(python: String) throws -> Figure {
    let (answer, own) = try inTurns(python, "numpy_peer.py", ["--quick"])
    return loopFigure(answer, own, reach: nil)
  }

  /// NumPy against the loop, and with SciPy's Sobol and quantiles against draws and loop.
  ///
  /// - Parameter whole: nanoseconds a member of the program's whole summarised run, in processor time.
  func numPy(python: String, whole: Double) -> [Figure] {
    do {
      let (answer, own) = try inTurns(python, "numpy_peer.py", ["--scipy"])
      let (loop, draws) = (answer.loop ?? .nan, answer.draws ?? .nan)
      let everything = loop + draws + (answer.summaries ?? .nan)
      return [
        loopFigure(answer, own, reach: 6),
        Figure(
          "numpy_scipy", "against NumPy with SciPy's draws", unit: "times", .atLeast, reach: 30,
          measured: (loop + draws) / (own.loop + own.sampling),
          detail: String(
            format: "SciPy %@: Sobol and quantile functions %.0f ns a member", answer.scipy ?? "?", draws)),
        Figure(
          "numpy_whole", "the same with np.quantile of every series", unit: "times", .atLeast, reach: nil,
          measured: everything / whole,
          detail: String(format: "%.0f ns a member against %.0f of processor time", everything, whole)),
      ]
    } catch {
      return [Figure("numpy_loop", "against NumPy, loop", unit: "times", .atLeast, reach: 6, failure: error)]
    }
  }

  /// JAX against the loop, one core each in processor time; the detail has the wall time of both on all cores.
  func jax(python: String, loopOnAllCores: Double) -> Figure {
    let (id, what) = ("jax_loop", "against JAX, jit, double precision")
    do {
      let (answer, own) = try inTurns(python, "jax_peer.py", [])
      let onAllCores = try ask(python, "jax_peer.py", ["--all-cores"])
      return Figure(
        id, what, unit: "times", .atLeast, reach: 4, measured: (answer.loop ?? .nan) / own.loop,
        detail: String(
          format:
            "JAX %@, %d members a call: %.0f ns a member on one core; on %d cores %.0f ns on the wall against %.0f; "
            + "agrees to %.0e", answer.jax ?? "?", answer.chunk ?? 0, answer.loop ?? .nan, onAllCores.cores ?? 0,
          onAllCores.loop ?? .nan, loopOnAllCores, answer.deviation))
    } catch { return Figure(id, what, unit: "times", .atLeast, reach: 4, failure: error) }
  }

  /// The EMA workbench, an experiment at a time, against the whole summarised run in processor time.
  func workbench(python: String, whole: Double) -> Figure {
    let (id, what) = ("ema_workbench", "against the EMA workbench, one experiment at a time")
    do {
      let answer = try ask(python, "ema_peer.py", [])
      let time = answer.experiment ?? .nan
      return Figure(
        id, what, unit: "times", .atLeast, reach: 500, measured: time / whole,
        detail: String(
          format: "%@: %.2f ms an experiment against %.0f ns a member of a whole run on one core; agrees to %.0e",
          answer.ema_workbench ?? "?", time * 1e-6, whole, answer.deviation))
    } catch { return Figure(id, what, unit: "times", .atLeast, reach: 500, failure: error) }
  }

  private func loopFigure(_ answer: Answer, _ own: LoopFigures.Cost, reach: Double?) -> Figure {
    Figure(
      "numpy_loop", "against NumPy, loop", unit: "times", .atLeast, reach: reach,
      measured: (answer.loop ?? .nan) / own.loop,
      detail: String(
        format: "NumPy %@, chunks of %d: %.0f ns a member on one core against %.0f; agrees to %.0e",
        answer.numpy ?? "?", answer.chunk ?? 0, answer.loop ?? .nan, own.loop, answer.deviation))
  }

  /// What a peer answers and what loop and draws of the program cost, each the best of four turns.
  ///
  /// A shared machine changes its speed from minute to minute: taken in turns, both meet its fast spells.
  private func inTurns(
    _ python: String, _ script: String, _ arguments: [String]
  ) throws -> (answer: Answer, own: LoopFigures.Cost) {
    var own = LoopFigures.Cost()
    var answer = try ask(python, script, arguments)
    for _ in 1..<4 {
      try own.measure(rounds: 30)
      answer.keepBest(try ask(python, script, arguments))
    }
    try own.measure(rounds: 30)
    return (answer, own)
  }

  private func ask(_ python: String, _ script: String, _ arguments: [String]) throws -> Answer {
    let command = [python, programs.appending(path: script).path, draws.url.path] + arguments
    let child = try ChildProcess(command, environment: Self.oneThread)
    guard let line = child.output.split(separator: "\n").last,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8))
    else { throw MeasurementError("\(script) answered '\(child.output.prefix(200))'") }
    return answer
  }
}
