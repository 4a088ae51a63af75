/// Changes to documents on the level of their nodes.
struct NodeMutations {
  /// Documents from which parts are taken into others.
  let donors: [FuzzNode]

  /// Keys of all documents.
  private let keys: [String]

  init(donors: [FuzzNode]) {
    self.donors = donors
    keys = Array(Set(donors.flatMap(\.keys))).sorted()
  }

  /// The document with some changes: one in half of the cases, seldom more than three.
  func changed(_ document: FuzzNode, _ random: inout InputRandom) -> FuzzNode {
    var document = document
    for _ in 0..<random.few() {
      var place = random.below(document.count)
      let donor = random.one(of: donors)
      let part = donor.node(at: random.below(donor.count))
      // A copy of the generator: the change is made inside a closure.
      var inner = random
      _ = document.change(at: &place) { change(&$0, part, &inner) }
      random = inner
    }
    return document
  }

  private func change(_ node: inout FuzzNode, _ part: FuzzNode, _ random: inout InputRandom) {
    switch random.below(12) {
    case 0: node = part
    case 1: node = .scalar(HostileText.scalar(&random))
    case 2: wrap(&node, &random)
    case 3:
      node = .list(Array(repeating: node, count: random.once(in: 40) ? random.count(upTo: 3000) : 1 + random.below(4)))
    case 4: anchor(&node, &random)
    default:
      switch node {
      case .scalar(let text):
        node = .scalar(random.once(in: 2) ? HostileText.near(text, &random) : HostileText.scalar(&random))
      case .list(var items):
        change(&items, with: part, &random)
        node = .list(items)
      case .map(var entries):
        change(&entries, &random)
        change(&entries, with: (random.one(of: keys), part), &random)
        node = .map(entries)
      }
    }
  }

  /// Removes, doubles, swaps or adds an element.
  private func change<Element>(_ list: inout [Element], with added: Element, _ random: inout InputRandom) {
    guard !list.isEmpty else { return list.append(added) }
    let place = random.below(list.count)
    switch random.below(6) {
    case 0: list.remove(at: place)
    case 1: list.insert(list[place], at: random.below(list.count + 1))
    case 2: list.swapAt(place, random.below(list.count))
    case 3: list.insert(added, at: place)
    case 4: list[place] = added
    default: list.reverse()
    }
  }

  /// Gives a key another name.
  private func change(_ entries: inout [(key: String, value: FuzzNode)], _ random: inout InputRandom) {
    guard !entries.isEmpty, random.once(in: 3) else { return }
    let place = random.below(entries.count)
    switch random.below(4) {
    case 0: entries[place].key = HostileText.scalar(&random)
    case 1: entries[place].key += random.one(of: HostileText.words)
    case 2: entries[place].key = String(entries[place].key.dropLast())
    default: entries[place].key = random.one(of: keys)
    }
  }

  /// Puts a node into lists and maps, seldom thousands deep.
  private func wrap(_ node: inout FuzzNode, _ random: inout InputRandom) {
    let depth = random.once(in: 30) ? random.count(upTo: 2000) : 1 + random.below(40)
    for _ in 0..<depth { node = random.once(in: 2) ? .list([node]) : .map([(random.one(of: keys), node)]) }
  }

  /// An anchor with aliases to it, or the bomb that is made of them.
  private func anchor(_ node: inout FuzzNode, _ random: inout InputRandom) {
    switch random.below(4) {
    case 0: node = .map([("a", .scalar("&a [x, x]")), ("b", .scalar("*a"))])
    case 1: node = .map([("<<", .scalar("*base")), ("k", node)])
    case 2: node = .list([.scalar("&base {x: 1}"), .scalar("*base"), node])
    default:
      let levels = 2 + random.below(30)
      node = .list(
        (0..<levels).map { level in
          .scalar(
            "&l\(level) [" + (0..<9).map { _ in level == 0 ? "x" : "*l\(level - 1)" }.joined(separator: ", ") + "]")
        })
    }
  }
}

extension FuzzNode {
  fileprivate var keys: [String] {
    switch self {
    case .scalar: []
    case .list(let items): items.flatMap(\.keys)
    case .map(let entries): entries.flatMap { [$0.key] + $0.value.keys }
    }
  }
}
