import Extraction
import Foundation
import JSON
import PhucHoi
import PhucHoiArchive
import VietText

@testable import PhucHoiServe

/// An archive of two small documents, made by an engine without models, and its page.
final class SiteFixture: Sendable {
  let folder: String
  let site: ReviewSite

  init(showsSecret: Bool = false) throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("phuchoi-serve-" + UUID().uuidString).path
    let input = folder + "/in"
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
    try Data("chinh sách chinh\nhành chinh <b>".utf8).write(to: URL(fileURLWithPath: input + "/1.txt"))
    try Data("chinh quyền".utf8).write(to: URL(fileURLWithPath: input + "/2.txt"))
    try Data("MẬT\nchinh trị".utf8).write(to: URL(fileURLWithPath: input + "/3.txt"))
    var options = BatchOptions()
    options.secret = showsSecret ? .include : .hold
    let (archive, engine) = (folder + "/out", WordEngine())
    _ = try BatchRun(engine: engine, input: input, output: archive, options: options).run()
    var page = ReviewSite.Options()
    page.below = 0.9
    page.showsSecret = showsSecret
    page.redo = { (paths) throws(ReviewSite.RedoFailure) in
      var options = BatchOptions()
      options.only = paths
      do {
        return try BatchRun(engine: engine, input: input, output: archive, options: options).run()
          .counts[.done] ?? 0
      } catch { throw ReviewSite.RedoFailure("not done") }
    }
    site = try ReviewSite(folder: archive, options: page)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What the page answers.
  func ask(_ path: String, _ query: [String: String] = [:]) -> (status: Int, json: JSONValue) {
    var request = HTTPRequest(method: "GET", path: path)
    request.query = query
    return answer(request)
  }

  /// What the page answers to a change.
  func post(_ path: String, _ body: String) -> (status: Int, json: JSONValue) {
    var request = HTTPRequest(method: "POST", path: path)
    request.body = Array(body.utf8)
    return answer(request)
  }

  private func answer(_ request: HTTPRequest) -> (status: Int, json: JSONValue) {
    let response = site.response(to: request)
    return (response.status, (try? JSONParser.parse(response.body)) ?? .null)
  }

  /// The open places, the least sure first.
  func items() -> [JSONValue] { ask("/api/items", ["mode": "worst"]).json["rows"]?.elements ?? [] }
}

/// Makes `chính` of every `chinh`, unsurely.
struct WordEngine: TextEngine {
  let version = "0", model = "sha256:words"
  let options: [JSONValue.Member] = []

  func read(
    _ decoded: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading {
    var changes: [Change] = []
    var offset = 0
    for piece in decoded.text.split(separator: "chinh", omittingEmptySubsequences: false).dropLast() {
      offset += piece.utf8.count
      let decision = aids.decisions.first { $0.range == offset..<offset + 5 }
      changes.append(
        Change(
          range: offset..<offset + 5, page: 1, line: 1, old: "chinh", new: decision?.text ?? "chính",
          kind: decision == nil ? "diacritics" : "review", confidence: decision == nil ? 0.5 : 1,
          alternatives: [.init(text: "chỉnh", confidence: 0.1)]))
      offset += 5
    }
    let text = AlignedText(
      source: decoded.text, replacements: changes.map { Replacement(range: $0.range, text: $0.new) }
    ).text
    return EngineReading(
      text: text, changes: changes, tokenCount: 1, confidence: 1, pages: 1,
      documents: [DocumentRecord(pages: Extent(first: 1, last: 1), lines: Extent(first: 1, last: 2))])
  }
}
