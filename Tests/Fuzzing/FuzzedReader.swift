import District

/// A reader that is put to the test, with the files it is usually given.
///
/// To fuzz another reader: write one of these and name it in `ReaderList.all`.
protocol FuzzedReader: Sendable {
  /// Its name, as `--reader` takes it.
  var name: String { get }

  /// How many of a hundred inputs or so are for it.
  var weight: Int { get }

  /// Writes what stands beside the changed files, once, into the folder the reader will be pointed to.
  func prepare(_ folder: String) throws

  /// A changed input. Depends on nothing but the generator; every file that an earlier input may have changed is in it.
  func input(_ random: inout InputRandom) -> HostileInput

  /// Reads what is in the folder and gives all the messages; throws what the reader throws.
  ///
  /// - Parameter goesOn: true when what was read soundly is to be used as well, as far as the time allows.
  func read(_ folder: String, goesOn: Bool) throws -> Reading
}

/// What a reader made of an input.
struct Reading {
  /// Its messages.
  var messages: [Diagnostic] = []
  /// True when it gave what it was asked for.
  var isWhole: Bool
}
