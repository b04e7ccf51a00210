import JSON
import PhucHoiArchive
import Platform

/// The review page of an archive: answers requests. Knows nothing of sockets.
public final class ReviewSite: Sendable {
  /// Does inputs again with what was decided; gives the number of files done.
  public typealias Redo = @Sendable (_ paths: Set<String>) throws(RedoFailure) -> Int

  /// Why inputs were not done again, in words for whoever looks at the page.
  public struct RedoFailure: Error, Sendable {
    /// What happened, and what to do about it.
    public let message: String

    /// Inputs that were not done again because of what `message` says.
    public init(_ message: String) { self.message = message }
  }

  /// What the page needs from the command.
  public struct Options: Sendable {
    /// Language of the page: `vi` or `en`.
    public var language = "vi"
    /// Places less sure than this are to be checked.
    public var below = 0.7
    /// Whether secret documents are shown.
    public var showsSecret = false
    /// Folders in which pictures lie as the inputs lie in theirs.
    public var pictures: [String] = []
    /// Does inputs again, on a thread of its own; nil where nothing can.
    public var redo: Redo?
    /// Finds further readings of words.
    public var readings: FurtherReadings?
    /// The registry sheet by a profile, of the inputs of which the second function says that they may be shown; nil for an
    /// unknown profile.
    public var registry: (@Sendable (String, (String) -> Bool) throws -> Sheet?)?

    /// The defaults.
    public init() {}
  }

  let options: Options
  let book: ReviewBook
  let pictures: PagePictures
  let redoing: Redoing

  /// The page of the archive in `folder`. Throws what the catalogue throws.
  public init(folder: String, options: Options) throws {
    self.options = options
    book = try ReviewBook(folder: folder, below: options.below, showsSecret: options.showsSecret)
    pictures = PagePictures(folder: folder, pictures: options.pictures)
    redoing = Redoing(redo: options.redo)
  }

  /// Answers a request that may come in.
  func response(to request: HTTPRequest) -> HTTPResponse {
    do {
      let isPost = request.method == "POST"
      if let response = isPost ? try change(request) : try page(request) ?? data(request) ?? sheet(request) {
        return response
      }
      return .refusal(404, "path", "there is nothing here")
    } catch let refusal as Refusal {
      return .refusal(refusal.status, refusal.code, refusal.message)
    } catch ReviewConflict.decidedMeanwhile(let person, let text) {
      let body = JSONValue.object([
        ("error", .string("conflict")), ("person", .string(person)), ("text", .text(text)),
      ])
      return HTTPResponse(409, json: body)
    } catch let error as SheetError {
      return .refusal(422, "sheet", "\(error.reason)")
    } catch ReviewConflict.nothing {
      return .refusal(409, "nothing", "there is nothing to undo or to do again")
    } catch {
      return .refusal(500, "catalogue", CatalogueFault(error).description)
    }
  }

  /// Why a request is not granted.
  struct Refusal: Error {
    var status: Int
    var code: String
    var message: String

    static func bad(_ code: String, _ message: String) -> Refusal {
      Refusal(status: 422, code: code, message: message)
    }
  }

  /// The page's script: its parts one after another, the one that begins last.
  private static let script =
    PackageResources.base_js + PackageResources.list_js + PackageResources.paper_js + PackageResources.card_js
    + PackageResources.decide_js + PackageResources.dialogs_js + PackageResources.keys_js

  /// The files of the page.
  private func page(_ request: HTTPRequest) throws -> HTTPResponse? {
    switch request.path {
    case "/":
      let html = String(decoding: PackageResources.index_html, as: UTF8.self)
        .replacing("{{language}}", with: options.language)
      return HTTPResponse(type: "text/html; charset=utf-8", Array(html.utf8))
    case "/app.js": return HTTPResponse(type: "text/javascript; charset=utf-8", Self.script)
    case "/style.css": return HTTPResponse(type: "text/css; charset=utf-8", PackageResources.style_css)
    default: return nil
    }
  }

  /// The input that a request names. Throws `Refusal` where there is none that may be shown.
  func input(_ request: HTTPRequest, in queue: ReviewQueue) throws -> ReviewInput {
    guard let id = request.integer("input"), let input = queue.input(id) else {
      throw Refusal(status: 404, code: "input", message: "no such document")
    }
    return input
  }
}
