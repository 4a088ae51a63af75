import District

/// A scenario file and the files it extends, the scenario first.
package struct ScenarioChain: Sendable {
  /// One file of the chain.
  package struct Link: Sendable {
    /// The file as the user named it or as reached from there.
    package let file: String
    /// What it says.
    package let tree: YAMLTree
  }

  /// The most files a chain may have.
  package static let longest = 16

  /// The files, the scenario first.
  package private(set) var links: [Link] = []
  /// Faults met on the way that did not stop the reading.
  package private(set) var messages: [Diagnostic] = []
  /// False when a parent could not be read, so that the scenario is not whole.
  package private(set) var isWhole = true

  /// Reads a file and its parents. Throws `FileAccessError` when the file itself cannot be opened; every other fault
  /// is in `messages`.
  package init(file: String) throws {
    var next: (path: String, writtenAt: Place?) = (file, nil)
    var seen: [(real: String, shown: String)] = []
    while true {
      let real = ScenarioPath.real(next.path) ?? next.path
      if let start = seen.firstIndex(where: { $0.real == real }), let place = next.writtenAt {
        let circle = seen[start...].map(\.shown) + [next.path]
        fail(.error(at: place, "`extends` forms a cycle: " + circle.joined(separator: " -> ")))
        return
      }
      if seen.count == Self.longest, let place = next.writtenAt {
        fail(.error(at: place, "`extends` leads through more than \(Self.longest) files"))
        return
      }
      seen.append((real, next.path))
      guard let tree = try read(next.path, writtenAt: next.writtenAt) else { return }
      links.append(Link(file: next.path, tree: tree))
      guard let entry = tree["extends"], let parent = entry.value.string, !parent.isEmpty else { return }
      if let refusal = ScenarioPath.refusal(of: parent, writtenIn: next.path) {
        fail(.error(at: entry.value.place, "`extends`: \(refusal)"))
        return
      }
      next = (ScenarioPath.resolved(parent, writtenIn: next.path), entry.value.place)
    }
  }

  /// Reads a scenario that stands in a text and extends nothing. Every fault is in `messages`.
  package init(standalone text: String, file: String) {
    do {
      let (tree, messages) = try YAMLComposer.compose(text, file: file)
      self.messages = messages
      if let entry = tree["extends"] { fail(.error(at: entry.value.place, "a scenario in one text extends nothing")) }
      links = [Link(file: file, tree: tree)]
    } catch {
      messages += error.messages
      isWhole = false
    }
  }

  /// The chain with another tree for the scenario itself.
  package func replacingOwnTree(_ tree: YAMLTree) -> ScenarioChain {
    var chain = self
    if let own = links.first { chain.links[0] = Link(file: own.file, tree: tree) }
    return chain
  }

  /// The chain with the files of a stress behind it, so that they are checked and listed with it.
  package func adding(_ more: [Link]) -> ScenarioChain {
    var chain = self
    chain.links += more.filter { link in !links.contains { $0.file == link.file } }
    return chain
  }

  private mutating func read(_ path: String, writtenAt place: Place?) throws -> YAMLTree? {
    do {
      let (tree, messages) = try YAMLComposer.compose(ScenarioText.read(path: path), file: path)
      self.messages += messages
      return tree
    } catch let error as FileAccessError {
      guard let place else { throw error }
      fail(.error(at: place, "`extends`: the file '\(path)' cannot be read: \(error.reason)"))
    } catch let error as Diagnostic {
      fail(error)
    } catch let error as Diagnostics {
      messages += error.messages
      isWhole = false
    }
    return nil
  }

  private mutating func fail(_ message: Diagnostic) {
    messages.append(message)
    isWhole = false
  }
}
