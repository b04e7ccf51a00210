import Testing

@testable import PhucHoiServe

@Suite struct GateTests {
  private let gate = Gate(token: "secret", address: "127.0.0.1", port: 8753, names: ["archive.example"])

  private func request(
    _ method: String = "GET", _ path: String = "/api/state", _ headers: [String: String] = [:]
  ) -> HTTPRequest {
    var request = HTTPRequest(method: method, path: path)
    request.headers = ["host": "127.0.0.1:8753", "cookie": "phuchoi-8753=secret", "x-phuchoi": "1"]
    request.headers.merge(headers) { $1 }
    return request
  }

  @Test(arguments: [
    "127.0.0.1:8753", "localhost:8753", "LOCALHOST:8753", "[::1]:8753", "archive.example:8753",
  ])
  func letsInByItsOwnNames(_ host: String) {
    #expect(gate.refusal(request("GET", "/", ["host": host])) == nil)
    #expect(gate.refusal(request("POST", "/api/decide", ["host": host, "origin": "http://\(host)"])) == nil)
  }

  @Test(arguments: [
    (["host": "evil.example:8753"], 421), (["host": "127.0.0.1"], 421), (["host": ""], 421),
    (["origin": "http://evil.example"], 403), (["origin": "null"], 403),
    (["origin": "https://127.0.0.1:8753"], 403), (["origin": "http://127.0.0.1:8754"], 403),
    (["sec-fetch-site": "cross-site"], 403), (["sec-fetch-site": "same-site"], 403),
    (["cookie": ""], 401), (["cookie": "phuchoi-8753=secreT"], 401), (["cookie": "phuchoi-8754=secret"], 401),
    (["cookie": "", "authorization": "Bearer wrong"], 401), (["x-phuchoi": ""], 403),
  ])
  func refusesStrangers(_ headers: [String: String], _ status: Int) {
    #expect(gate.refusal(request("POST", "/api/decide", headers))?.status == status)
  }

  @Test func theTokenInTheAddressOpensThePageAlone() {
    var entry = request("GET", "/", ["cookie": "", "sec-fetch-site": "cross-site"])
    entry.query["token"] = "secret"
    #expect(gate.refusal(entry) == nil)
    #expect(gate.isEntry(entry))
    entry.path = "/api/state"
    entry.headers["sec-fetch-site"] = "none"
    #expect(gate.refusal(entry)?.status == 401)
    entry.path = "/"
    entry.query["token"] = "secrets"
    #expect(gate.refusal(entry)?.status == 401)
  }

  @Test func programsMayBringTheTokenAsABearer() {
    #expect(
      gate.refusal(request("GET", "/api/state", ["cookie": "", "authorization": "Bearer secret"])) == nil)
  }

  @Test func oddRequestsAreRefused() {
    var double = request()
    double.isAmbiguous = true
    #expect(gate.refusal(double)?.status == 421)
    var large = request("POST", "/api/sheet")
    large.isTooLarge = true
    #expect(gate.refusal(large)?.status == 413)
    #expect(gate.refusal(request("DELETE"))?.status == 405)
  }

  @Test func tokensAreLongAndDiffer() {
    #expect(Gate.makeToken() != Gate.makeToken())
    #expect(Gate.makeToken().utf8.count == 32)
  }
}
