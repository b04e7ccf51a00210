import Foundation
import JSON
import PhucHoiArchive
import Testing

@testable import PhucHoiServe

@Suite struct ReviewSiteTests {
  private let fixture: SiteFixture

  init() throws { fixture = try SiteFixture() }

  private func decide(_ key: String, _ text: String?, by person: String = "Lan", seen: Int = 0) -> (
    status: Int, json: JSONValue
  ) {
    let text = text.map { "\"\($0)\"" } ?? "null"
    return fixture.post(
      "/api/decide",
      "{\"person\":\"\(person)\",\"seen\":\(seen),\"changes\":[{\"key\":\"\(key)\",\"read\":\"chinh\",\"text\":\(text)}]}"
    )
  }

  @Test func aDecisionClosesAPlaceAndUndoOpensItAgain() throws {
    #expect(fixture.items().count == 4)
    let key = try #require(fixture.items().first?["key"]?.string)
    let answer = decide(key, "chỉnh")
    #expect(answer.status == 200)
    #expect(answer.json["open"]?.int == 3)
    #expect(!fixture.items().contains { $0["key"]?.string == key })
    let undone = fixture.post("/api/undo", "{\"person\":\"Lan\"}")
    #expect(undone.status == 200)
    #expect(undone.json["place"]?["key"]?.string == key)
    #expect(fixture.items().count == 4)
    #expect(fixture.post("/api/redo", "{\"person\":\"Lan\"}").json["open"]?.int == 3)
    #expect(fixture.post("/api/undo", "{\"person\":\"Minh\"}").status == 409)
  }

  @Test func theTextShowsWhatIsDecided() throws {
    let key = try #require(fixture.items().first?["key"]?.string)
    _ = decide(key, "CHỈNH")
    let view = fixture.ask("/api/page", ["input": "1", "page": "1"]).json
    let marks = view["text"]?["marks"]?.elements ?? []
    #expect(marks.map { $0["now"]?.string } == ["CHỈNH", "chính", "chính"])
    #expect(marks.map { $0["state"]?.string } == ["decided", "open", "open"])
    // What was decided about a reading is offered wherever it was read.
    #expect(marks[1]["alternatives"]?.elements.first?.string == "CHỈNH")
    #expect(view["text"]?["lines"]?.elements.count == 2)
  }

  @Test func twoPersonsDoNotWriteOverEachOther() throws {
    let key = try #require(fixture.items().first?["key"]?.string)
    #expect(decide(key, "một", by: "Lan").status == 200)
    let conflict = decide(key, "hai", by: "Minh")
    #expect(conflict.status == 409)
    #expect(conflict.json["person"]?.string == "Lan")
    #expect(conflict.json["text"]?.string == "một")
    #expect(decide(key, "hai", by: "Minh", seen: 9).status == 200)
  }

  @Test func oneDecisionHoldsForAllPlacesOfAWordButTheExceptions() throws {
    let words = fixture.ask("/api/queue", ["mode": "word"]).json["rows"]?.elements ?? []
    #expect(words.map { $0["count"]?.int } == [4])
    let key = try #require(words.first?["key"]?.string)
    let places = fixture.ask("/api/items", ["mode": "word", "of": key]).json["rows"]?.elements ?? []
    #expect(places.first?["context"]?.string == "chính sách chính")
    let except = try #require(places.last?["key"]?.string)
    let body = JSONValue.object([
      ("person", .string("Lan")), ("word", .string(key)), ("text", .string("chỉnh")),
      ("except", .array([.string(except)])),
    ])
    let answer = fixture.post("/api/decide", String(decoding: JSONWriter.bytes(body), as: UTF8.self))
    #expect(answer.json["changed"]?.int == 3)
    #expect(fixture.items().map { $0["key"]?.string } == [except])
    #expect(fixture.post("/api/undo", "{\"person\":\"Lan\"}").json["open"]?.int == 4)
  }

  @Test func datesAreCheckedAndMissingFieldsFilledIn() throws {
    let rows = fixture.ask("/api/items", ["mode": "field", "of": "date"]).json["rows"]?.elements ?? []
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0["missing"] == .bool(true) })
    let key = try #require(rows.first?["key"]?.string)
    #expect(decide(key, "31/02/2020").status == 422)
    #expect(decide(key, "05/03/2020").json["values"]?.elements.first?.string == "2020-03-05")
    let fields =
      fixture.ask("/api/page", ["input": "1"]).json["documents"]?.elements.first?["fields"]?.elements ?? []
    let date = try #require(fields.first { $0["field"]?.string == "date" })
    #expect(date["value"]?.string == "2020-03-05")
    #expect(date["state"]?.string == "decided")
  }

  @Test func decisionsAreWrittenIntoTheTexts() throws {
    let key = try #require(fixture.items().first?["key"]?.string)
    _ = decide(key, "CHỈNH")
    #expect(fixture.ask("/api/state").json["waiting"]?.int == 1)
    #expect(fixture.post("/api/write", "{}").status == 200)
    for _ in 0..<400 where fixture.ask("/api/state").json["redo"]?["state"]?.string != "done" {
      usleep(25_000)
    }
    let text = FileManager.default.contents(atPath: fixture.folder + "/out/1.txt")
    #expect(text.map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("CHỈNH sách chính") == true)
    try fixture.site.book.refresh()
    #expect(fixture.ask("/api/state").json["waiting"]?.int == 0)
  }

  @Test func secretDocumentsAreNotShown() throws {
    #expect(fixture.ask("/api/queue", ["mode": "document"]).json["rows"]?.elements.count == 2)
    let open = try SiteFixture(showsSecret: true)
    #expect(open.ask("/api/queue", ["mode": "document"]).json["rows"]?.elements.count == 3)
    // A person says that a document is secret: from then on it is gone.
    let fields =
      fixture.ask("/api/page", ["input": "2"]).json["documents"]?.elements.first?["fields"]?.elements ?? []
    let secrecy = try #require(fields.first { $0["field"]?.string == "secrecy" }?["key"]?.string)
    #expect(decide(secrecy, "Mật").status == 200)
    try fixture.site.book.rebuild()
    #expect(fixture.ask("/api/page", ["input": "2"]).status == 404)
  }

  @Test(arguments: [
    ("/api/page", ["input": "9"]), ("/api/page", ["input": "../1"]), ("/api/image", ["input": "1"]),
    ("/etc/passwd", [:]),
    ("/../in/1.txt", [:]), ("/api/items", ["mode": "document", "of": "x"]), ("/sheets/x.csv", [:]),
    ("/sheets/review.ods", [:]), ("/sheets/", [:]), ("/api/readings", ["of": "1:0:0-5::0:0"]),
  ])
  func nothingElseIsServed(_ path: String, _ query: [String: String]) {
    #expect(fixture.ask(path, query).status == 404)
  }

  @Test(arguments: [
    ("{", 400), ("[]", 400), ("{}", 422), ("{\"changes\":[{\"key\":\"1:0:0-5::0:0\",\"text\":\"x\"}]}", 409),
    ("{\"changes\":[{\"key\":7}]}", 409), ("{\"word\":\"a\",\"text\":7}", 422),
    ("{\"word\":\"a\",\"text\":\"\"}", 422),
  ])
  func oddChangesAreRefused(_ body: String, _ status: Int) {
    #expect(fixture.post("/api/decide", body).status == status)
    #expect(fixture.items().count == 4)
  }

  @Test func controlCharactersAndEndlessTextsAreRefused() throws {
    let key = try #require(fixture.items().first?["key"]?.string)
    #expect(decide(key, "a\\u0000b").status == 422)
    #expect(decide(key, String(repeating: "a", count: 5000)).status == 422)
    #expect(fixture.post("/api/person", "{\"person\":\"  \"}").status == 422)
  }

  @Test func sheetsGoOutAndComeIn() throws {
    let out = fixture.site.response(to: HTTPRequest(method: "GET", path: "/sheets/review.csv"))
    #expect(out.status == 200)
    #expect(out.headers["Content-Disposition"]?.contains("review.csv") == true)
    let lines = String(decoding: out.body, as: UTF8.self).split(whereSeparator: \.isNewline)
    let row = try #require(lines.first { $0.contains("chinh") })
    let sheet = "\(lines[0])\r\n\(row)CHỮ\r\n"
    #expect(fixture.post("/api/sheet", sheet).json["taken"]?.int == 1)
    #expect(
      String(decoding: out.body, as: UTF8.self).contains("\r\n*:0.9:4:"), "words that repeat have no row")
    let decisions = fixture.site.response(to: HTTPRequest(method: "GET", path: "/sheets/decisions.csv"))
    #expect(String(decoding: decisions.body, as: UTF8.self).contains("CHỮ"))
  }
}
