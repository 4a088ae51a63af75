import District
import Foundation
import Reporting

/// Reads a range of inputs in this process. Before each it writes the input's number into a file, so that whoever waits
/// for it knows which one it was that ended it.
struct Worker {
  let seed: UInt64
  let inputs: Range<Int>
  let only: String?
  let scratch: String
  /// The file for the number of the input in progress.
  let progress: String

  /// An input with the reader it is for.
  static func input(_ number: Int, seed: UInt64, only: String?) -> (
    reader: any FuzzedReader, input: HostileInput, goesOn: Bool
  ) {
    var random = InputRandom(seed: seed, input: number)
    let drawn = ReaderList.reader(&random)
    let reader = ReaderList.all.first { $0.name == only } ?? drawn
    let goesOn = random.once(in: 4)
    return (reader, reader.input(&random), goesOn)
  }

  /// Reads them all; prints a line for each fault, and at last the counts by reader and outcome.
  func run() throws {
    Limits.restrictProcess()
    let descriptor = open(progress, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FuzzingFault("\(progress): cannot be written") }
    var folders: [String: ScratchFolder] = [:]
    var counts: [String: Int] = [:]
    let parent = getppid()
    // A worker whose parent is gone has nobody to tell.
    for number in inputs where getppid() == parent {
      var place = Int64(number)
      pwrite(descriptor, &place, 8, 0)
      let (reader, input, goesOn) = Self.input(number, seed: seed, only: only)
      let folder = try folders[reader.name] ?? ScratchFolder(under: scratch, reader)
      folders[reader.name] = folder
      try folder.lay(input)
      Limits.startClock()
      let outcome = Self.outcome(reader, folder.path, goesOn: goesOn)
      var faults = outcome.faults + folder.trespasses(of: input)
      if Limits.peakMegabytes > Limits.megabytes { faults.append("used \(Limits.peakMegabytes) MB") }
      for fault in faults { FuzzReaders.say("fault \(number) \(reader.name) \(fault)") }
      counts["\(reader.name) \(outcome.word)", default: 0] += 1
      // The peak stays: a fresh process is needed to see the next one.
      if Limits.peakMegabytes > Limits.megabytes { break }
    }
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) { FuzzReaders.say("count \(key) \(count)") }
  }

  /// Reads once and judges what came of it.
  private static func outcome(_ reader: any FuzzedReader, _ folder: String, goesOn: Bool) -> (
    word: String, faults: [String]
  ) {
    do {
      let reading = try reader.read(folder, goesOn: goesOn)
      let hasErrors = reading.messages.contains { $0.severity == .error }
      var faults = faults(in: reading.messages)
      if reading.isWhole == hasErrors {
        faults.append("gave \(reading.isWhole ? "a result with errors" : "neither result nor error")")
      }
      return (reading.isWhole ? "read" : "refused", faults)
    } catch let error as Diagnostics {
      return ("refused", faults(in: error.messages) + (error.messages.isEmpty ? ["threw no message"] : []))
    } catch let error as Diagnostic {
      return ("refused", faults(in: [error]))
    } catch let error as FileAccessError {
      return ("unreadable", error.reason.isEmpty ? ["gave no reason"] : [])
    } catch {
      return ("failed", ["threw \(type(of: error)): \(error)"])
    }
  }

  private static func faults(in messages: [Diagnostic]) -> [String] {
    var faults: [String] = []
    if messages.count > Limits.messages { faults.append("gave \(messages.count) messages") }
    for message in messages {
      if message.message.isEmpty { faults.append("gave an empty message") }
      if message.description.count > Limits.messageLength {
        faults.append("gave a message of \(message.description.count) characters: \(message.message.prefix(80))")
      }
    }
    return Array(faults.prefix(3))
  }
}
