import Extraction
import Testing
import VietText

/// Inputs that are no documents: nothing traps, nothing is invented.
struct HardInputTests {
  @Test(arguments: [
    "", "\n\n\n", "\u{0C}", "|", "| |\n|---|", "Số:", "ngày", "ngày tháng năm", "Kính gửi:", "Nơi nhận:", "(",
    "(Kèm theo", "-", "1/", "1-A/",
    "TM.", "KT. ", "Căn cứ", "từ đến", "trước", "⟦noise⟧", "Luật", "Số: /", "\u{FEFF}", "ĐẾN\nSố:",
  ])
  func survives(_ text: String) throws {
    let documents = try Repository.extractor().documents(in: AlignedText(source: text))
    #expect(documents.allSatisfy { $0.date == nil && $0.signers.allSatisfy { $0.name == nil } })
  }

  @Test(arguments: ["Nơi nhận:\n", "1 2 3 4 5\n", "( ", "- 1/ ", "Căn cứ Luật ", "| a "])
  func readsManyTimesTheSame(_ piece: String) throws {
    let text = String(repeating: piece, count: 3000)
    #expect(try Repository.extractor().documents(in: AlignedText(source: text)).count <= 1)
  }

  @Test func readsRepairedTextWithSpansOfTheInput() throws {
    let source = "QUYET DINH\nVe viec kien toan\n"
    let aligned = AlignedText(
      source: source,
      replacements: [
        Replacement(range: 0..<10, text: "QUYẾT ĐỊNH"), Replacement(range: 11..<18, text: "Về việc"),
      ])
    let document = try Repository.extractor().documents(in: aligned).first
    #expect(document?.documentType?.value == "Quyết định")
    #expect(document?.documentType?.raw == "QUYET DINH")
    #expect(document?.documentType?.span == SourceSpan(page: 1, line: 1, start: 0, end: 10))
    #expect(document?.subject?.raw == "Ve viec kien toan")
  }

  /// How sure the subject is of a plan of whose words the repair changed some, its subject `sure`.
  private func sureness(changes: Int, sure: Double) throws -> Double? {
    let source =
      "KẾ HOẠCH\nthi đua năm 2020\n\n" + String(repeating: "Các đội trồng thêm cây lim. ", count: 60)
    let first = Array("KẾ HOẠCH\nthi đua năm 2020\n\n".utf8).count
    let size = Array("Các đội trồng thêm cây lim. ".utf8).count
    let replacements = (0..<changes).map { index in
      Replacement(range: (first + index * size)..<(first + index * size + 4), text: "Các")
    }
    return try Repository.extractor().documents(
      in: AlignedText(source: source, replacements: replacements),
      certainty: Certainty([(range: 13..<30, confidence: sure)])
    ).first?.subject?.confidence
  }

  @Test func isLessSureOfWhatTheRepairDoubts() throws {
    let doubted = try #require(try sureness(changes: 20, sure: 0.4))
    let changed = try #require(try sureness(changes: 20, sure: 0.97))
    let untouched = try #require(try sureness(changes: 0, sure: 1))
    #expect(doubted < changed)
    #expect(changed < untouched)
  }
}
