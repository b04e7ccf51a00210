import Foundation
import PhucHoiArchive
import Testing

@Suite struct NamesTests {
  @Test func ordersNumbersByValue() {
    let names = ["10.txt", "2.txt", "a10/1", "a2/10", "a2/9", "1.txt", "a2", "02.txt"].map {
      RelativePath($0)
    }
    #expect(
      names.sorted().map(\.display) == ["1.txt", "02.txt", "2.txt", "10.txt", "a2", "a2/9", "a2/10", "a10/1"])
  }

  @Test func showsAnyBytesOnOneLine() {
    #expect(RelativePath([0x61, 0xE1, 0x0A]).display == "a\\xE1\\x0A")
    #expect(RelativePath("a\\xE1").display == "a\\x5CxE1")
    #expect(RelativePath("kế hoạch.txt").display == "kế hoạch.txt")
  }

  @Test(arguments: [
    ["a.txt", "a.hocr"], ["a.hocr", "a.hocr.txt", "a.txt"],
    ["report/index.html", "report~/index.html", "report~~"],
    ["catalogue.sqlite", "catalogue.sqlite~"], ["a", "a.txt/b.txt", "a.record.json", "a.edits.json"],
    [".phuchoi/part", "x.record.json", "x.txt", "x"], ["a.TXT", "a.txt"],
    ["CÔNG VĂN 11.txt", "Công văn 11.txt", "Co\u{302}ng va\u{306}n 11.txt"],
    ["A/x.pdf", "a/X.hocr", "a/x.PDF"],
    ["Catalogue.sqlite", "REPORT/a.txt", ".PhucHoi/lock"],
  ])
  func keepsOutputsApart(inputs: [String]) {
    let names = OutputNames.names(for: inputs.map { RelativePath($0) })
    var all: [String] = []
    for name in names {
      all += Set([name.mirror, name.text, name.record, name.edits]).map(\.display)
    }
    // Some file systems know no capitals, and some keep letters apart from their marks.
    all = all.map { $0.precomposedStringWithCanonicalMapping.lowercased() }
    #expect(Set(all).count == all.count)
    #expect(
      !all.contains { $0.hasPrefix("report/") || $0 == "catalogue.sqlite" || $0.hasPrefix(".phuchoi/") })
    // No file stands where another has a folder.
    #expect(!all.contains { file in all.contains { $0.hasPrefix(file + "/") } })
  }

  @Test func takesNamesOfAnyBytes() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    for name: [UInt8] in [
      [0x61, 0xE1, 0xFF], Array("..\\..\\x".utf8), Array("-rf *;$(x)\n".utf8), Array("<script>".utf8),
    ] {
      let path = Array(input.path.utf8) + [0x2F] + name + [0]
      let descriptor = path.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
        }
      }
      try #require(descriptor >= 0)
      #expect(write(descriptor, "chinh", 5) == 5)
      close(descriptor)
    }
    let counts = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run().counts
    #expect(counts == [.done: 4])
    try ArchiveReport(folder: output.path).write(in: .vietnamese)
    let queue = try #require(output.read("report/queue-1.html"))
    #expect(!queue.contains("<script"))
    #expect(queue.contains("&lt;script&gt;"))
  }
}
