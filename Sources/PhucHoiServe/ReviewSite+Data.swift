import JSON
import PhucHoiArchive
import Platform

extension ReviewSite {
  /// How many places of a list are sent at once.
  static let listLength = 100

  /// What the page's script asks for.
  func data(_ request: HTTPRequest) throws -> HTTPResponse? {
    switch request.path {
    case "/api/state": return HTTPResponse(json: try state())
    case "/api/queue": return HTTPResponse(json: try queue(request))
    case "/api/items": return HTTPResponse(json: try items(request))
    case "/api/page": return HTTPResponse(json: try view(request))
    case "/api/history":
      let actions = try book.reader.history(limit: 200)
      return HTTPResponse(json: .object([("actions", .array(actions.filter(isShown).map(PlaceJSON.action)))]))
    case "/api/lexicon": return HTTPResponse(json: try lexicon())
    case "/api/readings": return HTTPResponse(json: try readings(request.query["of"] ?? ""))
    case "/api/image":
      let input = try input(request, in: book.current())
      guard let picture = pictures.picture(of: input, page: request.integer("page") ?? 1) else {
        throw Refusal(status: 404, code: "image", message: "there is no picture of this page")
      }
      var response = HTTPResponse(type: picture.type, picture.bytes)
      response.headers["Cache-Control"] = "private, max-age=600"
      return response
    default: return nil
    }
  }

  /// A place as the page's script takes it, with what persons decided about the same reading elsewhere.
  func item(_ place: OpenPlace) -> JSONValue { PlaceJSON.item(place, book.readings(of: place.read)) }

  /// Whether all that an action changed may be shown.
  private func isShown(_ action: ReviewAction) -> Bool {
    guard !book.showsSecret, let queue = try? book.current() else { return book.showsSecret }
    return action.changes.allSatisfy { queue.has(path: $0.place.path) }
  }

  /// How much there is to do, who is at work, how far runs are.
  func state() throws -> JSONValue {
    let queue = try book.current()
    let count = queue.count
    let run = RunProgress.current(of: book.folder)
    let progress: JSONValue =
      run.map {
        .object([
          ("total", .integer($0.total)), ("finished", .integer($0.finished)), ("failed", .integer($0.failed)),
          ("seconds", .decimal($0.seconds)),
        ])
      } ?? .null
    return .object([
      ("archive", .string(book.folder.lastPathPart)),
      ("documents", .integer(queue.inputs.count)), ("open", .integer(count.doubtful)),
      ("missing", .integer(count.missing)), ("action", .integer(try book.reader.lastAction())),
      ("waiting", .integer(try book.waiting().count)),
      ("people", .array(try book.reader.people().map(JSONValue.string))),
      ("run", progress), ("redo", redoing.json), ("language", .string(options.language)),
      ("below", .decimal(options.below)),
    ])
  }

  /// A list of what is to be checked, by `mode`: `worst`, `document`, `field` or `word`.
  private func queue(_ request: HTTPRequest) throws -> JSONValue {
    let queue = try book.current()
    let rows: [JSONValue]
    switch request.query["mode"] ?? "worst" {
    case "document":
      rows = queue.documents().prefix(2000).map { input, count in
        .object([
          ("input", .integer(input.id)), ("path", .string(input.path)), ("subject", .string(input.subject)),
          ("open", .integer(count.doubtful)), ("missing", .integer(count.missing)),
        ])
      }
    case "field":
      let counts = queue.fields()
      rows = ReviewDocument.fields.map(\.rawValue).filter { counts[$0] != nil }.map { field in
        .object([
          ("field", .string(field)), ("open", .integer(counts[field]?.doubtful ?? 0)),
          ("missing", .integer(counts[field]?.missing ?? 0)),
        ])
      }
    case "word":
      rows = queue.words(limit: 500).map { word in
        .object([
          ("key", .string(ReviewQueue.key(read: word.read, now: word.now))), ("read", .string(word.read)),
          ("now", .string(word.now)), ("count", .integer(word.places.count)),
        ])
      }
    default:
      rows = queue.worst(offset: request.integer("offset") ?? 0, limit: Self.listLength).map(item)
    }
    return .object([("rows", .array(rows))])
  }

  /// The places of a document, a field or a repeated word; those of a word with their lines.
  private func items(_ request: HTTPRequest) throws -> JSONValue {
    let queue = try book.current()
    let of = request.query["of"] ?? ""
    let offset = request.integer("offset") ?? 0
    var rows: [JSONValue]
    switch request.query["mode"] {
    case "document":
      guard let input = Int(of).flatMap(queue.input) else {
        throw Refusal(status: 404, code: "input", message: of)
      }
      rows = queue.places(of: input).prefix(2000).map(item)
    case "field": rows = queue.places(ofField: of, offset: offset, limit: Self.listLength).map(item)
    case "word": rows = withLines(queue.places(ofWord: of).prefix(Self.listLength), queue)
    default: rows = queue.worst(offset: offset, limit: Self.listLength).map(item)
    }
    return .object([("rows", .array(rows))])
  }

  /// Places with the lines that they stand in.
  private func withLines(_ places: ArraySlice<OpenPlace>, _ queue: ReviewQueue) -> [JSONValue] {
    let texts = ArchiveTexts(folder: book.folder)
    var (stem, lines): (String?, [Substring]) = (nil, [])
    return places.map { place in
      let own = queue.input(place.input)?.stem
      if own != stem { (stem, lines) = (own, own.map(texts.lines) ?? []) }
      let line = lines.indices.contains(place.line - 1) ? String(lines[place.line - 1].prefix(400)) : ""
      guard case .object(let members) = item(place) else { return .null }
      return .object(members + [.init("context", .string(line))])
    }
  }

  /// A page of a document: its text with marks, its fields, where the marks stand on the picture.
  private func view(_ request: HTTPRequest) throws -> JSONValue {
    let queue = try book.current()
    let input = try input(request, in: queue)
    guard let text = try book.text(of: input) else {
      throw Refusal(
        status: 404, code: "text", message: "the text of this document is not in the archive any more")
    }
    let seen = try book.reader.lastAction()
    let decisions = try book.reader.decisions(about: input.path, sha256: input.sha256)
    let view = text.view(
      page: request.integer("page") ?? 1, line: request.integer("line"),
      decisions: decisions.filter { $0.field.isEmpty })
    let documents = try book.reader.reviewDocuments(of: input, decisions: decisions)
    let boxes = pictures.boxes(view.marks.map(\.range), of: input, page: view.page)
    return .object([
      ("input", .integer(input.id)), ("path", .string(input.path)), ("seen", .integer(seen)),
      ("text", PlaceJSON.view(view, of: input, limit: book.limit, others: book.readings)),
      (
        "documents",
        .array(
          documents.map { document in
            PlaceJSON.document(document, of: input, limit: book.limit) { value in
              value.place.range.isEmpty
                ? nil : pictures.boxes([value.place.range], of: input, page: view.page)?[0]
            }
          })
      ),
      (
        "boxes",
        boxes.map { .array($0.map { box in box.map { .array($0.map(JSONValue.decimal)) } ?? .null }) }
          ?? .null
      ),
    ])
  }

  /// Further readings of the word that `key` names.
  private func readings(_ key: String) throws -> JSONValue {
    let queue = try book.current()
    guard let place = Catalogue.place(key, of: queue.input), place.field.isEmpty,
      let input = queue.inputs.first(where: { $0.path == place.path }),
      let line = try book.text(of: input)?.line(around: place.range)
    else { throw Refusal(status: 404, code: "place", message: "no such place") }
    let found = try options.readings?.line(line.bytes).readings(of: line.range) ?? []
    return .object([("readings", .array(found.map(JSONValue.string)))])
  }

  /// The archive's own lexicon, and words for it.
  private func lexicon() throws -> JSONValue {
    let lexicon = ArchiveLexicon(folder: book.folder)
    let words = lexicon.words
    let offers = try book.reader.acceptedWords(besides: words)
    return .object([
      ("words", .array(words.map(JSONValue.string))),
      (
        "offers",
        .array(
          offers.map { .object([("text", .string($0.text)), ("count", .integer($0.count))]) })
      ),
    ])
  }
}
