import Extraction
import JSON
import Testing

@testable import PhucHoiArchive

@Suite struct DecisionTests {
  private let (input, output): (TemporaryFolder, TemporaryFolder)
  private let catalogue: Catalogue

  init() throws {
    (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("chinh sách chinh\nhành chinh", to: "1.txt")
    _ = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run()
    catalogue = try Catalogue.reviewing(output.path)
  }

  private func place(_ range: Range<Int>, field: String = "", ordinal: Int = 0) throws -> ReviewPlace {
    let input = try #require(try catalogue.reviewInputs(secret: false).first)
    return ReviewPlace(path: input.path, sha256: input.sha256, range: range, field: field, ordinal: ordinal)
  }

  private func change(_ range: Range<Int>, _ text: String?) throws -> ReviewChange {
    ReviewChange(place: try place(range), read: "chinh", after: text)
  }

  private func texts() throws -> [String] {
    let input = try #require(try catalogue.reviewInputs(secret: false).first)
    return try catalogue.decisions(about: input.path, sha256: input.sha256).map(\.text)
  }

  @Test func actionsAreUndoneAndDoneAgainInTurn() throws {
    try catalogue.decide([change(0..<5, "một")], by: "Lan", seen: nil)
    try catalogue.decide([change(0..<5, "hai"), change(13..<18, "ba")], by: "Lan", seen: nil)
    #expect(try texts() == ["hai", "ba"])
    _ = try catalogue.undo(by: "Lan")
    #expect(try texts() == ["một"])
    _ = try catalogue.undo(by: "Lan")
    #expect(try texts() == [])
    #expect(throws: ReviewConflict.nothing) { try catalogue.undo(by: "Lan") }
    _ = try catalogue.redo(by: "Lan")
    _ = try catalogue.redo(by: "Lan")
    #expect(try texts() == ["hai", "ba"])
    #expect(throws: ReviewConflict.nothing) { try catalogue.redo(by: "Lan") }
    #expect(try catalogue.history(limit: 10).map(\.kind) == [.redo, .redo, .undo, .undo, .decide, .decide])
  }

  @Test func nothingIsDoneAgainAfterANewDecision() throws {
    try catalogue.decide([change(0..<5, "một")], by: "Lan", seen: nil)
    _ = try catalogue.undo(by: "Lan")
    try catalogue.decide([change(13..<18, "hai")], by: "Lan", seen: nil)
    #expect(throws: ReviewConflict.nothing) { try catalogue.redo(by: "Lan") }
  }

  @Test func everyoneUndoesTheirOwn() throws {
    try catalogue.decide([change(0..<5, "một")], by: "Lan", seen: nil)
    try catalogue.decide([change(13..<18, "hai")], by: "Minh", seen: nil)
    _ = try catalogue.undo(by: "Lan")
    #expect(try texts() == ["hai"])
    #expect(throws: ReviewConflict.nothing) { try catalogue.undo(by: "Hoa") }
  }

  @Test func whatAnotherDecidedMeanwhileIsNotWrittenOver() throws {
    let seen = try catalogue.lastAction()
    try catalogue.decide([change(0..<5, "một")], by: "Lan", seen: seen)
    #expect(throws: ReviewConflict.decidedMeanwhile(by: "Lan", text: "một")) {
      try catalogue.decide([change(13..<18, "ba"), change(0..<5, "hai")], by: "Minh", seen: seen)
    }
    #expect(try texts() == ["một"])
    // Another place, the same decision, or knowing of it: no conflict.
    try catalogue.decide([change(13..<18, "ba"), change(0..<5, "một")], by: "Minh", seen: seen)
    try catalogue.decide([change(0..<5, "hai")], by: "Minh", seen: catalogue.lastAction())
    #expect(try texts() == ["hai", "ba"])
    #expect(throws: ReviewConflict.self) { try catalogue.undo(by: "Lan") }
  }

  @Test func aWiderDecisionReplacesWhatItCoversAndGivesItBack() throws {
    try catalogue.decide([change(0..<5, "một"), change(13..<18, "hai")], by: "Lan", seen: nil)
    try catalogue.decide([change(0..<18, "tất cả")], by: "Lan", seen: nil)
    #expect(try texts() == ["tất cả"])
    _ = try catalogue.undo(by: "Lan")
    #expect(try texts() == ["một", "hai"])
  }

  @Test func aSheetThatFailsTakesBackItsOwnDecisionsOnly() throws {
    struct Failure: Error {}
    try catalogue.decide([change(0..<5, "một")], by: "Lan", seen: nil)
    let rows = try catalogue.doubtfulPlaces(below: 1, limit: 9) { _ in [] }.filter { $0.field.isEmpty }
    #expect(rows.count == 2)
    let sheet = try ReviewSheet.sheet([(rows[0], "hai")], in: .vietnamese).bytes(.csv)
    #expect(throws: Failure.self) {
      try catalogue.orNothing {
        #expect(try catalogue.decide(sheet).taken == 1)
        // Somebody decides at the page while the inputs of the sheet are done again.
        try catalogue.decide([change(24..<29, "ba")], by: "Minh", seen: nil)
        throw Failure()
      }
    }
    #expect(try texts() == ["một", "ba"])
    #expect(try catalogue.history(limit: 9).map(\.person) == ["Minh", "Lan"])
  }

  @Test func aDecisionOutranksChangesThatItTouches() {
    let source = Array("chinh sach moi".utf8)
    let change = Change(
      range: 0..<10, page: 1, line: 1, old: "chinh sach", new: "chính sách", kind: "", confidence: 1)
    let decision = ReviewDecision(path: "", sha256: "", range: 6..<10, text: "sạch")
    let merged = DecidedChanges(source: source, changes: [change]).deciding([decision])
    #expect(merged.map(\.new) == ["sạch"])
    #expect(merged.map(\.range) == [6..<10])
  }

  @Test func theSourceIsHadBackFromTheRepairedText() throws {
    let input = try #require(try catalogue.reviewInputs(secret: false).first)
    let text = try #require(try ReviewText(input, folder: output.path, catalogue: catalogue))
    #expect(String(decoding: text.source, as: UTF8.self) == "chinh sách chinh\nhành chinh")
    let view = text.view(page: 1, line: nil, decisions: [ReviewDecision(try place(0..<5), text: "CHỈNH")])
    #expect(view.marks.map(\.now) == ["CHỈNH", "chính", "chính"])
    #expect(view.marks.map(\.state) == [.decided, .change, .change])
    #expect(view.lines.map(\.number) == [1, 2])
    #expect(view.lines[1].pieces == [.text("hành "), .mark(2)])
  }

  @Test func aTextThatDoesNotFitItsChangesIsReadAnew() throws {
    try output.write("something else", to: "1.txt")
    let input = try #require(try catalogue.reviewInputs(secret: false).first)
    let text = try #require(try ReviewText(input, folder: output.path, catalogue: catalogue))
    #expect(String(decoding: text.source, as: UTF8.self) == "chinh sách chinh\nhành chinh")
    try self.input.write("changed", to: "1.txt")
    #expect(try ReviewText(input, folder: output.path, catalogue: catalogue) == nil)
  }

  private static let item = FieldValue(
    value: "Sở Tài chính", raw: "So Tai chinh", confidence: 0.4,
    span: SourceSpan(page: 1, line: 2, start: 10, end: 22))

  /// What an empty document, changed by `prepare`, says after a decision.
  private func applied(
    _ field: RecordField, _ range: Range<Int>, _ text: String, ordinal: Int = 0,
    _ prepare: (inout DocumentRecord) -> Void = { _ in }
  ) -> DocumentRecord {
    var document = DocumentRecord(pages: Extent(first: 1, last: 1), lines: Extent(first: 1, last: 9))
    prepare(&document)
    let decision = ReviewDecision(
      path: "", sha256: "", range: range, field: field.rawValue, ordinal: ordinal, text: text)
    let once = InputDecisions(all: [decision]).applied(to: [document])
    #expect(InputDecisions(all: [decision]).applied(to: once) == once, "applied twice")
    return once[0]
  }

  @Test func missingValuesAreFilledInAndWrongItemsRemoved() {
    #expect(applied(.subject, 0..<0, "về việc").subject?.value == "về việc")
    #expect(
      applied(.place, 99..<104, "Hà Nội") { $0.place = Self.item }.place?.value == "Hà Nội", "wherever it was"
    )
    #expect(applied(.place, 10..<22, "") { $0.place = Self.item }.place == nil)
    let full = { (document: inout DocumentRecord) in document.recipients = [Self.item] }
    #expect(applied(.recipients, 10..<22, "", full).recipients.isEmpty)
    let changed = applied(.recipients, 10..<22, "Sở Nội vụ", full).recipients
    #expect(changed.map(\.value) == ["Sở Nội vụ"])
    #expect(changed.map(\.confidence) == [1])
    let added = applied(.recipients, 0..<0, "Sở Nội vụ", ordinal: 1, full)
    #expect(added.recipients.map(\.value) == ["Sở Tài chính", "Sở Nội vụ"])
    #expect(applied(.signers, 0..<0, "Lê Văn A").signers.first?.name == "Lê Văn A")
  }

  @Test(arguments: [
    ("12a/2020/NĐ-CP", "12a", "2020", "NĐ-CP"), ("93-KH/TU", "93", nil, "KH/TU"),
    ("0012/UBND-VX4", "0012", nil, "UBND-VX4"),
  ])
  func aNumberThatIsFilledInHasItsParts(_ text: String, _ number: String, _ year: String?, _ symbol: String) {
    let decided = applied(.documentNumber, 0..<0, text).documentNumber
    #expect(decided?.value == text)
    #expect([decided?.number, decided?.year, decided?.symbol] == [number, year, symbol])
  }

  /// Every field can be filled in, and says then what was decided; so that none is forgotten.
  @Test(arguments: RecordField.allCases)
  func everyFieldTakesDecisions(_ field: RecordField) throws {
    let document = applied(field, 0..<0, "12/KH-UBND")
    #expect(field.items(of: document).map(\.words) == ["12/KH-UBND"])
    let text = RecordDocument.text(document)
    let json = try #require(try JSONParser.parse(Array(text.utf8))[field.rawValue])
    #expect(json.elements.isEmpty != field.isList)
    #expect(
      field.items(of: DocumentRecord(json: try JSONParser.parse(Array(text.utf8)))).map(\.words) == [
        "12/KH-UBND"
      ])
  }

  @Test(arguments: [
    ("05/03/2020", "2020-03-05"), ("5-3-2020", "2020-03-05"), ("2020-03-05", "2020-03-05"),
    ("ngày 29 tháng 02 năm 2020", "2020-02-29"), ("03/2020", "2020-03"), ("2020", "2020"),
    ("31/02/2020", nil), ("29/02/2019", nil), ("5/3", nil), ("hôm qua", nil), ("2020-13-01", nil),
    ("00/01/2020", nil),
  ])
  func datesAreReadAsTheyAreWritten(_ text: String, _ date: String?) {
    #expect(FieldCheck.date(text) == date)
    #expect((try? FieldCheck.value(text, of: "date")) == date)
  }

  @Test(arguments: ["12/2020/QĐ-UBND", "93-KH/TU", "215 QĐ/UB", "12a/BC-SNV", "0012/UBND-VX4", "118-KH/HU"])
  func numbersLookLikeNumbers(_ text: String) {
    #expect((try? FieldCheck.value(text, of: "document_number")) == text)
  }

  @Test(arguments: ["UBND", "12", "12/2020", "/KH", "1234567/KH", "mười hai"])
  func oddNumbersAreAskedAbout(_ text: String) {
    #expect(throws: FieldCheck.Problem.number) { try FieldCheck.value(text, of: "document_number") }
    #expect((try? FieldCheck.value(text, of: "document_number", isSure: true)) == text)
  }

  @Test func wordsAcceptedTwiceAreOfferedForTheLexicon() throws {
    try catalogue.decide([change(0..<5, "Nhựt"), change(13..<18, "Nhựt")], by: "Lan", seen: nil)
    let lexicon = ArchiveLexicon(folder: output.path)
    #expect(try catalogue.acceptedWords(besides: lexicon.words) == [AcceptedWord(text: "Nhựt", count: 2)])
    try lexicon.add(["Nhựt", "a\tb", "…"])
    #expect(lexicon.words == ["Nhựt"])
    #expect(try catalogue.acceptedWords(besides: lexicon.words).isEmpty)
    try lexicon.remove("Nhựt")
    #expect(lexicon.words.isEmpty)
  }
}
