import Lexicon
import Testing

@Suite struct MisreadGroupTests {
  private let table: SymbolTable = {
    var table = SymbolTable()
    for (group, count) in [
      ("TW", 900), ("KL", 300), ("BTGTW", 80), ("HĐND", 700), ("BTGĐUK", 60), ("HD", 500), ("QH15", 800),
      ("XYZ", 3),
    ] {
      table.add(group, count: count)
    }
    return table
  }()

  private func scalars(_ text: String) -> ArraySlice<UInt32> { ArraySlice(text.unicodeScalars.map(\.value)) }

  @Test(arguments: [
    ("IW", "TW"), ("UW", "TW"), ("TIW", "TW"), ("KI", "KL"), ("BTGIW", "BTGTW"), ("HDND", "HĐND"),
    ("BTGDĐUK", "BTGĐUK"), ("QHI5", "QH15"), ("QHIS", "QH15"), ("OHl5", "QH15"),
  ])
  func misreadGroupsAreFound(_ seen: String, _ meant: String) {
    #expect(table.misread(scalars(seen)) == Array(scalars(meant)))
  }

  /// Known groups, unlike ones and those that only a rare group explains stay as they are.
  @Test(arguments: ["TW", "HD", "HĐND", "SGDĐT", "XIYZ", "UBND"])
  func othersAreLeft(_ seen: String) {
    #expect(table.misread(scalars(seen)) == nil)
  }
}
