import Foundation
import Testing

@Suite struct KernelTests {
  /// Every number of a trace, in the order of the file.
  private func numbers(_ text: String) -> [Double] {
    text.split { !"0123456789+-.eE".contains($0) }.compactMap { Double($0) }
  }

  @Test(arguments: ["Haswell", "Prescott", "SkylakeX"])
  func singleMembersAgreeAcrossKernelsTo1e12(kernel: String) throws {
    let folder = try TemporaryFolder()
    let arguments = ["trace", Program.scenario("baseline"), "--members", "4", "--output", "-"]
    let usual = try Program.run(arguments, in: folder.path)
    let other = try Program.run(arguments, in: folder.path, environment: ["OPENBLAS_CORETYPE": kernel])
    #expect(usual.status == 0 && other.status == 0, "\(other.errors)")
    let (expected, found) = (numbers(usual.output), numbers(other.output))
    #expect(expected.count > 4 * 103 * 5 && expected.count == found.count)
    for (x, y) in zip(expected, found) { #expect(abs(x - y) <= 1e-12 * max(1, abs(x)), "\(x) \(y)") }
  }

  @Test func theDoctorNamesTheKernelInUseAndWhoChoseIt() throws {
    let folder = try TemporaryFolder()
    let named = try Program.run(["doctor"], in: folder.path, environment: ["OPENBLAS_CORETYPE": "Haswell"])
    #expect(named.status == 0, "\(named.errors)")
    let line = try #require(named.output.split(separator: "\n").first { $0.hasPrefix("BLAS kernel ") })
    #expect(line.contains("chosen by OPENBLAS_CORETYPE") && line.contains("GF/s"), "\(line)")
    for word in ["processor ", "vector code ", "best kernel here", "advice "] {
      #expect(named.output.contains(word), "\(word)")
    }
  }
}
