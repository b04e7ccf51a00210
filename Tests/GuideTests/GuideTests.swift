import Foundation
import PhucHoi
import Testing

/// The models of this checkout, nil where there are none.
let models = try? Models.located()

/// The folder of the checkout.
let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A fenced block of a guide.
struct CodeBlock: Sendable, CustomStringConvertible {
  var guide: String
  var kind: String
  var lines: [String]

  var description: String { guide + ": " + (lines.first ?? "") }

  /// The blocks of the README files and of all guides whose fence names `kind`.
  static func all(_ kind: String) throws -> [CodeBlock] {
    let catalogue = checkout.appendingPathComponent("Sources/PhucHoi/PhucHoi.docc")
    let names = try FileManager.default.contentsOfDirectory(atPath: catalogue.path).sorted()
    var urls = ["README.md", "README.vi.md"].map(checkout.appendingPathComponent)
    urls += names.filter { $0.hasSuffix(".md") }.map(catalogue.appendingPathComponent)
    return try urls.flatMap { url in
      try blocks(String(contentsOf: url, encoding: .utf8), url.lastPathComponent).filter { $0.kind == kind }
    }
  }

  private static func blocks(_ text: String, _ guide: String) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: CodeBlock?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? CodeBlock(guide: guide, kind: String(line.dropFirst(3)), lines: []) : nil
      } else {
        open?.lines.append(String(line))
      }
    }
    return blocks
  }
}

/// What the guides show is compiled here and does what they say.
@Suite struct GuideTests {
  @Test(arguments: try CodeBlock.all("swift"))
  func codeOfTheGuidesIsCompiled(_ block: CodeBlock) throws {
    let url = checkout.appendingPathComponent("Tests/GuideTests/GuideCode.swift")
    let source = trimmed(try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n"))
    let wanted = trimmed(block.lines).filter { !$0.hasPrefix("import ") }
    #expect(!wanted.isEmpty)
    let isThere = source.indices.contains { source[$0...].starts(with: wanted) }
    #expect(isThere, "\(block): not among the code of GuideCode.swift")
  }

  @Test(.enabled(if: models != nil, "models are not there"))
  func codeOfTheGuidesRuns() throws {
    let models = try #require(models)
    #expect(try GuideCode.landing().text == "Ủy ban nhân dân tỉnh Quảng Ninh")
    try GuideCode.readme()
    let document = checkout.appendingPathComponent("Fixtures/documents/03-ke-hoach-dang/heavy-eng.txt")
    let repairer = GuideCode.policy(models)
    let repair = try GuideCode.repairing(document, repairer)
    #expect(!repair.edits.isEmpty)
    #expect(!GuideCode.places(repair).isEmpty)
    let decoded = DecodedText(repair.aligned.source)
    #expect(try GuideCode.limits(decoded, repairer, Board(isStopped: false)).text == repair.text)
    #expect(throws: PhucHoiError.self) { try GuideCode.limits(decoded, repairer, Board(isStopped: true)) }
    let documents = try GuideCode.record(decoded.text, models)
    #expect(documents.count == 1)
    #expect(GuideCode.recordJSON(documents).count == 1)
    #expect(try GuideCode.trust(Array(decoded.text.utf8), repairer) == repair.text)
    let binary = Array(try Data(contentsOf: checkout.appendingPathComponent("Fixtures/corrupt/binary.bin")))
    #expect(try GuideCode.trust(binary, repairer) == nil)
    let dictionaries = checkout.appendingPathComponent("Dictionaries")
    #expect(try GuideCode.ownModels(dictionaries).text == "Ủy ban nhân dân tỉnh Quảng Ninh")
  }

  @Test(.enabled(if: models != nil, "models are not there"))
  func codeAboutFilesRuns() throws {
    let models = try #require(models)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let scans = folder.appendingPathComponent("scans")
    try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
    let reading = checkout.appendingPathComponent("Fixtures/documents/03-ke-hoach-dang/light-eng.txt")
    try FileManager.default.copyItem(at: reading, to: scans.appendingPathComponent("86-KH.txt"))
    let archive = folder.appendingPathComponent("archive").path
    #expect(try GuideCode.folder(models, scans.path, archive).counts[.done] == 1)
    #expect(try GuideCode.search(archive).map(\.path) == ["86-KH.txt"])
    let own = folder.appendingPathComponent("own.tsv")
    try Data("Nguyễn Văn Mừu\n".utf8).write(to: own)
    let repairer = try GuideCode.ownWords(own, models)
    #expect(repairer.repair("Ong Nguyen Van Muu da den du.").text.contains("Mừu"))
    let page = """
      <html><body><div class='ocr_page'><span class='ocr_line'>
      <span class='ocrx_word' title='bbox 1 2 3 4'>Uy</span> <span class='ocrx_word' title='bbox 5 2 7 4'>ban</span>
      <span class='ocrx_word' title='bbox 8 2 9 4'>nhan</span> <span class='ocrx_word' title='bbox 10 2 12 4'>dan</span>
      </span></div></body></html>
      """
    let rewritten = try #require(try GuideCode.pages(Array(page.utf8), Repairer(models: models)))
    #expect(String(decoding: rewritten, as: UTF8.self).contains(">Ủy</span>"))
  }

  private func trimmed(_ lines: [String]) -> [String] {
    lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
