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
  }

  /// Nanoseconds a member of the NumPy loop on one core.
  ///
  /// - Throws: when the peer fails or disagrees.
  func numPyLoop(python: String) throws -> (nanoseconds: Double, detail: String) {
    let answer = try ask(python, "numpy_peer.py", ["--quick"])
    return (answer.loop ?? .nan, describe(answer))
  }

  /// NumPy against the loop, and with SciPy's Sobol and quantiles against draws and loop.
  ///
  /// - Parameters:
  ///   - loop: nanoseconds a member of the program's loop on one core.
  ///   - draws: nanoseconds a member of its draws.
  ///   - whole: nanoseconds a member of its whole summarised run, in processor time.
  func numPy(python: String, loop: Double, draws: Double, whole: Double) -> [Figure] {
    do {
      let answer = try ask(python, "numpy_peer.py", ["--scipy"])
      let (numPyLoop, sampling) = (answer.loop ?? .nan, answer.draws ?? .nan)
      let everything = numPyLoop + sampling + (answer.summaries ?? .nan)
      return [
        Figure(
          "numpy_loop", "against NumPy, loop", unit: "times", .atLeast, reach: 6, measured: numPyLoop / loop,
          detail: describe(answer)),
        Figure(
          "numpy_scipy", "against NumPy with SciPy's draws", unit: "times", .atLeast, reach: 30,
          measured: (numPyLoop + sampling) / (loop + draws),
          detail: String(
            format: "SciPy %@: Sobol and quantile functions %.0f ns a member", answer.scipy ?? "?", sampling)),
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
  func jax(python: String, loop: Double, loopOnAllCores: Double) -> Figure {
    let (id, what) = ("jax_loop", "against JAX, jit, double precision")
    do {
      let answer = try ask(python, "jax_peer.py", [])
      let onAllCores = try ask(python, "jax_peer.py", ["--all-cores"])
      return Figure(
        id, what, unit: "times", .atLeast, reach: 4, measured: (answer.loop ?? .nan) / loop,
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

  private func describe(_ answer: Answer) -> String {
    String(
      format: "NumPy %@, chunks of %d: %.0f ns a member on one core; agrees to %.0e", answer.numpy ?? "?",
      answer.chunk ?? 0, answer.loop ?? .nan, answer.deviation)
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
