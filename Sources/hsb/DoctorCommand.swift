import Analysis
import ArgumentParser
import ElementaryFunctions
import Foundation
import LinearAlgebra

/// `hsb doctor`: what this build and this machine are, and whether they suit each other.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell what processor, vector width and BLAS kernels are in use, with advice.",
    discussion: """
      Like every command that computes, it first starts again with better BLAS kernels when OpenBLAS took poor ones by \
      itself, and says so. Measures the rate of matrix products with the kernels in use and with the others OpenBLAS has for \
      this processor, each in a process of its own. All rates are of one thread.
      """)

  @Flag(help: .hidden) var measureProduct = false

  func run() throws {
    if measureProduct {
      Console.output("\(openBLASConfiguration().kernel) \(ProductRate.measure())\n")
      return
    }
    KernelRelaunch.relaunchIfWorthwhile()
    let examination = MachineExamination()
    Console.output(examination.lines.map { $0 + "\n" }.joined())
  }
}
