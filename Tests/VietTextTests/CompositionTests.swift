import TestSupport
import Testing
import VietText

/// Two steps of replacements put together do what they do one after the other.
@Suite struct CompositionTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func groupsGiveTheTextOfBothSteps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let source = String((0..<30).map { _ in "abc ".randomElement(using: &random) ?? "a" })
    let first = AlignedText(source: source, replacements: replacements(of: source, &random))
    let second = AlignedText(source: first.text, replacements: replacements(of: first.text, &random))
    let groups = first.followed(by: second.replacements)
    let ends = groups.map(\.sourceRange.upperBound)
    #expect(zip(ends, groups.dropFirst()).allSatisfy { $0 <= $1.sourceRange.lowerBound })
    let whole = AlignedText(
      source: source, replacements: groups.map { Replacement(range: $0.sourceRange, text: $0.text) })
    #expect(whole.text == second.text)
    #expect(groups.flatMap { Array($0.members) } == Array(second.replacements.indices))
  }

  @Test func takingAwayTwiceInARowIsOneGroup() {
    let first = AlignedText(
      source: "a _ . b",
      replacements: [Replacement(range: 1..<3, text: ""), Replacement(range: 3..<5, text: "")])
    let groups = first.followed(by: [Replacement(range: 2..<3, text: "c")])
    #expect(groups.map(\.sourceRange) == [1..<5, 6..<7])
    #expect(groups.map(\.text) == ["", "c"])
  }

  /// Some pieces of `text` replaced by other letters, more letters or none.
  private func replacements(of text: String, _ random: inout SeededGenerator) -> [Replacement] {
    var result: [Replacement] = []
    var place = Int.random(in: 0...4, using: &random)
    while place < text.utf8.count {
      let end = min(text.utf8.count, place + Int.random(in: 1...3, using: &random))
      result.append(
        Replacement(range: place..<end, text: ["", "", "x", "yy"].randomElement(using: &random) ?? ""))
      place = end + Int.random(in: 0...4, using: &random)
    }
    return result
  }
}
