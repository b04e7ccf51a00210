import CHTTP
import JSON

/// A request, read whole.
struct HTTPRequest: Sendable {
  /// `GET`, `POST` and so on.
  var method: String
  /// The path, decoded.
  var path: String
  /// Headers that are looked at, by their names in small letters.
  var headers: [String: String] = [:]
  /// The query, decoded.
  var query: [String: String] = [:]
  /// The body.
  var body: [UInt8] = []
  /// Whether the body was longer than any that is taken; then it is not here.
  var isTooLarge = false
  /// Whether it names more than one host.
  var isAmbiguous = false

  /// The headers that are looked at.
  private static let known = [
    "host", "origin", "cookie", "authorization", "content-type", "sec-fetch-site", "x-phuchoi",
  ]
  /// The parts of the query that are looked at.
  private static let arguments = [
    "token", "person", "mode", "of", "input", "page", "line", "offset", "profile", "width", "filter",
  ]

  /// A request from its parts.
  init(method: String, path: String) { (self.method, self.path) = (method, path) }

  /// The request of an exchange.
  init(_ exchange: OpaquePointer) {
    self.init(
      method: String(cString: chttp_method(exchange)), path: String(cString: chttp_path(exchange)))
    for name in Self.known {
      if let value = chttp_header(exchange, name) { headers[name] = String(cString: value) }
    }
    for name in Self.arguments {
      if let value = chttp_argument(exchange, name) { query[name] = String(cString: value) }
    }
    var count = 0
    if let bytes = chttp_body(exchange, &count) {
      body = Array(UnsafeBufferPointer(start: bytes, count: count))
    }
    isTooLarge = chttp_too_large(exchange) != 0
    isAmbiguous = chttp_header_count(exchange, "host") > 1 || chttp_header_count(exchange, "origin") > 1
  }

  /// A whole number of the query.
  func integer(_ name: String) -> Int? { query[name].flatMap { Int($0) } }

  /// The value of a cookie.
  func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].drop(while: { $0 == " " }) == name { return String(pair[1]) }
    }
    return nil
  }
}

/// An answer.
struct HTTPResponse: Sendable, Equatable {
  /// The status.
  var status: Int
  /// Headers, besides those that every answer has.
  var headers: [String: String] = [:]
  /// The body.
  var body: [UInt8] = []

  /// An answer with a body of the type `type`.
  init(_ status: Int = 200, type: String, _ body: [UInt8]) {
    self.status = status
    headers["Content-Type"] = type
    self.body = body
  }

  /// An answer in JSON.
  init(_ status: Int = 200, json: JSONValue) {
    self.init(status, type: "application/json; charset=utf-8", JSONWriter.bytes(json))
  }

  /// A refusal: a stable word for programs, and for persons what it means.
  static func refusal(_ status: Int, _ code: String, _ message: String = "") -> HTTPResponse {
    HTTPResponse(status, json: .object([("error", .string(code)), ("message", .string(message))]))
  }
}
