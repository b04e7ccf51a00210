import JSON
import PhucHoiArchive
import Platform

extension ReviewSite {
  /// Changes that the page's script asks for. Whatever is answered with success is on the disk.
  func change(_ request: HTTPRequest) throws -> HTTPResponse? {
    if request.path == "/api/sheet" { return try takeSheet(request) }
    guard let json = try? JSONParser.parse(request.body), case .object = json else {
      guard request.path.hasPrefix("/api/") else { return nil }
      throw Refusal(status: 400, code: "json", message: "a JSON object is expected")
    }
    let person = Self.name(json["person"]?.string ?? "")
    switch request.path {
    case "/api/person":
      guard !person.isEmpty else { throw Refusal.bad("person", "a name is expected") }
      try book.writer.meet(person)
      return HTTPResponse(json: .object([("person", .string(person))]))
    case "/api/decide": return HTTPResponse(json: try decide(json, person))
    case "/api/undo": return HTTPResponse(json: try after(book.writer.undo(json["id"]?.int, by: person)))
    case "/api/redo": return HTTPResponse(json: try after(book.writer.redo(json["id"]?.int, by: person)))
    case "/api/write":
      guard redoing.start(try book.waiting()) else {
        throw Refusal(
          status: 409, code: "redo", message: "files are being done again already, or nothing can do so")
      }
      return HTTPResponse(json: redoing.json)
    case "/api/lexicon":
      let lexicon = ArchiveLexicon(folder: book.folder)
      try lexicon.add((json["add"]?.elements ?? []).compactMap(\.string))
      if let word = json["remove"]?.string { try lexicon.remove(word) }
      return HTTPResponse(json: .object([("words", .array(lexicon.words.map(JSONValue.string)))]))
    default: return nil
    }
  }

  /// A name on one line, not too long.
  static func name(_ text: String) -> String {
    String(text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ").prefix(60))
  }

  /// Takes decisions: `changes` with a key and a text each, or `word` with one text for all its places but those in
  /// `except`. A text of null opens a place again.
  private func decide(_ json: JSONValue, _ person: String) throws -> JSONValue {
    let queue = try book.current()
    let changes: [ReviewChange]
    if let word = json["word"]?.string {
      changes = try self.changes(ofWord: word, json, queue)
    } else {
      changes = try (json["changes"]?.elements ?? []).map { try change(of: $0, queue) }
    }
    guard !changes.isEmpty, changes.count <= 20_000 else {
      throw Refusal.bad("changes", "nothing is decided")
    }
    let action = try book.writer.decide(changes, by: person, seen: json["seen"]?.int)
    try book.update(Set(changes.map(\.place.path)))
    book.learn(changes)
    return try outcome(action: action, changed: changes.count, values: changes.map(\.after))
  }

  private func change(of json: JSONValue, _ queue: ReviewQueue) throws -> ReviewChange {
    guard let key = json["key"]?.string, let place = Catalogue.place(key, of: queue.input) else {
      throw Refusal(status: 409, code: "place", message: "the document has changed since the page was loaded")
    }
    let read = String((json["read"]?.string ?? "").prefix(2000))
    guard let text = json["text"]?.string else {
      return ReviewChange(place: place, read: read, after: nil)
    }
    guard place.field.isEmpty else {
      do throws(FieldCheck.Problem) {
        let value = try FieldCheck.value(text, of: place.field, isSure: json["sure"] == .bool(true))
        return ReviewChange(place: place, read: read, after: value)
      } catch {
        throw Refusal.bad(error.rawValue, "the value cannot be that of \(place.field)")
      }
    }
    return ReviewChange(place: place, read: read, after: try Self.piece(text))
  }

  /// Text that may stand in a document: no control characters, within bounds.
  private static func piece(_ text: String) throws -> String {
    guard text.utf8.count <= 4000, !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" })
    else {
      throw Refusal.bad("text", "too long, or with control characters")
    }
    return text
  }

  private func changes(ofWord key: String, _ json: JSONValue, _ queue: ReviewQueue) throws -> [ReviewChange] {
    let except = Set((json["except"]?.elements ?? []).compactMap(\.string))
    guard let text = json["text"]?.string else { throw Refusal.bad("text", "a text is expected") }
    let piece = try Self.piece(text)
    return queue.places(ofWord: key).filter { !except.contains($0.key) }.map {
      ReviewChange(place: $0.place, read: $0.read, after: piece)
    }
  }

  /// What is told after something was undone or done again.
  private func after(_ action: ReviewAction) throws -> JSONValue {
    try book.update(Set(action.changes.map(\.place.path)))
    let queue = try book.current()
    let place = action.changes.first.flatMap { change in
      queue.places.first { $0.place.isSame(as: change.place) }.map(item)
    }
    guard case .object(let members) = try outcome(action: action.id, changed: action.count, values: []) else {
      return .null
    }
    return .object(members + [.init("place", place ?? .null)])
  }

  private func outcome(action: Int, changed: Int, values: [String?]) throws -> JSONValue {
    let count = try book.current().count
    return .object([
      ("action", .integer(action)), ("changed", .integer(changed)), ("open", .integer(count.doubtful)),
      ("missing", .integer(count.missing)), ("seen", .integer(try book.reader.lastAction())),
      ("values", .array(values.prefix(20).map(JSONValue.text))),
    ])
  }

  /// Takes the decisions of a sheet.
  private func takeSheet(_ request: HTTPRequest) throws -> HTTPResponse {
    let person = Self.name(request.query["person"] ?? "")
    let outcome = try book.writer.decide(request.body, author: person.isEmpty ? "?" : person)
    try book.update(Set(outcome.paths))
    let refused = outcome.refused.prefix(100).map { row in
      JSONValue.object([("row", .integer(row.row)), ("reason", .string("\(row.reason)"))])
    }
    return HTTPResponse(
      json: .object([
        ("taken", .integer(outcome.taken)), ("refused", .integer(outcome.refused.count)),
        ("rows", .array(Array(refused))),
      ]))
  }
}
