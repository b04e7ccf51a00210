import Foundation
import Testing
import VietText

@testable import ChannelModel

@Suite struct ChannelTrainingTests {
  /// A made-up engine: ư becomes w three times in four, ơ loses its horn, đ its stroke.
  private let pages: [TrainingPage] = {
    let meant = (0..<400).map { ["được", "người", "đường", "nước", "lớn", "bảo"][$0 % 6] }
    let read = meant.enumerated().map { index, word in
      let first = word.replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "ơ", with: "o")
      return first.replacingOccurrences(of: "ư", with: index % 4 == 0 ? "u" : "w")
    }
    return [
      TrainingPage(
        profile: "english", meant: meant.joined(separator: " "), seen: read.joined(separator: " "))
    ]
  }()

  private func cost(_ model: ChannelModel, _ meant: String, _ seen: String) -> Float? {
    let profile = model.profiles.first { $0.name == "english" }
    return profile?.confusions()[
      Confusion(
        meant: meant.unicodeScalars.map { MeantLetter.code($0.value) }[...],
        seen: seen.unicodeScalars.map { SeenLetter.code($0.value) }[...])]
  }

  @Test func learnsWhatTheEngineDoes() throws {
    let model = ChannelTraining(pages: pages).run()
    let lost = try #require(cost(model, "đ", "d"))
    let (w, u) = (try #require(cost(model, "ư", "w")), try #require(cost(model, "ư", "u")))
    #expect(lost < 0.1)
    #expect(w < u)
    #expect(abs(pow(10, -w) + pow(10, -u) - 1) < 0.1)
    #expect(model.profiles.map(\.name).sorted() == ["clean", "english", "stripped"])
  }

  @Test func fileHoldsWhatWasLearned() throws {
    let model = ChannelTraining(pages: pages).run()
    let path = NSTemporaryDirectory() + "channel-\(UUID().uuidString).bin"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try model.write(to: path)
    let back = try ChannelModel(path: path)
    #expect(back.profiles.map(\.entries) == model.profiles.map(\.entries))
    #expect(back.profiles.map(\.floor) == model.profiles.map(\.floor))
    #expect(back.profiles.map(\.letterCosts) == model.profiles.map(\.letterCosts))
  }

  @Test func alignsTornAndGluedWords() {
    let pairs = PageAlignment.pairs(meant: "tổ chức và đào tạo cán bộ", seen: "to chuc vadao ta o can bo")
    let folded = pairs.map { pair in
      (
        String(String.UnicodeScalarView(pair.meant.compactMap(Unicode.Scalar.init))),
        String(String.UnicodeScalarView(pair.seen.compactMap(Unicode.Scalar.init)))
      )
    }
    #expect(folded.contains { $0 == ("và đào", "vadao") })
    #expect(folded.contains { $0 == ("tạo", "ta o") })
    #expect(folded.contains { $0 == ("cán", "can") })
  }

  @Test func emptyPagesTeachNothing() {
    #expect(PageAlignment.pairs(meant: "", seen: "abc").isEmpty)
    #expect(PageAlignment.pairs(meant: "abc", seen: " \n").isEmpty)
  }

  /// A channel fitted to words of another engine keeps what it knows and learns what is new.
  @Test func isFittedToAnotherEngine() throws {
    let model = ChannelTraining(pages: pages).run()
    let known = try #require(model.profiles.first { $0.name == "english" }).confusions()
    let pairs = (0..<60).map { _ in
      WordPair(meant: "người".unicodeScalars.map(\.value), seen: "ngvời".unicodeScalars.map(\.value))
    }
    let fitted = ChannelTrainer().adapted(known, to: pairs)
    func group(_ meant: String, _ seen: String) -> Confusion {
      Confusion(
        meant: meant.unicodeScalars.map { MeantLetter.code($0.value) }[...],
        seen: seen.unicodeScalars.map { SeenLetter.code($0.value) }[...])
    }
    let learned = try #require(fitted[group("ư", "v")])
    #expect(learned < known[group("ư", "v")] ?? 4)
    #expect(learned < 0.2)
    let kept = try #require(fitted[group("đ", "d")])
    #expect(abs(kept - (known[group("đ", "d")] ?? 0)) < 0.05)
    #expect(ChannelTrainer().adapted(known, to: []).count > 0)
  }
}
