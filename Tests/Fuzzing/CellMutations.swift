/// Changes to tables on the level of their cells, rows and columns.
struct CellMutations {
  /// A table: rows of cells, the headings first.
  typealias Table = [[String]]

  /// The table of a sound CSV file.
  static func read(_ text: String) -> Table {
    var table: Table = [[]]
    var cell = ""
    var isQuoted = false
    var iterator = text.unicodeScalars.makeIterator()
    func end(_ table: inout Table, _ cell: inout String) {
      table[table.count - 1].append(cell)
      cell = ""
    }
    while let scalar = iterator.next() {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: end(&table, &cell)
      case "\n" where !isQuoted:
        end(&table, &cell)
        table.append([])
      case "\r", "\u{FEFF}": break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if cell.isEmpty, table.last?.isEmpty == true { table.removeLast() } else { end(&table, &cell) }
    return table
  }

  /// The table with some changes: one in half of the cases, seldom more than three.
  static func changed(_ table: Table, _ random: inout InputRandom) -> Table {
    var table = table
    for _ in 0..<random.few() { change(&table, &random) }
    return table
  }

  /// The table as a file, quoted here and there without need.
  static func text(_ table: Table, _ random: inout InputRandom) -> String {
    let quotesAll = random.once(in: 10)
    let end = random.once(in: 10) ? "\r\n" : "\n"
    var text = ""
    for row in table {
      if text.utf8.count > 4_000_000 { break }
      text +=
        row.map { cell in
          let needsQuotes =
            quotesAll || cell.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
          return needsQuotes
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : cell
        }.joined(separator: ",") + end
    }
    return text
  }

  private static func change(_ table: inout Table, _ random: inout InputRandom) {
    guard !table.isEmpty else { return table.append([HostileText.scalar(&random)]) }
    let row = random.once(in: 12) ? 0 : random.below(table.count)
    guard !table[row].isEmpty else { return table[row].append(HostileText.scalar(&random)) }
    let column = random.below(table[row].count)
    let other = (row: random.below(table.count), column: column)
    switch random.below(16) {
    case 0..<4: table[row][column] = HostileText.scalar(&random)
    case 4, 5: table[row][column] = HostileText.near(table[row][column], &random)
    case 6: table[row][column] = ""
    case 7 where other.column < table[other.row].count:
      // The cell of another row: right in form, wrong in place.
      table[row][column] = table[other.row][other.column]
    case 8: table.remove(at: row)
    case 9: table.insert(table[row], at: random.below(table.count + 1))
    case 10: table.swapAt(row, other.row)
    case 11: table[row].remove(at: column)
    case 12: table[row].insert(HostileText.scalar(&random), at: column)
    case 13:
      for index in table.indices where column < table[index].count { table[index].remove(at: column) }
    case 14:
      let count = random.once(in: 40) ? random.count(upTo: 20_000) : random.below(5)
      table.insert(contentsOf: repeatElement(table[row], count: count), at: row)
    default: table[row].swapAt(column, random.below(table[row].count))
    }
  }
}
