import Decoding
import Testing
import VietText

@testable import PhucHoi

/// Places of a text found again in what was made of it, in scalars.
@Suite struct AlignedPlacesTests {
  /// `cấp ủy Khôi` with `cấp` made longer, `ủy` taken away and `Khôi` replaced.
  private let aligned = AlignedText(
    source: "cap ủy Khôi",
    replacements: [
      Replacement(range: 0..<3, text: "cấp các"), Replacement(range: 4..<9, text: ""),
      Replacement(range: 9..<14, text: "Khối"),
    ])

  @Test func rangesFollowTheReplacements() {
    #expect(aligned.text == "cấp các Khối")
    let source = SourceText(aligned.text)
    #expect(aligned.scalarRanges(of: [0..<3, 4..<8, 9..<14], in: source) == [0..<7, 8..<8, 8..<12])
  }

  /// The end of a range inside a replacement goes to the start of it.
  @Test func endsInsideOfReplacementsGoToTheirStart() {
    let source = SourceText(aligned.text)
    #expect(aligned.scalarRanges(of: [0..<2, 9..<11], in: source) == [0..<0, 8..<8])
  }

  @Test func withoutReplacementsPlacesAreCountedInScalars() {
    let plain = AlignedText(source: "ủy Khối")
    #expect(plain.scalarRanges(of: [0..<4, 5..<11], in: SourceText(plain.text)) == [0..<2, 3..<7])
  }
}
