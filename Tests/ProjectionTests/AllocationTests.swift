import AllocationCounter
import ExampleScenarios
import Projection
import Testing

/// Allocations made by this thread while a number of tiles run through all their years.
private func allocations(tiles: Int, model: TileModel) -> UInt {
  let before = allocations_of_this_thread()
  for _ in 0..<tiles {
    model.begin()
    for t in 1...model.experiment.years { model.step(t) }
  }
  return allocations_of_this_thread() - before
}

@Test func stepAllocatesNothing() throws {
  let run = try GivenDraws(ExampleScenarios.planned())
  // The counter counts at all.
  let before = allocations_of_this_thread()
  let probe = UnsafeMutablePointer<Int>.allocate(capacity: 100)
  probe.deallocate()
  #expect(allocations_of_this_thread() > before)
  // OpenBLAS keeps a buffer from its first product on.
  _ = allocations(tiles: 1, model: run.model)
  let few = allocations(tiles: 10, model: run.model)
  let many = allocations(tiles: 1_010, model: run.model)
  #expect(few == many)
}
