import Lexicon
import Testing

/// Abbreviations that stand together without a blank.
@Suite struct JoinedAbbreviationTests {
  private let table: AbbreviationTable = {
    var table = AbbreviationTable()
    for form in ["TT", "TP", "HĐND", "ĐBQH", "BCĐ", "TW", "HP", "b/c", "Đ/c"] { table.add(form, count: 50) }
    return table
  }()

  private func scalars(_ text: String) -> ArraySlice<UInt32> { ArraySlice(text.unicodeScalars.map(\.value)) }

  @Test(arguments: [("BCDTW", "BCĐTW"), ("TTHDNDTP", "TTHĐNDTP"), ("DBQHTPHP", "ĐBQHTPHP"), ("D/c", "Đ/c")])
  func theirMarksComeBack(_ seen: String, _ meant: String) {
    #expect(table.proper(scalars(seen)) == Array(scalars(meant)))
  }

  /// Three short ones make any word.
  @Test(arguments: ["TTBCDTP", "TTTPHP", "XHDNDTP"])
  func othersAreNotKnown(_ seen: String) { #expect(table.proper(scalars(seen)) == nil) }

  @Test func thoseWithASlashAreTold() {
    #expect(Set(table.slashed) == Set(["b/c", "Đ/c"].map { Array(scalars($0)) }))
  }
}
