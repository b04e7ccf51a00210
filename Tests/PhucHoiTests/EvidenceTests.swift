import Testing

@testable import PhucHoi

/// What is measured of a token for its confidence.
@Suite struct EvidenceTests {
  private static var properties: [WritableKeyPath<Evidence.Features, Float>] {
    [
      \.logit, \.proofLogit, \.logitAfter, \.changed, \.cost, \.costNear, \.language, \.gain, \.gainBefore,
      \.gainAfter, \.gainLeast, \.gainNear, \.dirt, \.dirtLeft, \.unknownNear, \.similarity, \.length,
      \.seenLength, \.number, \.signs, \.oddSigns, \.oddEnd, \.shape, \.oddEndBefore, \.sameBefore,
      \.othersBefore, \.sameAfter, \.othersAfter, \.edge,
    ]
  }

  /// `proof_logit` for `\.proofLogit`.
  private static func name(_ property: WritableKeyPath<Evidence.Features, Float>) -> String {
    "\(property)".split(separator: ".").last.map(String.init)?.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_\(letter.lowercased())" : "\(letter)"
    } ?? ""
  }

  /// Trees know measurements by their places.
  @Test func namesAndPropertiesAreInOneOrder() {
    #expect(Evidence.Features().withValues { $0.count } == Evidence.Features.names.count)
    #expect(Self.properties.count == Evidence.Features.names.count)
    for (place, property) in Self.properties.enumerated() {
      var features = Evidence.Features()
      features[keyPath: property] = 42
      #expect(features.withValues { $0[place] } == 42)
      #expect(Self.name(property) == Evidence.Features.names[place])
    }
  }

  private static func shape(_ text: String) -> LetterShape {
    var shape = LetterShape()
    shape.add(text)
    return shape
  }

  @Test(arguments: [
    ("hoạch", LetterShape.Shape.small, 0, false, false), ("Đảng", .title, 0, false, false),
    ("UBND", .capitals, 0, false, false), ("(Khối)", .title, 0, false, false),
    ("100-KL/TW", .capitals, 5, false, false), ("sau:", .small, 0, false, true),
    ("vi~", .small, 0, true, false),
    ("", nil, 0, false, false), ("-", nil, 0, true, false), ("12", nil, 2, false, false),
  ])
  func shapes(_ text: String, _ shape: LetterShape.Shape?, _ signs: Int, _ isOdd: Bool, _ ends: Bool) {
    let found = Self.shape(text)
    #expect(found.shape == shape)
    #expect(found.innerSigns == signs)
    #expect(found.endsOddly == isOdd)
    #expect(found.endsSentence == ends)
  }

  @Test func similarityIsTheShareOfLettersInCommon() {
    #expect(Self.shape("hoach").similarity(to: Self.shape("hoạch")) == 1)
    #expect(Self.shape("ab").similarity(to: Self.shape("xy")) == 0)
    #expect(Self.shape("abcd").similarity(to: Self.shape("ab")) == 0.5)
    let long = String(repeating: "a", count: 500)
    #expect(Self.shape(long).similarity(to: Self.shape(long)) == 1)
  }

  @Test func countsHowATextWritesItsPairs() {
    let words = "công tác viên cộng tác viên cộng tác viện - viên".split(separator: " ").map {
      Self.shape(String($0)).form
    }
    let phrases = PhraseForms(words)
    #expect(phrases.counts(startingAt: 0) == (1, 2))
    #expect(phrases.counts(startingAt: 3) == (2, 1))
    #expect(phrases.counts(endingAt: 1) == (3, 0))
    #expect(phrases.counts(startingAt: 2) == (2, 0))
    #expect(phrases.counts(endingAt: 8) == (1, 2))
    #expect(phrases.counts(startingAt: 9) == (0, 0))
    #expect(phrases.counts(endingAt: 10) == (0, 0))
  }
}
