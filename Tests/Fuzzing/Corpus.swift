import District
import Foundation

/// The committed files that inputs are made from.
struct Corpus {
  /// The top folder of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The built-in district's folder in the repository.
  static let districtFolder = "\(root)/Sources/District/Resources/hongsibao"

  /// The built-in district.
  static let district: District = {
    do { return try District.read(folder: districtFolder) } catch { fatalError("the built-in district: \(error)") }
  }()

  /// The files of a folder with an ending, by name.
  static func files(_ folder: String, ending: String) -> [(name: String, bytes: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.sorted().filter { $0.hasSuffix(ending) }.compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(folder)/\(name)").map { (name, Array($0)) }
    }
  }
}

/// A YAML file to be changed: as a document where it is one, as bytes otherwise.
struct YAMLSeed: Sendable {
  let bytes: [UInt8]
  let document: FuzzNode?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    document = FuzzNode.read(String(decoding: bytes, as: UTF8.self))
  }

  /// A changed file: nodes mostly, bytes in one of five, and now and then the whole in disguise.
  func changed(by mutations: NodeMutations, _ random: inout InputRandom) -> [UInt8] {
    var result: [UInt8]
    if let document, random.below(5) > 0 {
      let changed = mutations.changed(document, &random)
      result = Array(NodeText.yaml(changed, &random).utf8)
      if random.once(in: 10) { result = ByteMutations.changed(result, &random) }
    } else {
      result = ByteMutations.changed(bytes, &random)
    }
    return random.once(in: 15) ? ByteMutations.disguised(result, &random) : result
  }
}

/// A CSV file to be changed.
struct TableSeed: Sendable {
  let bytes: [UInt8]
  let table: CellMutations.Table

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = CellMutations.read(String(decoding: bytes, as: UTF8.self))
  }

  /// A changed file: cells mostly, bytes in one of five, and now and then the whole in disguise.
  func changed(_ random: inout InputRandom) -> [UInt8] {
    var result: [UInt8]
    if random.once(in: 4_000) { return ByteMutations.bomb(after: bytes, &random) }
    if random.below(5) > 0 {
      result = Array(CellMutations.text(CellMutations.changed(table, &random), &random).utf8)
    } else {
      result = ByteMutations.changed(bytes, &random)
    }
    return random.once(in: 15) ? ByteMutations.disguised(result, &random) : result
  }
}
