import Extraction
import Testing

struct NumberFieldTests {
  @Test(
    arguments: [
      ("Số: 15/QĐ-UBND", "15/QĐ-UBND", "15", nil, "QĐ-UBND"), ("Số 93-KH/TU", "93-KH/TU", "93", nil, "KH/TU"),
      ("Số: 08/2021/QĐ-UBND", "08/2021/QĐ-UBND", "08", "2021", "QĐ-UBND"),
      ("Số 12a-KH/HU", "12a-KH/HU", "12a", nil, "KH/HU"),
      ("Số 61-CV/VPTW/nb", "61-CV/VPTW/nb", "61", nil, "CV/VPTW/nb"),
      ("Số: 2605 /QĐ-BGDĐT", "2605/QĐ-BGDĐT", "2605", nil, "QĐ-BGDĐT"),
      ("số: 17/NQ-HĐND", "17/NQ-HĐND", "17", nil, "NQ-HĐND"),
      ("Sở 764-TB/TU", "764-TB/TU", "764", nil, "TB/TU"),
    ] as [(String, String, String?, String?, String)])
  func readsTheNumberLine(
    _ line: String, _ whole: String, _ number: String?, _ year: String?, _ symbol: String
  ) throws {
    let read = try Repository.document(Letter(number: line).body)?.documentNumber
    #expect(read?.whole.value == whole)
    #expect(read?.number == number)
    #expect(read?.year == year)
    #expect(read?.symbol == symbol)
  }

  @Test func leavesTheNumberOpenWhereItWasLeftBlank() throws {
    let read = try Repository.document(Letter(number: "Số:       /QĐ-UBND").body)?.documentNumber
    #expect(read?.number == nil)
    #expect(read?.symbol == "QĐ-UBND")
  }

  @Test func takesNoCitedNumberForItsOwn() throws {
    var letter = Letter(number: "")
    letter.text = "Điều 1. Bãi bỏ Quyết định số 77/QĐ-UBND ngày 03 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh."
    #expect(try Repository.document(letter.body)?.documentNumber == nil)
  }
}
