import JSON
import Testing

@testable import PhucHoiCommand

/// Scores of records against right ones.
struct FieldScoreTests {
  private func score(_ gold: String, _ found: String) throws -> [String: Double] {
    var score = FieldScore()
    score.add(
      gold: try JSONParser.parse(Array(gold.utf8)), found: try JSONParser.parse(Array(found.utf8)),
      text: "Số: 12")
    return Dictionary(uniqueKeysWithValues: score.lines.map { ($0.name, $0.value) })
  }

  @Test func caseBlanksAndMarksDoNotCount() throws {
    let lines = try score(
      #"{"documents":[{"place":"Hoà Lâm","subject":"V/v kiểm tra - đo","archive_note":"Lưu: VT"}]}"#,
      #"{"documents":[{"place":"HÒA LÂM,","subject":"Kiểm tra-đo","archive_note":"Lưu VT."}]}"#)
    #expect(lines["place"] == 1 && lines["subject"] == 1 && lines["archive_note"] == 1)
    #expect(lines["documents"] == 1)
  }

  @Test func whatIsNotPrintedIsInvented() throws {
    let lines = try score(
      #"{"documents":[{"secrecy":null,"recipients":[],"place":"A"}]}"#,
      #"{"documents":[{"secrecy":"Mật","recipients":["B","C"],"place":"A","urgency":"Khẩn"}]}"#)
    #expect(lines["invented"] == 3)
    #expect(lines["urgency"] == nil)
  }

  @Test func listsAreScoredByTheirItems() throws {
    let lines = try score(
      #"{"documents":[{"recipients":["A","B","C"],"signers":[{"name":"Đại tá Lê B","title":null}]}]}"#,
      #"{"documents":[{"recipients":["A","C","D"],"signers":[{"name":"Lê B","title":"X"}]}]}"#)
    #expect(lines["recipients"].map { abs($0 - 2 / 3) < 1e-9 } == true)
    #expect(lines["signer_names"] == 1)
  }

  @Test func sureValuesAndSpansAreCounted() throws {
    let lines = try score(
      #"{"documents":[{"document_number":{"value":"12","number":"12","symbol":null}}]}"#,
      #"{"documents":[{"document_number":{"value":"12","number":"12","symbol":null,"raw":"12","confidence":0.95,"span":{"start":6,"end":8}}}]}"#
    )
    #expect(lines["number"] == 1 && lines["sure_right"] == 1 && lines["spans"] == 1)
  }

  /// The composed documents, most of which no model learned from.
  @Test func theRecordsOfTheFixturesAreRead() throws {
    let records = CommandRun.fixtures.appendingPathComponent("records").path
    let words = try CommandRun.run(["evaluate", "--fields", records]).text.split(separator: " ").map(
      String.init)
    let score = { (name: String) in words.firstIndex(of: name).flatMap { Double(words[$0 + 1]) } }
    #expect(score("mean").map { $0 > 0.96 } == true)
    #expect(score("invented").map { $0 < 15 } == true)
    #expect(score("spans") == 1)
  }
}
