import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing read by the XML parser of Foundation.
final class ChartReading: NSObject, XMLParserDelegate {
  /// One element with its attributes and the words directly in it.
  struct Element {
    let name: String
    let attributes: [String: String]
    var words = ""
    /// Words of its `title`, which a viewer shows when a pointer rests on it.
    var hover = ""

    func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? .nan }
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private(set) var isWellFormed = false

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Every text that is drawn.
  var texts: [String] { named("text").map(\.words) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters words: String) {
    guard let last = open.last else { return }
    elements[last].words += words
    if elements[last].name == "title", open.count > 1 { elements[open[open.count - 2]].hover += words }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
