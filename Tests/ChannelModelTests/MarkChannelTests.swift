import ChannelModel
import Testing

/// What becomes of marks is counted beside the correct text.
struct MarkChannelTests {
  private static func channel(_ pairs: [(meant: String, seen: String)]) throws -> MarkChannel {
    let pages = pairs.map { TrainingPage(profile: "engine", meant: $0.meant, seen: $0.seen) }
    let model = ChannelTraining(pages: pages).run()
    return MarkChannel(try #require(model.profiles.first { $0.name == "engine" }).marks)
  }

  private static let comma: UInt32 = 0x2C
  private static let dot: UInt32 = 0x2E

  @Test("a dot that is often read for a comma, or for nothing, may be either")
  func dotForComma() throws {
    let channel = try Self.channel([
      ("mot hai, ba bon nam, sau bay tam, chin", "mot hai. ba bon nam. sau bay tam, chin"),
      ("mot hai ba bon nam. Sau bay tam chin.", "mot hai ba. bon nam. Sau bay. tam chin."),
    ])
    let readings = channel.readings(of: Self.dot, .behind, isBeforeCapital: nil)
    #expect(Set(readings.map(\.meant)) == [0, Self.comma])
    #expect(channel.readings(of: Self.comma, .behind, isBeforeCapital: nil).isEmpty)
  }

  @Test("before a small letter a dot is more easily a comma than before a capital")
  func caseOfTheNext() throws {
    let line = "mot hai, ba. Bon nam, sau. Bay tam, chin. Muoi mot, Hai ba, Bon. nam sau. bay"
    let channel = try Self.channel([(line, line), (line, line.replacing(", ", with: ". "))])
    func cost(_ isCapital: Bool) -> Float? {
      channel.readings(of: Self.dot, .behind, isBeforeCapital: isCapital).first { $0.meant == Self.comma }?
        .cost
    }
    #expect(try #require(cost(false)) < #require(cost(true)))
  }

  @Test("a lone sign that nobody printed is a speck")
  func loneSign() throws {
    let channel = try Self.channel([("mot hai ba bon nam", "mot ~ hai ba ~ bon nam")])
    #expect(channel.readings(of: 0x7E, .alone, isBeforeCapital: nil).map(\.meant) == [0])
    #expect(channel.readings(of: 0x7E, .behind, isBeforeCapital: nil).isEmpty)
  }
}

extension MarkChannelTests {
  @Test("words that nobody printed tell what specks look like")
  func wordsAsSpecks() throws {
    let channel = try Self.channel([
      ("mot hai ba bon nam sau", "mot ee hai ba oe bon nam ee sau"), ("bay tam chin", "bay tam ee chin"),
    ])
    func cost(_ word: String) -> Float? {
      channel.speckCost(of: word.unicodeScalars.map(\.value)[...])
    }
    #expect(try #require(cost("ee")) < #require(cost("oe")))
    #expect(try #require(cost("oe")) < #require(cost("hk")))
    #expect(cost("eee") == nil)
  }

  @Test("a torn word has no speck")
  func tornWords() throws {
    let channel = try Self.channel([("nguoi trong nuoc", "ngu oi tro ng nuoc"), ("theo doi", "th eo doi")])
    #expect(channel.speckCost(of: [0x6F, 0x69]) == nil)
  }
}
