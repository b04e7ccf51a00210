import Foundation
import Testing

@testable import Extraction

/// Every line of the table of examples, positive and negative, is read as it says.
struct GrammarExampleTests {
  struct Example: CustomTestStringConvertible {
    var text: String
    var read: String
    var testDescription: String { text }
  }

  static func examples(_ rule: String) -> [Example] {
    let table = Repository.root.appendingPathComponent("Fixtures/grammar/examples.tsv")
    let lines = (try? String(contentsOf: table, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.map { $0.split(separator: "\t").map(String.init) }
      .filter { $0.count == 3 && $0[0] == rule }.map { Example(text: $0[1], read: $0[2]) }
  }

  @Test(arguments: examples("number"))
  func readsNumberLines(_ example: Example) throws {
    let read = try Repository.document(Letter(number: example.text).body)?.documentNumber
    #expect("\(read?.value ?? "-") \(read?.number ?? "-") \(read?.symbol ?? "-")" == example.read)
  }

  @Test(arguments: examples("date"))
  func readsDates(_ example: Example) {
    let text = FoldedText(example.text)
    let read = DateGrammar.date(in: text.folded, at: 0, limit: text.count)
    #expect(read?.iso ?? "-" == example.read)
  }

  @Test(arguments: examples("reference"))
  func readsReferences(_ example: Example) throws {
    let read = try Repository.document(Letter(text: "Điều 1. \(example.text)").body)?.references ?? []
    let told = read.map { "\($0.type ?? "-")|\($0.number ?? "-")|\($0.title ?? "-")" }
    #expect((told.isEmpty ? "-" : told.joined(separator: " ")) == example.read)
  }

  @Test(arguments: examples("deadline"))
  func readsDeadlines(_ example: Example) throws {
    let read = try Repository.document(Letter(text: "Điều 1. \(example.text)").body)?.deadlines ?? []
    #expect((read.first?.date ?? "-") == example.read)
  }

  @Test func hasExamplesOfAllRules() {
    for rule in ["number", "date", "reference", "deadline"] { #expect(Self.examples(rule).count > 5) }
  }
}
