import PhucHoiFormats
import TestSupport
import Testing
import VietText

@Suite struct HostileInputTests {
  private func code(_ source: String, _ format: PageFormat = .alto) -> FormatError.Code? {
    do throws(FormatError) {
      _ = try PageDocument(reading: Array(source.utf8), as: format)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func refusesEntityBombs() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><alto>&c;</alto>
      """
    #expect(code(bomb) == .entities)
  }

  @Test(arguments: [
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alto>&x;</alto>"#,
    #"<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><alto/>"#,
  ])
  func refusesExternalEntities(source: String) { #expect(code(source) == .entities) }

  @Test func doesNotReadExternalSubsets() {
    #expect(code(#"<!DOCTYPE alto SYSTEM "file:///etc/passwd"><alto/>"#) == nil)
  }

  @Test func refusesTenThousandLevels() {
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    #expect(code(deep) == .tooDeep)
  }

  @Test(arguments: [
    "", "<", "<a", "<a>", "<a></b>", "<a b='1' b='2'/>", "<alto>&undeclared;", "<a>\u{1}</a>",
    "<alto><String/>",
    "<a/><b/>", "<a b=\"<\"/>",
  ])
  func refusesWhatIsNotWellFormed(source: String) { #expect(code(source) == .malformed) }

  /// Whatever encoding the file says it is in: what is read once can be read again.
  @Test(arguments: ["", " encoding='ISO-8859-1'", " encoding='windows-1258'"])
  func refusesZeroBytes(encoding: String) {
    let source = "<?xml version='1.0'\(encoding)?><alto>\u{0}</alto>"
    #expect(code(source) == .binary)
    var bytes = Array(source.utf8)
    bytes.insert(0x80, at: bytes.count - 8)
    #expect(throws: FormatError.self) { try PageDocument(reading: bytes, as: .alto) }
  }

  /// A letter in the name of a tag, in an encoding that has few: no reference can stand for it there.
  @Test func whatCannotBeReadAgainIsNotWritten() throws {
    let outer = ["alto", "Layout", "Page", "PrintSpace", "TextBlock", "TextLine"]
    let open = "<?xml version='1.0' encoding='windows-1258'?>" + outer.map { "<\($0)>" }.joined()
    let close = outer.reversed().map { "</\($0)>" }.joined()
    let bytes =
      Array((open + "<String CONTENT='KE'/><").utf8) + [0xD3]
      + Array(("P/><String CONTENT='HO'/>" + close).utf8)
    let page = try PageDocument(reading: bytes, as: .alto)
    let word = try #require(page.words.first)
    #expect(page.rewritten([Replacement(range: word.range, text: "KẾ")]) == nil)
    #expect(page.rewritten([])?.bytes == bytes)
  }

  @Test(arguments: 0..<400)
  func survivesDamage(seed: Int) {
    var bytes = Array((seed % 2 == 0 ? Samples.hocr : Samples.alto(4)).utf8)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1 + seed % 4 {
      let place = random.next(below: bytes.count)
      switch random.next(below: 3) {
      case 0: bytes[place] = UInt8(random.next(below: 256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 40)))
      default:
        let signs = Array("<>&'\"/".utf8).dropFirst(random.next(below: 4)).prefix(2)
        bytes.insert(contentsOf: signs, at: place)
      }
    }
    guard let page = try? PageDocument(reading: bytes) else { return }
    #expect(page.rewritten([])?.bytes == bytes || page.format == .plainText)
  }

  /// Marks in an order that normalising sorts: quadratic work for whoever compares strings by their normal forms.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<html><body><div class='ocr_page'><a# b#='1' class='c#' title='bbox #'>t</a#></div></body></html>",
      "<html><body><p class=ocr_page><a# b#=1>t<span class='ocrx_word' title='x#'>u</span></body></html>",
      "<?xml version='1.0'?><alto xmlns='http://www.loc.gov/standards/alto/ns-v4'><Layout><Page><a#/></Page></Layout></alto>",
      "{\\rtf1{\\fonttbl{\\f0 a#;}}\\f0 abc\\b d\\b0 e}",
      "<!doctype html><html><body><a# b#='c'>t</a#>&a#;</body></html>",
    ])
  func endlessMarksInNamesTakeNoTime(_ source: String) {
    let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
    let parts = source.split(separator: "#", omittingEmptySubsequences: false)
    _ = try? PageDocument(reading: Array(parts.joined(separator: marks).utf8))
  }

  @Test(arguments: ["<html><body><div class='ocr_page'>", "<!doctype html><html><body>"])
  func readingEndsWhenItsTimeIsUp(_ head: String) {
    let word = "<span class='ocrx_word' title='bbox 0 0 4 9'>a</span> "
    let page = Array((head + String(repeating: word, count: 20_000)).utf8)
    let error = #expect(throws: FormatError.self) { try PageDocument(reading: page, patience: 0) }
    #expect(error?.code == .tooSlow)
  }

  @Test func refusesLargeAndBinaryInput() {
    #expect(throws: FormatError(.tooLarge, "5 bytes, at most 4")) {
      try PageDocument(reading: Array("abcde".utf8), limit: 4)
    }
    #expect(code("\u{7F}ELF\u{2}\u{1}\u{1}\u{0}\u{0}\u{0}\u{0}", .plainText) == .binary)
  }

  @Test func tellsFormatsByTheirContent() {
    #expect(PageFormat(detecting: Array("%PDF-1.4".utf8)) == .pdf)
    #expect(PageFormat(detecting: Array("Căn cứ <alto>".utf8)) == .plainText)
    #expect(PageFormat(detecting: []) == .plainText)
  }
}
