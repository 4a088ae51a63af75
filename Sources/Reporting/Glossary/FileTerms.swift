import District
import Scenarios

/// The terms of files: files of results and their columns, columns of a district, keys of scenario files.
struct FileTerms {
  private let district: District

  init(_ district: District) { self.district = district }

  var files: [GlossaryEntry] {
    ResultFile.all.map { file in
      GlossaryEntry(
        .file, file.name, name: BilingualText(zh: "\(file.command)：\(file.name)", en: "\(file.command): \(file.name)"),
        meaning: file.content,
        facts: file.columns.map { column in (.glossaryColumnOf, Self.line(column, ColumnWords(column, in: file))) })
    }
  }

  /// One entry a name, its meaning in each file that has words of its own for it.
  var columns: [GlossaryEntry] {
    var order: [String] = []
    var places: [String: [(file: ResultFile, words: ColumnWords)]] = [:]
    for file in ResultFile.all {
      for column in file.columns {
        guard let words = ColumnWords(column, in: file) else { continue }
        if places[column] == nil { order.append(column) }
        places[column, default: []].append((file, words))
      }
    }
    return order.map { column in
      let found = places[column]!
      let common = found[0].words
      let differing = found.filter { $0.words.meaning != common.meaning }
      let files = found.map { "\($0.file.command): \($0.file.name)" }.joined(separator: ", ")
      return GlossaryEntry(
        .column, column, name: common.meaning, meaning: common.meaning, unit: common.unit,
        facts: [(.glossaryFiles, BilingualText(zh: files, en: files))]
          + differing.map { place in
            let name = "\(place.file.command) \(place.file.name)"
            return (
              .glossaryElsewhere,
              BilingualText(zh: "\(name)：\(place.words.meaning.zh)", en: "\(name): \(place.words.meaning.en)")
            )
          })
    }
  }

  var inputs: [GlossaryEntry] {
    district.dataDictionary.map { column in
      GlossaryEntry(
        .input, column.name, aliases: ["\(column.file.dropLast(4)).\(column.name)"],
        name: BilingualText(zh: "\(column.file)：\(column.name)", en: "\(column.file): \(column.name)"),
        meaning: column.meaning, unit: column.unit,
        facts: [(.glossaryFiles, BilingualText(zh: "docs/DISTRICT.md", en: "docs/DISTRICT.md"))])
    }
      + DistrictColumnWords.all.map { name, meaning in
        GlossaryEntry(
          .input, name, name: meaning, meaning: meaning,
          facts: [(.glossaryFiles, BilingualText(zh: "docs/DISTRICT.md", en: "docs/DISTRICT.md"))])
      }
  }

  var keys: [GlossaryEntry] {
    ScenarioKeyWords.all.map { key in
      GlossaryEntry(
        .key, key.path, aliases: key.path.split(separator: ".").last.map { [String($0)] } ?? [], name: key.summary,
        meaning: key.summary, facts: [(.glossaryValue, BilingualText(zh: key.value, en: key.value))])
    }
  }

  private static func line(_ column: String, _ words: ColumnWords?) -> BilingualText {
    func text(_ language: Language) -> String {
      let unit = words?.unit.map { " (\(UnitLabel(code: $0).name[language]))" } ?? ""
      return "\(column)\(unit): \(words?.meaning[language] ?? "")"
    }
    return BilingualText(zh: text(.zh), en: text(.en))
  }
}
