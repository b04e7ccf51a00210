import PhucHoi
import Testing

/// What the policy for records that must never be made worse leaves alone.
@Suite(.enabled(if: models != nil, "models are not there"))
struct CarefulTests {
  /// A bad reading of which every second word is lost, and a good one.
  private static let bad = "cac hdi.ciia thugxe ~ ngiréi tdnqg hgach néqu bgng ngi phuxng tgchitc dqan _ véi"
  private static let good = "Thuc hién Ké hoach cua Uy ban nhan dan xa vé viéc sta cau"
  private static let page = "CONG HOA XA HOI CHU NGHIA VIET NAM\n\(bad) \(good) \(bad)\n"

  @Test func leavesWhatStandsAmongWordsThatCannotBeRead() throws {
    #expect(try checkedRepair(Self.page, .balanced).text.contains("Ủy ban nhân dân"))
    let careful = try checkedRepair(Self.page, .careful)
    #expect(careful.text.contains(Self.good))
    #expect(careful.suggestions.contains { $0.old == "hién" && $0.new == "hiện" })
    let left = careful.tokens.filter { $0.text == "hién" }
    #expect(!left.isEmpty && left.allSatisfy { $0.confidence < 0.5 })
  }

  @Test func repairsWhatStandsAmongWordsThatCan() throws {
    #expect(try checkedRepair(Self.good, .careful).text.contains("Thực hiện Kế hoạch của Ủy ban nhân dân xã"))
  }

  /// Every place of the output has a token, also where a speck was put back.
  @Test(arguments: Policy.allCases, [bad, page, "~", "~ _ |", "a ~ b", good + " ~ _ " + good])
  func tokensMakeTheOutput(_ policy: Policy, _ text: String) throws {
    expectTokensMakeTheOutput(try checkedRepair(text, policy))
  }

  /// Specks that gave place to a blank in the first reading are put back in the last.
  @Test func tokensMakeTheOutputOfBadReadings() throws {
    for name in FixtureDocuments.names.prefix(3) {
      for reading in try FixtureDocuments.readings(of: name) {
        expectTokensMakeTheOutput(try checkedRepair(reading.seen, .balanced, minimumConfidence: 1))
      }
    }
  }

  private func expectTokensMakeTheOutput(_ repair: Repair) {
    let told = repair.tokens.map(\.text).joined().filter { !$0.isWhitespace }
    #expect(told == repair.text.filter { !$0.isWhitespace })
  }
}
