/// Decides who may come in: those with the token, to the names that this server goes by, from its own pages.
struct Gate: Sendable {
  /// What the address that is printed holds; whoever knows it may come in.
  let token: String
  /// The names, with ports, that requests may address.
  let hosts: Set<String>
  /// The name of the cookie that keeps the token; servers on other ports have others.
  let cookie: String

  /// A gate for a server at `address` and `port`, also known as `names`.
  init(token: String, address: String, port: UInt16, names: [String] = []) {
    self.token = token
    cookie = "phuchoi-\(port)"
    let own = address.contains(":") ? "[\(address)]" : address
    let local = ["127.0.0.1", "localhost", "[::1]"]
    let isLocal = local.contains(own) || address == "::1"
    let isAny = address == "0.0.0.0" || address == "::"
    var hosts = Set<String>()
    for name in (isLocal || isAny ? local : []) + (isAny ? [] : [own]) + names {
      hosts.insert("\(name.lowercased()):\(port)")
      if port == 80 { hosts.insert(name.lowercased()) }
    }
    self.hosts = hosts
  }

  /// 32 letters that nobody can guess: 160 bits of the system's random numbers.
  static func makeToken() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in letters[Int(generator.next() & 31)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The refusal of a request that may not come in; nil for one that may.
  func refusal(_ request: HTTPRequest) -> HTTPResponse? {
    guard !request.isAmbiguous, let host = request.headers["host"], hosts.contains(host.lowercased()) else {
      return .refusal(421, "host", "this server does not go by that name")
    }
    if let origin = request.headers["origin"], !isOwn(origin) {
      return .refusal(403, "origin", "only this server's own pages may ask")
    }
    // A link from another site may open the page, with the token in it; nothing else may come from there.
    let site = request.headers["sec-fetch-site"] ?? "none"
    let isEntry = request.method == "GET" && request.path == "/"
    guard isEntry || site == "same-origin" || site == "none" else {
      return .refusal(403, "site", "only this server's own pages may ask")
    }
    guard request.method == "GET" || request.method == "HEAD" || request.method == "POST" else {
      return .refusal(405, "method", "GET and POST only")
    }
    guard isKnown(request) else {
      return .refusal(401, "token", "open the address that `phuchoi serve` printed, with its token")
    }
    // No form of another site can send this header.
    guard request.method != "POST" || request.headers["x-phuchoi"] == "1" else {
      return .refusal(403, "header", "the header X-PhucHoi: 1 is missing")
    }
    guard !request.isTooLarge else { return .refusal(413, "body", "the body is too large") }
    return nil
  }

  /// Whether the token came in the address, where it opens the page.
  func isEntry(_ request: HTTPRequest) -> Bool {
    request.method == "GET" && request.path == "/" && Self.isEqual(request.query["token"] ?? "", token)
  }

  private func isOwn(_ origin: String) -> Bool {
    let origin = origin.lowercased()
    return origin.hasPrefix("http://") && hosts.contains(String(origin.dropFirst(7)))
  }

  private func isKnown(_ request: HTTPRequest) -> Bool {
    if Self.isEqual(request.cookie(cookie) ?? "", token) || isEntry(request) { return true }
    let bearer = request.headers["authorization"] ?? ""
    return bearer.hasPrefix("Bearer ") && Self.isEqual(String(bearer.dropFirst(7)), token)
  }

  /// Compares in a time that does not tell where the difference is.
  static func isEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
