import Testing
import VietText

/// What a converter makes of Unicode letters that it takes for VNI follows from the table of VNI.
struct MistakenVNITests {
  private static func rule(_ meant: String) -> UInt32? {
    MistakenVNI.rules.first { $0.meant == meant.unicodeScalars.map(\.value) }?.seen
  }

  @Test(arguments: [("oà", "ồ"), ("oá", "ố"), ("oã", "ỗ"), ("ô", "ơ"), ("ó", "ĩ"), ("ò", "ị"), ("uyê", "u")])
  func runsTogether(_ meant: String, _ seen: String) {
    #expect(Self.rule(meant) == seen.unicodeScalars.first?.value)
  }

  @Test("letters outside of Latin-1 are none of VNI's", arguments: ["oạ", "oả", "ư", "ế"])
  func stays(_ meant: String) { #expect(Self.rule(meant) == nil) }
}
