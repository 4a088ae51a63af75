import Foundation
import Reporting
import Testing

private struct Numbers: Decodable { let numbers: [Double] }

@Suite struct JSONWriterTests {
  @Test(arguments: [JSONWriter.Layout.compact, .indented])
  func anotherParserReadsBackWhatWasWritten(_ layout: JSONWriter.Layout) throws {
    let texts = ["plain", "\"quoted\" \\ back", "line\nbreak\ttab", "\u{0}\u{1F}\u{7F}", "红寺堡 🜚"]
    let numbers = [0.1, 1.0 / 3, -1e-300, 1e21, 12, 0]
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.key("texts")
      writer.value(texts)
      writer.key("numbers")
      writer.value(numbers)
      writer.key("inner")
      writer.array { writer in
        writer.object { _ in }
        writer.array { _ in }
        writer.value(true)
        writer.null()
        writer.value(Double?.none)
        writer.value(Double.infinity)
        writer.value(7)
      }
    }
    let read = try #require(JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
    #expect(read["texts"] as? [String] == texts)
    // The decoder reads numbers to the last bit; the untyped reader above does not.
    #expect(try JSONDecoder().decode(Numbers.self, from: Data(writer.bytes)).numbers == numbers)
    let inner = try #require(read["inner"] as? [Any])
    #expect(inner.count == 7)
    #expect(inner[3] is NSNull && inner[4] is NSNull && inner[5] is NSNull)
  }
}
