import CHTTP
import Platform

/// An HTTP server for few people: requests are read within limits, handled on a few threads, and never trusted.
final class HTTPServer: @unchecked Sendable {
  /// Why a server cannot be started.
  struct StartFailure: Error {
    /// What the system says.
    var reason: String
  }

  private let handler: @Sendable (HTTPRequest) -> HTTPResponse
  private let work: WorkQueue
  /// Set once, when the server starts.
  private var server: OpaquePointer?

  /// A server that answers with what `handler` makes of requests, on several threads at once.
  init(threads: Int = 6, handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    self.handler = handler
    work = WorkQueue(threads: threads)
  }

  /// Begins to listen at a numeric address; port 0 takes any that is free.
  ///
  /// - Returns: the port.
  /// - Throws: `StartFailure`.
  func start(address: String, port: UInt16, limits: Limits = Limits()) throws(StartFailure) -> UInt16 {
    let bounds = chttp_limits(
      body: limits.body, memory: limits.head, patience: UInt32(limits.patience),
      connections: UInt32(limits.connections))
    let context = Unmanaged.passUnretained(self).toOpaque()
    server = chttp_start(address, port, bounds, onRequest, context)
    guard let server else { throw StartFailure(reason: String(cString: strerror(errno))) }
    return chttp_port(server)
  }

  /// What a request may be.
  struct Limits: Sendable {
    /// The longest body, in bytes: a sheet of decisions.
    var body = 32 << 20
    /// The memory of a connection, in bytes, that its head must fit in.
    var head = 48 << 10
    /// Seconds without a byte before a connection is closed.
    var patience = 15
    /// How many connections there may be at once.
    var connections = 4000
  }

  /// Ends the server when all requests are answered.
  func stop() {
    work.waitUntilDone()
    if let server { chttp_stop(server) }
    server = nil
  }

  /// Lets a request be handled, and answers it.
  fileprivate func take(_ exchange: OpaquePointer) {
    let exchange = Exchange(pointer: exchange)
    work.add { [handler] in
      let response = handler(HTTPRequest(exchange.pointer))
      for (name, value) in response.headers.sorted(by: { $0.key < $1.key }) {
        chttp_add_header(exchange.pointer, name, value)
      }
      response.body.withUnsafeBufferPointer { body in
        chttp_answer(exchange.pointer, UInt32(response.status), body.baseAddress, body.count)
      }
    }
  }
}

/// An exchange on its way to the thread that alone uses it from now on.
private struct Exchange: @unchecked Sendable {
  let pointer: OpaquePointer
}

private func onRequest(_ context: UnsafeMutableRawPointer?, _ exchange: OpaquePointer?) {
  guard let context, let exchange else { return }
  Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue().take(exchange)
}
