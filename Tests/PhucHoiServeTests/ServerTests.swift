import Foundation
import Testing

@testable import PhucHoiServe

/// The page behind a real socket.
@Suite struct ServerTests {
  private func send(_ request: String, to port: UInt16) -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isOpen = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard isOpen == 0 else { return "" }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    _ = request.withCString { write(descriptor, $0, strlen($0)) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  @Test func servesThePageWithItsTokenAndRefusesWithout() throws {
    let fixture = try SiteFixture()
    let server = ReviewServer(site: fixture.site)
    let address = try server.start(address: "127.0.0.1", port: 0)
    defer { server.stop() }
    let parts = address.split { ":/?".contains($0) }
    let port = try #require(UInt16(parts[2]))
    let host = "Host: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    let page = send("GET /?\(parts[3]) HTTP/1.1\r\n\(host)\r\n", to: port)
    #expect(page.hasPrefix("HTTP/1.1 200"))
    #expect(page.contains("Set-Cookie: phuchoi-\(port)="))
    #expect(page.contains("HttpOnly; SameSite=Strict"))
    #expect(page.contains("Content-Security-Policy: default-src 'none'"))
    #expect(page.contains("<html lang=\"vi\">"))
    #expect(send("GET / HTTP/1.1\r\n\(host)\r\n", to: port).hasPrefix("HTTP/1.1 401"))
    #expect(
      send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", to: port).hasPrefix("HTTP/1.1 421"))
    let endless = "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 100_000) + "\r\n\r\n"
    #expect(!send(endless, to: port).hasPrefix("HTTP/1.1 2"))
    #expect(send("GET /?\(parts[3]) HTTP/1.1\r\n\(host)\r\n", to: port).hasPrefix("HTTP/1.1 200"))
  }
}
