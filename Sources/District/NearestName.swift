/// The valid name nearest to a misspelt one, by edit distance, or nil when none is near.
///
/// A name is near when at most a third of its characters (and at least one edit) must change.
/// Distance: Damerau-Levenshtein in its optimal string alignment form.
public func nearestName<Names: Sequence>(to written: String, among names: Names) -> String?
where Names.Element == String {
  // No name is that long, and what is written may be megabytes.
  guard written.utf8.count <= 1_000 else { return nil }
  let length = written.count
  let limit = max(1, max(length, 3) / 3)
  var best: (name: String, distance: Int)?
  for name in names where abs(name.count - length) <= limit {
    let distance = editDistance(Array(written.lowercased().utf8.prefix(64)), Array(name.lowercased().utf8.prefix(64)))
    if distance <= limit, distance < (best?.distance ?? .max) { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
