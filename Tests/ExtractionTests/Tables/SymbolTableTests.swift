import Testing

@testable import Extraction

struct SymbolTableTests {
  private let table = SymbolTable(
    heads: ["QĐ", "CT", "QC", "TTr", "HD"], bodies: ["UBND", "HĐND", "BGDĐT", "SKHĐT", "TW"],
    others: ["VX", "IT"], words: ["KCN"])

  @Test(arguments: [
    ("QD-UBND", "QĐ-UBND"), ("QĐĐ-BGDĐT", "QĐ-BGDĐT"), ("CT/IW", "CT/TW"), ("QĐ-HDND", "QĐ-HĐND"),
    ("SKHDPT-VX", "SKHĐT-VX"), ("HD/BTGDĐUK", "HD/BTGĐUK"),
  ])
  func likensUnknownGroupsToKnownOnes(_ read: String, _ meant: String) {
    #expect(table.mended(read, heads: []) == meant)
  }

  @Test(arguments: ["QĐ-UBND", "CT/TU", "UBND-VX", "IT/TW", "XYZ-ABC", "UBND-NC2"])
  func leavesOthersAlone(_ symbol: String) {
    #expect(table.mended(symbol, heads: []) == symbol)
  }

  @Test(arguments: [("CTI/TW", "CT", "CT/TW"), ("OC/TU", "QC", "QC/TU"), ("TT-UBND", "TTr", "TTr-UBND")])
  func trustsTheTypeThatIsNamed(_ read: String, _ head: String, _ meant: String) {
    #expect(table.mended(read, heads: [head]) == meant)
  }

  @Test(arguments: [("QĐ-UBND", true), ("UBND-VX4", true), ("QĐ-XYZ", false)])
  func knowsWhatItsGroupsAre(_ symbol: String, _ isKnown: Bool) {
    #expect(table.knows(symbol) == isKnown)
    #expect(!table.knows("BC-CD9", toTheLetter: true))
    #expect(table.knows("UBND-VX4", toTheLetter: true))
  }

  @Test(arguments: [("HDND", "HĐND"), ("KHDPT", "KHDPT"), ("SKHDPT", "SKHĐT"), ("KCN", "KCN")])
  func putsTheStrokeBack(_ word: String, _ meant: String) {
    #expect(table.withStroke(word) == meant)
  }
}
