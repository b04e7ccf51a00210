import NgramModel
import Testing
import VietText

@testable import NgramTraining

@Suite struct UnitTests {
  /// The units of a line: words as text, classes in angle brackets.
  private func units(_ line: String) -> [String] {
    let scalars = line.unicodeScalars.map(\.value)
    var tokens: [ModelToken] = []
    var bytes: [UInt8] = []
    return scalars.withUnsafeBufferPointer { scalars in
      ModelTokenizer.tokenize(scalars, into: &tokens)
      return tokens.map { token in
        let unit = LanguageUnit.of(token, in: scalars, into: &bytes)
        return unit == .word
          ? String(decoding: bytes, as: UTF8.self) : WordID.classNames[Int(unit.classID)]
      }
    }
  }

  private func cases(_ line: String) -> [LetterCase] {
    let scalars = line.unicodeScalars.map(\.value)
    var tokens: [ModelToken] = []
    var reader = LetterCaseReader()
    return scalars.withUnsafeBufferPointer { scalars in
      ModelTokenizer.tokenize(scalars, into: &tokens)
      return tokens.map { reader.next($0, in: scalars) }
    }
  }

  @Test func wordsAreNormalised() {
    #expect(units("Hoà bình, UỶ BAN") == ["hòa", "bình", ",", "ủy", "ban"])
  }

  @Test func classesStandForNumbersDatesAndCodes() {
    #expect(
      units("số 30/2020/NĐ-CP ngày 05/3/2020: 3.500") == ["số", "<code>", "ngày", "<date>", ":", "<num>"])
  }

  @Test func marksAreFolded() {
    #expect(units("“a” – ‘b’ … ¤") == ["\"", "a", "\"", "-", "'", "b", "'", "...", "<unk>"])
  }

  @Test func overlongWordsAreUnknown() {
    #expect(units(String(repeating: "a", count: 49)) == ["<unk>"])
  }

  @Test func caseTellsOnlyInsideSentences() {
    #expect(
      cases("Ông Hùng, ở Huế. Nay UBND") == [
        .neutral, .title, .neutral, .lower, .title, .neutral, .neutral, .neutral,
      ])
  }

  @Test func caseSharesAreSmoothed() {
    #expect(CaseShare().scores.title > CaseShare(titles: 0, lowers: 100).scores.title)
    #expect(CaseShare(titles: 1000, lowers: 0).scores.lower < -2)
  }
}
