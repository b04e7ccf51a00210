import Foundation
import ModelFile
import Testing

@Suite struct TableFileTests {
  private func rows(_ text: String, hasHeads: Bool = false, columns: Int = .max) -> [[String]] {
    TableFile(bytes: Array(text.utf8), hasHeads: hasHeads, columns: columns).rows
  }

  @Test func rowsAndColumns() {
    #expect(rows("a\tb\n\n# no\nc\t\td\r\ne") == [["a", "b"], ["c", "", "d"], ["e"]])
    #expect(rows("# first\nname\tcount\na\t1\n", hasHeads: true) == [["a", "1"]])
    #expect(rows("a\tb\tc\td\ne\n", columns: 2) == [["a", "b"], ["e"]])
    #expect(rows("").isEmpty)
    #expect(rows("heads\n", hasHeads: true).isEmpty)
  }

  @Test func whatIsNotUTF8IsMended() {
    #expect(TableFile(bytes: [0x61, 0xFF, 0x09, 0x62]).rows == [["a\u{FFFD}", "b"]])
  }

  @Test func aMissingTableIsNamed() {
    let error = #expect(throws: TableError.self) { try TableFile(URL(fileURLWithPath: "/nowhere/own.tsv")) }
    #expect(error?.code == "PH-3021")
    #expect(error?.message.contains("own.tsv") == true)
  }
}

@Suite struct ErrorCodeTests {
  /// Every failure of this module has a code of its own.
  @Test func codesAreDistinct() {
    let codes = ModelFileError.Reason.allCases.map(\.rawValue) + TableError.Reason.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
  }
}
