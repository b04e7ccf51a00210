import Foundation
import GRDB
import JSON
import PhucHoiArchive
import Testing

/// A document as the record has it.
func document(
  number: String? = nil, symbol: String = "KH/TU", date: String? = nil, type: String = "Kế hoạch",
  signer: String = "Trần Văn Đặng", cites: [(String, String?)] = []
) -> JSONValue {
  func scalar(_ value: String?, _ more: [JSONValue.Member] = []) -> JSONValue {
    guard let value else { return .null }
    let span = JSONValue.object([
      .init("page", .integer(1)), .init("line", .integer(2)), .init("start", .integer(0)),
      .init("end", .integer(1)),
    ])
    return .object(
      [.init("value", .string(value))] + more + [
        .init("raw", .string(value)), .init("confidence", .decimal(0.9)), .init("span", span),
      ])
  }
  let references = cites.map {
    JSONValue.object([.init("type", .null), .init("number", .string($0.0)), .init("date", .text($0.1))])
  }
  return .object([
    .init("form", .string("party")),
    .init(
      "document_number",
      scalar(
        number.map { "\($0)-\(symbol)" },
        [.init("number", .text(number)), .init("year", .null), .init("symbol", .string(symbol))])),
    .init("document_type", scalar(type)), .init("date", scalar(date)),
    .init("issuing_body", scalar("Tỉnh ủy Quảng Ninh")),
    .init("subject", scalar("về nắm bắt dư luận")), .init("references", .array(references)),
    .init("recipients", .array([scalar("Các huyện ủy")])),
    .init("signers", .array([.object([.init("name", .string(signer)), .init("title", .string("BÍ THƯ"))])])),
  ])
}

@Suite struct CatalogueTests {
  private let input: TemporaryFolder
  private let output: TemporaryFolder

  init() throws { (input, output) = (try TemporaryFolder(), try TemporaryFolder()) }

  /// Files an archive whose texts are keys of `documents`.
  private func archive(_ documents: [(path: String, text: String, document: JSONValue)]) throws -> Catalogue {
    for file in documents { try input.write(file.text, to: file.path) }
    let known = Dictionary(documents.map { ($0.text, $0.document) }, uniquingKeysWith: { first, _ in first })
    let engine = FakeEngine(documents: { known[$0].map { [$0] } ?? [] })
    _ = try BatchRun(engine: engine, input: input.path, output: output.path).run()
    return try Catalogue(reading: output.path)
  }

  private func query(_ change: (inout CatalogueQuery) -> Void) -> CatalogueQuery {
    var query = CatalogueQuery()
    change(&query)
    return query
  }

  @Test func findsWithAndWithoutMarks() throws {
    let catalogue = try archive([
      ("1.txt", "Kế hoạch nắm bắt dư luận, đồng bào Hoà Bình", document(number: "12", date: "2019-05-30")),
      (
        "2.txt", "ke hoạch khác",
        document(number: "13", date: "2021-01-02", type: "Công văn", signer: "Lê Thị Hoa")
      ),
    ])
    func paths(_ change: (inout CatalogueQuery) -> Void) throws -> [String] {
      try catalogue.find(query(change)).map(\.path).sorted()
    }
    #expect(try paths { $0.text = "ke hoach" } == ["1.txt", "2.txt"])
    #expect(try paths { $0.text = "kế hoạch" } == ["1.txt"])
    #expect(try paths { $0.text = "\"nắm bắt dư luận\"" } == ["1.txt"])
    #expect(try paths { $0.text = "\"dư luận nắm bắt\"" } == [])
    #expect(try paths { $0.text = "dong bao" } == ["1.txt"])
    #expect(try paths { $0.text = "hòa" } == ["1.txt"])
    #expect(try paths { $0.type = "cong van" } == ["2.txt"])
    #expect(try paths { $0.signer = "dang" } == ["1.txt"])
    #expect(try paths { $0.signer = "Lê" } == ["2.txt"])
    #expect(
      try paths {
        $0.from = "2019"; $0.until = "2019"
      } == ["1.txt"])
    #expect(try paths { $0.until = "2019-04" } == [])
    #expect(try paths { $0.recipient = "huyen uy" } == ["1.txt", "2.txt"])
    #expect(try paths { $0.text = "x\" OR 1=1; --" } == [])
    let hit = try #require(try catalogue.find(query { $0.text = "du luan" }).first)
    #expect(hit.number == "12-KH/TU")
    #expect(hit.snippet?.contains("[dư] [luận]") == true)
  }

  @Test func checksSeries() throws {
    let findings = try archive([
      ("2019/a.txt", "a", document(number: "44", date: "2019-05-30")),
      ("2019/b.txt", "b", document(number: "45", date: "2019-05-02")),
      ("2019/c.txt", "c", document(number: "47", date: "2019-06-02")),
      ("2019/d.txt", "d", document(number: "47", date: "2019-06-03")),
      (
        "2019/e.txt", "e",
        document(
          number: "1", symbol: "CT/TU", date: "2018-06-03",
          cites: [("44-KH/TU", "2019-05-20"), ("45-KH/TU", "2019-05-02")])
      ),
    ]).check()
    let told = findings.map { "\($0.kind.rawValue) \($0.value)" }
    #expect(told == ["gap 46", "double 47", "order 45", "citation 2019-05-20", "year 2018-06-03"])
    #expect(findings[2].paths == ["2019/b.txt", "2019/a.txt"])
    #expect(findings[3].paths == ["2019/e.txt", "2019/a.txt"])
  }

  @Test func filesOfOneScanAreNoDoubles() throws {
    let one = document(number: "12", date: "2019-05-30")
    let findings = try archive([
      ("a.txt", "một", one), ("a.hocr.html", "<p>hai</p>", one), ("b/a.txt", "ba", one),
    ]).check()
    #expect(findings.map(\.kind) == [.double])
    #expect(findings.first?.paths.count == 2 && findings.first?.paths.contains("b/a.txt") == true)
  }

  @Test func findsNothingInASoundSeries() throws {
    let catalogue = try archive(
      (1...5).map { ("\($0).txt", "văn bản \($0)", document(number: "0\($0)", date: "2020-01-0\($0)")) })
    #expect(try catalogue.check().isEmpty)
  }

  /// A process that ends in the midst of writing leaves a journal, and readers may come first.
  @Test func whatACrashLeftIsRolledBackForReaders() throws {
    try input.write("chinh", to: "1.txt")
    _ = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run()
    let (crashed, name) = (try TemporaryFolder(), "/catalogue.sqlite")
    try DatabaseQueue(path: output.path + name).write { db in
      try db.execute(sql: "PRAGMA cache_size = 1; CREATE TABLE other (value)")
      for _ in 0..<100 { try db.execute(sql: "INSERT INTO other VALUES (randomblob(5000))") }
      for end in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: output.path + name + end, toPath: crashed.path + name + end)
      }
    }
    _ = try Catalogue(reading: crashed.path)
    let inputs = try DatabaseQueue(path: crashed.path + name).read {
      try String.fetchAll($0, sql: "SELECT path FROM inputs")
    }
    #expect(inputs == ["1.txt"])
    #expect(try DatabaseQueue(path: crashed.path + name).read { try $0.tableExists("other") } == false)
  }

  @Test func runsEndWhileSomebodyReads() throws {
    try input.write("chinh", to: "1.txt")
    var readers: [DatabaseQueue] = []
    let progress = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run { _ in
      let reader = try? DatabaseQueue(path: output.path + "/catalogue.sqlite")
      _ = try? reader?.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM inputs") }
      readers += reader.map { [$0] } ?? []
    }
    #expect(readers.count == 2)
    #expect(progress.counts == [.done: 1])
    #expect(try dump(output).filter { $0.hasPrefix("inputs") }.count == 1)
  }

  @Test func showsHarmlessPages() throws {
    let catalogue = try archive([
      ("<b>.txt", "<script>alert(1)</script> chinh & \"x\"", document(number: "1"))
    ])
    #expect(try catalogue.find(CatalogueQuery()).count == 1)
    try ArchiveReport(folder: output.path).write(in: .vietnamese)
    let page = try #require(output.read("report/documents/<b>.html"))
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; <mark"))
    #expect(page.contains("<del>chinh</del>"))
    #expect(page.contains("href=\"../index.html\""))
    #expect(try #require(output.read("report/queue-1.html")).contains("documents/%3Cb%3E.html"))
    #expect(output.has("report/index.html"))
  }
}

/// Messages about a catalogue go to terminals and into mails: nothing of a document may stand in them.
@Suite struct CatalogueFaultTests {
  @Test(arguments: ["INSERT INTO a VALUES ('bí mật')", "SELECT 'bí mật' FROM", "SELECT json('bí mật')"])
  func saysNothingOfWhatTheDatabaseHolds(_ statement: String) throws {
    let queue = try DatabaseQueue()
    try queue.write { try $0.execute(sql: "CREATE TABLE a (b TEXT UNIQUE); INSERT INTO a VALUES ('bí mật')") }
    let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
    let told = CatalogueFault(try #require(error)).description
    #expect(told.hasPrefix("SQLite ") && !told.contains("mật"))
  }
}
