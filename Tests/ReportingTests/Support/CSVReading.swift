/// Reads CSV as a spreadsheet does: quotes, commas and line breaks inside quotes, a byte-order mark.
///
/// Written apart from the program's own reader and writer, so that the three can be held against each other.
func rows(ofCSV bytes: [UInt8]) -> [[String]] {
  var text = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
  if text.first == "\u{FEFF}" { text = text.dropFirst() }
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var scalars = Array(text)[...]
  while let scalar = scalars.popFirst() {
    if isQuoted {
      if scalar != "\"" {
        cell.unicodeScalars.append(scalar)
      } else if scalars.first == "\"" {
        scalars.removeFirst()
        cell.append("\"")
      } else {
        isQuoted = false
      }
    } else if scalar == "\"" {
      isQuoted = true
    } else if scalar == "," {
      row.append(cell)
      cell = ""
    } else if scalar == "\n" {
      rows.append(row + [cell])
      row = []
      cell = ""
    } else {
      cell.unicodeScalars.append(scalar)
    }
  }
  return rows
}
