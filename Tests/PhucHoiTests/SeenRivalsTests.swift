import Testing

@testable import Decoding
@testable import PhucHoi

/// What the scan of right text remembers changes nothing but speed.
@Suite(.enabled(if: models != nil, "models are not there"))
struct SeenRivalsTests {
  @Test(arguments: [0, 1, 60])
  func forgettingChangesNothing(_ capacity: Int) throws {
    let parts = try #require(models).decoder
    let text = try FixtureDocuments.names.prefix(4).flatMap { try FixtureDocuments.readings(of: $0) }
      .filter { $0.setting == "medium-vie" }.map(\.seen).joined(separator: "\n\n")
    let source = SourceText(text)
    let all = Decoder(models: parts).decode(source)
    // Rivals are forgotten in the midst of paragraphs, some before they are weighed.
    let forgetful = Decoder(models: parts, rememberingRivals: capacity).decode(source)
    #expect(all.count == forgetful.count && all.count > 500)
    for (one, other) in zip(all, forgetful) {
      #expect(one.text == other.text && one.range == other.range)
      #expect(one.probability == other.probability && one.doubt == other.doubt)
    }
  }
}
