import PhucHoi
import Testing

/// What a user's lexicon does to repairs, and how it is told.
@Suite(.enabled(if: models != nil, "models are not there"))
struct LexiconRepairTests {
  private func repair(_ text: String, _ lexicon: String, policy: Policy = .balanced) throws -> Repair {
    try checkedRepair(text, policy, lexicon: lexicon)
  }

  @Test func ownNamesAreMeant() throws {
    let text = "Ong Nguyen Van Muu, xa Tam Thang, da den du."
    #expect(try !repair(text, "").text.contains("Mừu"))
    let repair = try repair(text, "Nguyễn Văn Mừu")
    #expect(repair.text.hasPrefix("Ông Nguyễn Văn Mừu, xã Tam"))
    let edit = try #require(repair.edits.first { $0.new == "Mừu" })
    #expect(edit.source == .lexicon)
    #expect(repair.edits.first { $0.old == "xa" }?.source == .models)
  }

  @Test func ownAbbreviationsAreMeant() throws {
    let text = "Bao cao cua BCDXDTX ve ung pho voi thien tai"
    #expect(try repair(text, "").text.contains("BCDXDTX"))
    #expect(try repair(text, "BCĐXDTX").text.contains("BCĐXDTX"))
  }

  /// A blank that an engine lost comes back, but not inside of what a pin holds or a rule replaces.
  @Test func protectedTextGetsNoBlank() throws {
    let text = "Thuc hién Két luan100-KL/TW cua Ban Bi thu Trung wong vé viéc tang cwong cong tac"
    #expect(try repair(text, "").text.contains("luận 100-KL/TW"))
    #expect(try repair(text, "pin\tluan100-KL/TW").text.contains("luan100-KL/TW"))
    #expect(try repair(text, "rule\tluan100\tluận số 100").text.contains("luận số 100"))
    #expect(try repair(text, "", policy: .careful).text.contains("100-KL/TW"))
  }

  /// What an engine read is read twice. A word that the first reading made completes entries of its own; what the
  /// entries took in the input stays theirs.
  @Test(arguments: Policy.allCases)
  func entriesHoldInBothReadings(_ policy: Policy) throws {
    let text = """
      CONG HOA XA HOI CHU NGHIA VIET NAM
      Déc lap - Tu do - Hanh phic
      Can cir Luat T6 chirc chinh quyén dia phuong va quy ché lam viéc cua xa Van Thanh;
      Xét dé nghi cua Hop tac xa ngay 3 thang 5 nam 2016 vé viéc sta cau
      """
    let meant = try repair(text, "rule\tdia phuong\tDP\npin\tquyền dia", policy: policy)
    #expect(meant.text.contains(" DP "))
    let ruled = try repair(text, "rule\tdia phuong\tDP\nrule\tquyền dia\tZZ", policy: policy)
    #expect(ruled.text.contains(" DP "))
    let pinned = try repair(text, "pin\tdia phuong\npin\tquyền dia", policy: policy)
    #expect(pinned.text.contains(" dia phuong "))
    #expect(pinned.kept.count == 1)
  }

  /// What stands there already is never changed, however little the models think of it.
  @Test(arguments: ["Nguyen Van Muu", "Uy ban", "quan nhan"])
  func ownWordsStay(_ word: String) throws {
    let text = "Hom nay \(word) hop tai tinh, ve viec \(word)."
    let repair = try repair(text, word, policy: .eager)
    #expect(repair.text.components(of: word) == 2)
    #expect(repair.kept.map(\.source) == [.lexicon, .lexicon])
    let bytes = Array(text.utf8)
    for kept in repair.kept { #expect(bytes[kept.range].elementsEqual(word.utf8)) }
    for token in repair.tokens
    where repair.kept.contains(where: { $0.range.contains(token.range.lowerBound) }) {
      #expect(token.confidence == 1)
    }
  }

  @Test func pinsStayEvenWhereLettersLookWrong() throws {
    // A Greek letter in a name, which would be mended.
    let text = "Cong ty \u{391}BC va \u{391}B tai Quang Ninh"
    #expect(try !repair(text, "").text.contains("\u{391}BC"))
    let repair = try repair(text, "pin\t\u{391}BC")
    #expect(repair.text.contains(" \u{391}BC "))
    #expect(!repair.text.contains("\u{391}B "))
    #expect(repair.kept.map(\.source) == [.pin])
  }

  @Test func patternsPin() throws {
    let repair = try repair("phong VX4 va phong tonghop cua Uy ban", "pin\tVX#\npin\ttong*", policy: .eager)
    #expect(repair.text.contains("VX4"))
    #expect(repair.text.contains("tonghop"))
  }

  @Test func rulesReplaceAndAreTold() throws {
    let text = "UBND tp.HCM\nSo 12/QD-UBND ngay 01/02/2020 cua UBND tp.HCM\n"
    let repair = try repair(text, "rule\ttp.HCM\tTP. Hồ Chí Minh\nrule\tQD\tQUYETDINH")
    #expect(
      repair.text == "UBND TP. Hồ Chí Minh\nSố 12/QUYETDINH-UBND ngày 01/02/2020 của UBND TP. Hồ Chí Minh\n")
    let rules = repair.edits.filter { $0.source == .rule }
    #expect(rules.map(\.old) == ["tp.HCM", "QD", "tp.HCM"])
    #expect(rules.map(\.line) == [1, 2, 2])
    #expect(rules.allSatisfy { $0.confidence == 1 })
    let letters = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(letters(repair.tokens.map(\.text).joined()) == letters(repair.text))
  }

  @Test func pinsComeBeforeRulesBeforeWords() throws {
    let lexicon = "pin\tHoa Lu\nrule\tHoa Lu x\tX1\nrule\tGia Vien\tGia Viễn\nGia Vien Y"
    #expect(try repair("huyen Hoa Lu x", lexicon).text == "huyện Hoa Lu x")
    #expect(try repair("huyen Gia Vien Y", lexicon).text.hasPrefix("huyện Gia Viễn "))
  }

  @Test func rulesInMarkedTextKeepOffsets() throws {
    let text = "Thực hiện Nghi\u{323} quyết của Tỉnh ủy, UBND tp.HCM ban hành kế hoạch.\n"
    let repair = try repair(text, "rule\ttp.HCM\tThành phố\nTỉnh ủy")
    #expect(repair.text == "Thực hiện Nghị quyết của Tỉnh ủy, UBND Thành phố ban hành kế hoạch.\n")
    #expect(repair.edits.map(\.kind).contains(.encoding))
    let bytes = Array(text.utf8)
    #expect(repair.kept.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["Tỉnh ủy"])
  }

  @Test func aLexiconThatSaysNothingChangesNothing() throws {
    let reading = try #require(try FixtureDocuments.readings(of: FixtureDocuments.names[2]).first)
    let plain = try repair(reading.seen, "")
    #expect(try repair(reading.seen, "pin\tKhôngcóởđây\nrule\tkhôngcó\tx1").text == plain.text)
  }

  @Test func everyDocumentKeepsItsProperties() throws {
    let lexicon = "Tỉnh ủy\nVăn phòng\npin\tban\npin\t*/*\nrule\tnăm\tNĂM\nrule\tvà\t&\n"
    for document in FixtureDocuments.names.prefix(3) {
      for reading in try FixtureDocuments.readings(of: document).prefix(2) {
        let repair = try repair(reading.seen, lexicon)
        #expect(!repair.kept.isEmpty)
      }
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { self.ranges(of: part).count }
}
