import Foundation
import JSON
import PhucHoiArchive
import Testing

/// Runs a stream over `input` through a pipe; gives the lines out and the counts.
func stream(_ input: [UInt8], _ change: (inout StreamRun) -> Void = { _ in }) throws -> (
  [String], StreamCounts
) {
  let pipe = Pipe()
  let writer = pipe.fileHandleForWriting
  Thread.detachNewThread {
    try? writer.write(contentsOf: Data(input))
    try? writer.close()
  }
  var run = StreamRun(engine: FakeEngine())
  change(&run)
  var output: [UInt8] = []
  let counts = try run.run(input: pipe.fileHandleForReading.fileDescriptor) { output += $0 }
  #expect(output.isEmpty || output.last == 0x0A)
  let lines = output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
  return (lines.map { String(decoding: $0, as: UTF8.self) }, counts)
}

@Suite struct StreamTests {
  @Test func aByteOrderMarkIsNoPartOfTheFirstLine() throws {
    let (lines, counts) = try stream([0xEF, 0xBB, 0xBF] + Array(#"{"id":1,"text":"chinh"}"#.utf8))
    #expect(counts.errors == 0)
    #expect(lines.first?.hasPrefix(#"{"id":1,"text":"chính""#) == true)
  }

  private let tail =
    #""produced_by":{"version":"0.0.0","model":"sha256:fake","options":{"policy":"careful"}}}"#

  @Test(arguments: [
    (#"{"id":1,"text":"chinh sach"}"#, #"{"id":1,"text":"chính sach","#),
    (
      #"{"n":1.50,"text":"a","big":12345678901234567890,"id":{"x":[true,null]}}"#,
      #"{"n":1.50,"text":"a","big":12345678901234567890,"id":{"x":[true,null]},"#
    ),
    (#"{"pages":["chinh","b\fc","chinh"]}"#, #"{"pages":["chính","b\u000cc","chính"],"#),
    (#"{"pages":[]}"#, #"{"pages":[],"#),
    (#"{"text":"a\rb","id":2}"#, #"{"text":"a\rb","id":2,"#),
    (
      "{\"text\":\"a\u{85}b\u{2028}c\u{2029}\",\"x\":\"\u{2028}\"}",
      #"{"text":"a\u0085b\u2028c\u2029","x":"\u2028","#
    ),
    (#"{"text":"old","text":"chinh","produced_by":1}"#, #"{"text":"chính","#),
    ("{\"text\":\r\"a\"\r}\r", #"{"text":"a","#),
  ])
  func answersWithTheSameKeys(line: String, expected: String) throws {
    let (lines, counts) = try stream(Array((line + "\n").utf8))
    #expect(lines == [expected + tail])
    #expect(counts.errors == 0)
  }

  @Test(arguments: [
    ("", "null", "PH-1401"), ("[1]", "null", "PH-1401"), (#"{"id":5,"text":"a"#, "5", "PH-1401"),
    (#"{"id":5"#, "null", "PH-1401"), (#"{"id":5}"#, "5", "PH-1402"),
    (#"{"id":"x","text":7}"#, #""x""#, "PH-1402"),
    (#"{"id":5,"text":"a","pages":[]}"#, "5", "PH-1402"), (#"{"id":5,"pages":["a",1]}"#, "5", "PH-1402"),
    (#"{"id":5,"text":"<fail>"}"#, "5", "PH-1405"), (#"{"id":5,"text":"a"} {}"#, "5", "PH-1401"),
    (#"{"id":01,"text":"a"}"#, "null", "PH-1401"),
  ])
  func answersEveryBadLineWithAnError(line: String, id: String, code: String) throws {
    let (lines, counts) = try stream(Array((line + "\n" + #"{"text":"b"}"# + "\n").utf8))
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":\#(id),"error":{"code":"\#(code)","message":""#))
    #expect(lines[1].hasPrefix(#"{"text":"b","#))
    #expect(counts.lines == 2)
    #expect(counts.errors == 1)
  }

  @Test func refusesBytesThatAreNotUTF8AndDeepNesting() throws {
    let bad = Array(#"{"id":1,"text":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8) + [0x0A]
    let deep = Array((#"{"id":2,"text":"a","x":"# + String(repeating: "[", count: 100_000) + "\n").utf8)
    let (lines, _) = try stream(bad + deep)
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":1,"error":{"code":"PH-1401""#))
    #expect(lines[1].hasPrefix(#"{"id":2,"error":{"code":"PH-1401""#))
  }

  @Test func refusesLongLinesAndKeepsTheirIdentifier() throws {
    let long = #"{"id":"k","text":""# + String(repeating: "a", count: 200_000) + "\"}\n"
    let (lines, counts) = try stream(Array((long + #"{"id":2,"text":"b"}"#).utf8)) { $0.maxBytes = 1000 }
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":"k","error":{"code":"PH-1403""#))
    #expect(lines[1].hasPrefix(#"{"id":2,"text":"b""#))
    #expect(counts.errors == 1)
  }

  @Test func givesUpOnSlowLinesAndGoesOn() throws {
    let input = #"{"id":1,"text":"<slow>"}"# + "\n" + #"{"id":2,"text":"b"}"# + "\n"
    let (lines, _) = try stream(Array(input.utf8)) { $0.timeout = 200 }
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":1,"error":{"code":"PH-1404""#))
    #expect(lines[1].hasPrefix(#"{"id":2,"text":"b""#))
  }

  @Test(arguments: [1, 2, 5])
  func keepsOrderAndCountWhateverTheJobs(jobs: Int) throws {
    let input = (0..<5000).map {
      $0 % 100 == 7 ? #"{"id":\#($0), bad"# : #"{"id":\#($0),"text":"chinh \#($0)"}"#
    }
    let (lines, counts) = try stream(Array(input.joined(separator: "\n").utf8)) { $0.jobs = jobs }
    try #require(lines.count == 5000)
    for (number, line) in lines.enumerated() { #expect(line.hasPrefix(#"{"id":\#(number),"#)) }
    #expect(counts.errors == 50)
    #expect(lines[3] == #"{"id":3,"text":"chính 3","# + tail)
  }

  /// Marks in an order that normalising sorts: quadratic work for whoever compares strings by their normal forms.
  @Test(.timeLimit(.minutes(10)))
  func keysOfEndlessMarksTakeNoTime() throws {
    let key = "a" + String(repeating: "\u{301}\u{323}", count: 300_000)
    let input = #"{"\#(key)":1,"id":1,"\#(key)":2,"text":"chinh"}"# + "\n" + #"{"\#(key)":1,"id":2}"# + "\n"
    let (lines, counts) = try stream(Array(input.utf8))
    try #require(lines.count == 2)
    #expect(
      lines[0].utf8.count == key.utf8.count + #"{"":2,"id":1,"text":"chính","#.utf8.count + tail.utf8.count)
    #expect(lines[0].utf8.suffix(tail.utf8.count).elementsEqual(tail.utf8))
    #expect(lines[1].hasPrefix(#"{"id":2,"error":{"code":"PH-1402""#))
    #expect(counts.errors == 1)
  }

  @Test func emitsWhatIsAskedFor() throws {
    let (lines, _) = try stream(Array(#"{"id":1,"text":"a chinh"}"#.utf8)) { $0.fields = [.edits, .record] }
    let line = try #require(lines.first)
    let value = try JSONParser.parse(Array(line.utf8))
    #expect(value["text"] == nil)
    #expect(value["record"]?["schema"]?.string == "phuchoi.record/1")
    #expect(value["record"]?["source"]?["pages"]?.int == 1)
    let edit = try #require(value["edits"]?.elements.first)
    #expect(edit["span"]?["start"]?.int == 2)
    #expect(edit["old"]?.string == "chinh")
    #expect(edit["alternatives"]?.elements.first?["confidence"]?.double == 0.01)
  }
}
