import Platform

/// The review page as a server.
public final class ReviewServer: @unchecked Sendable {
  private let site: ReviewSite
  /// Set once, by `start`.
  private var server: HTTPServer?
  private var timer: (any DispatchSourceTimer)?

  /// Why the page cannot be served: what the system says.
  public struct StartFailure: Error, Sendable {
    /// What the system says.
    public var reason: String
  }

  /// A server of `site`.
  public init(site: ReviewSite) { self.site = site }

  /// Headers of every answer: nothing may be loaded from elsewhere, framed, or kept.
  private static let headers = [
    "Content-Security-Policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
      + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
  ]

  /// Begins to serve at a numeric address; port 0 takes any that is free. `names` are further names that the server goes
  /// by.
  ///
  /// - Returns: the address of the page, with its token.
  /// - Throws: `StartFailure`.
  public func start(address: String, port: UInt16, names: [String] = [], token: String? = nil)
    throws(StartFailure) -> String
  {
    let token = token ?? Gate.makeToken()
    let box = GateBox()
    let server = HTTPServer { [site] request in Self.response(to: request, site, box.gate) }
    let actual: UInt16
    do throws(HTTPServer.StartFailure) {
      actual = try server.start(address: address, port: port)
    } catch {
      throw StartFailure(reason: error.reason)
    }
    box.gate = Gate(token: token, address: address, port: actual, names: names)
    self.server = server
    // Who opens the page shall not wait for the queue.
    startThread { [site] in _ = try? site.book.current() }
    watch()
    let shown = ["0.0.0.0", "::"].contains(address) ? (names.first ?? "127.0.0.1") : address
    return "http://\(shown.contains(":") ? "[\(shown)]" : shown):\(actual)/?token=\(token)"
  }

  /// Ends the server.
  public func stop() {
    timer?.cancel()
    server?.stop()
  }

  /// Takes up every second what runs wrote meanwhile.
  private func watch() {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "phuchoi.review"))
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { [site] in try? site.book.refresh() }
    timer.resume()
    self.timer = timer
  }

  static func response(to request: HTTPRequest, _ site: ReviewSite, _ gate: Gate?) -> HTTPResponse {
    guard let gate else { return .refusal(503, "starting") }
    var response = gate.refusal(request) ?? site.response(to: request)
    for (name, value) in headers { response.headers[name] = value }
    if response.headers["Cache-Control"] == nil { response.headers["Cache-Control"] = "no-store" }
    if gate.isEntry(request), response.status == 200 {
      response.headers["Set-Cookie"] = "\(gate.cookie)=\(gate.token); Path=/; HttpOnly; SameSite=Strict"
    }
    return response
  }
}

/// The gate, which is known when the port is.
private final class GateBox: @unchecked Sendable {
  private let lock = Lock()
  private var value: Gate?
  var gate: Gate? {
    get { lock.withLock { value } }
    set { lock.withLock { value = newValue } }
  }
}
