import Testing

@testable import Decoding
@testable import PhucHoi

/// The forms of the tokens of a whole text, where decisions are told of some of them only.
@Suite struct TextFormsTests {
  private func change(_ range: Range<Int>, _ text: String) -> Decision {
    Decision(
      range: range, line: 0, text: text, kind: .replacement, unitKind: .word, probability: 1, doubt: 0,
      seenProbability: 0, seenIsWord: true, source: .marked, dirt: 0, alternatives: [])
  }

  private func form(_ text: String) -> WordForm {
    var form = WordForm()
    for scalar in text.unicodeScalars { form.add(scalar.value) }
    return form
  }

  @Test func changesStandAsTheyAreMade() {
    let forms = TextForms(SourceText("Cộng tác, viên\n(Cộng tác)"), changes: [change(0..<4, "Công")])
    #expect(forms.forms.map(\.marked) == ["công", "tác", "viên", "cộng", "tác"].map { form($0).marked })
    #expect([0, 5, 10, 15].map(forms.number) == [0, 1, 2, 3])
  }

  @Test func dirtBehindABlankBelongsToTheTokenBefore() {
    let forms = TextForms(SourceText("Kế ~ hoạch"), changes: [change(2..<4, "")])
    #expect(forms.forms.map(\.bare) == ["ke", "hoach"].map { form($0).bare })
    #expect(forms.number(5) == 1)
  }

  /// Pairs of a few tokens are counted as those of all are.
  @Test func pairsOfSomeTokensAreThoseOfAll() {
    let words = "công tác viên cộng tác viên cộng tác viện - viên".split(separator: " ").map {
      form(String($0))
    }
    let (all, some) = (PhraseForms(words), PhraseForms(words, about: [0, 4, 8]))
    for token in [0, 4, 8] {
      #expect(all.counts(startingAt: token) == some.counts(startingAt: token))
      #expect(all.counts(endingAt: token) == some.counts(endingAt: token))
    }
    #expect(some.counts(startingAt: 0) == (1, 2))
  }
}
