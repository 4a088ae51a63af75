import District

/// Where the policy document names a commitment or a project, in words.
///
/// District files refer to the document by `item 20`, `items 7, 20`, `section 1` or `guarantee measure 2`, with or without
/// a remark in brackets, which is English and left out in Chinese; any other text is shown as it was written.
enum ReferenceText {
  private static let document = BilingualText(
    zh: "宁党办〔2021〕30号", en: "Ningxia Party Committee Office document No. 30 (2021)")

  /// The reference in a language.
  static func words(_ written: String, _ language: Language) -> String {
    let reference = written.hasPrefix("\(document.zh), ") ? String(written.dropFirst(document.zh.count + 2)) : written
    guard let text = numbered(reference, language) else { return written }
    return language == .zh ? "\(document.zh)\(text)" : "\(document.en), \(text)"
  }

  /// The reference of a project: one the document does not name is a placeholder, whatever it was made after.
  static func words(_ project: Project, _ language: Language) -> String {
    if project.isPlaceholder {
      let zh = "文件未列名；占位项目，依据：\(placeholderBasis(project.reference))"
      return language == .zh ? zh : project.reference
    }
    return words(project.reference, language)
  }

  /// The items a placeholder was made after: numbers and ranges, those behind `guarantee measure` marked as such.
  private static func placeholderBasis(_ reference: String) -> String {
    var items: [String] = []
    var isMeasure = false
    for word in reference.split(whereSeparator: { " ,;".contains($0) }) {
      if word.first?.isNumber == true {
        items.append(isMeasure ? "保障措施第\(word)条" : "第\(word)条")
      } else {
        isMeasure = word.hasPrefix("measure")
      }
    }
    return items.isEmpty ? reference : document.zh + items.joined(separator: "、")
  }

  private static func numbered(_ reference: String, _ language: Language) -> String? {
    let kinds: [(prefix: String, zh: (String) -> String)] = [
      ("items ", { "第\($0.split(separator: ",").map { $0.filter { $0 != " " } }.joined(separator: "、"))条" }),
      ("item ", { "第\($0)条" }), ("section ", { $0 == "1" ? "第一部分" : "第\($0)部分" }),
      ("guarantee measure ", { "保障措施第\($0)条" }),
    ]
    for kind in kinds where reference.hasPrefix(kind.prefix) {
      let rest = String(reference.dropFirst(kind.prefix.count).replacing(#/ \([^()]*\)$/#, with: ""))
      guard !rest.isEmpty, rest.allSatisfy({ $0.isNumber || $0 == "," || $0 == " " || $0 == "-" }) else { return nil }
      return language == .zh ? kind.zh(rest) : reference
    }
    return nil
  }
}
