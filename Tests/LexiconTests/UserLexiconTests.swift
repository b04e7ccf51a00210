import Testing

@testable import Lexicon

@Suite struct UserLexiconTests {
  private func place(_ line: Int, _ name: String = "own.tsv") -> UserLexicon.Place {
    UserLexicon.Place(name: name, line: line)
  }

  @Test func readsEveryKind() {
    let lexicon = UserLexicon(
      "\u{FEFF}# names\r\nNguyễn  Văn Mừu \r\n\r\nword\tQuỳnh Lưu\npin\tVX*\nrule\ttp.HCM\tTP. HCM\n",
      name: "own.tsv")
    #expect(lexicon.problems.isEmpty)
    #expect(lexicon.entries.map(\.text) == ["Nguyễn Văn Mừu", "Quỳnh Lưu", "VX*", "tp.HCM"])
    #expect(lexicon.entries.map(\.kind) == [.word, .word, .pin, .rule("TP. HCM")])
    #expect(lexicon.entries.map(\.place.line) == [2, 4, 5, 6])
    #expect(lexicon.entries.map(\.isPattern) == [false, false, true, false])
  }

  @Test func entriesAreComposed() {
    #expect(UserLexicon("Quy\u{300}nh Lu\u{31B}u").entries.map(\.text) == ["Quỳnh Lưu"])
  }

  @Test(arguments: [
    ("name\tX1", LexiconProblem.Reason.unknownKind), ("word\t", .missingText), ("rule\t\tb", .missingText),
    ("rule\ta", .missingReplacement), ("rule\ta\t", .missingText), ("pin\ta\tb", .tooManyColumns),
    ("rule\ta\tb\tc", .tooManyColumns), ("...", .noLetters), ("pin\t**", .noLetters),
    ("rule\ta\ta", .changesNothing), ("word\t" + String(repeating: "a", count: 201), .tooLong),
  ])
  func wrongLinesAreNamed(_ line: String, _ reason: LexiconProblem.Reason) {
    let lexicon = UserLexicon("Quỳnh Lưu\n\(line)\nNghệ An\n", name: "own.tsv")
    #expect(lexicon.problems == [LexiconProblem(place: place(2), reason: reason)])
    #expect(lexicon.entries.map(\.text) == ["Quỳnh Lưu", "Nghệ An"])
    #expect(lexicon.problems[0].description.hasPrefix("PH-2004: own.tsv, line 2: "))
  }

  @Test func rulesThatContradictAreTold() {
    let lexicon = UserLexicon(
      "rule\ta1\tb1\nrule\ta1\tc1\nrule\tb1\ta1\nrule\ta1\tb1\nrule\tp1\tq1\npin\tp1\na1\n", name: "own.tsv")
    #expect(
      lexicon.problems == [
        LexiconProblem(place: place(2), reason: .contradictsRule(place(1))),
        LexiconProblem(place: place(3), reason: .contradictsRule(place(1))),
        LexiconProblem(place: place(5), reason: .isPinned(place(6))),
        LexiconProblem(place: place(7), reason: .wordHasRule(place(1))),
      ])
    #expect(lexicon.entries.map(\.text) == ["a1", "p1"])
  }

  @Test func filesMayContradictOneAnother() {
    var lexicon = UserLexicon("rule\ta1\tb1\nNghệ An\n", name: "one")
    lexicon.add("rule\ta1\tc1\nNghệ An\nQuỳnh Lưu\n", name: "two")
    #expect(
      lexicon.problems == [LexiconProblem(place: place(1, "two"), reason: .contradictsRule(place(1, "one")))])
    #expect(lexicon.entries.map(\.text) == ["a1", "Nghệ An", "Quỳnh Lưu"])
  }

  @Test func nothingIsNoLexicon() {
    #expect(UserLexicon("").isEmpty)
    #expect(UserLexicon("# only a comment\n\n \t \n").isEmpty)
  }
}
