import PhucHoiFormats
import Testing
import VietText

/// The replacements that turn the first occurrence of every key into its value.
func replacements(in text: String, _ changes: [(String, String)]) throws -> [Replacement] {
  try changes.map { old, new in
    let range = try #require(text.range(of: old))
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Replacement(range: lower..<lower + old.utf8.count, text: new)
  }
}

@Suite struct PageDocumentTests {
  @Test func readsTextWordsAndConfidencesOfHOCR() throws {
    let page = try PageDocument(reading: Array(Samples.hocr.utf8))
    #expect(page.format == .hocr)
    #expect(page.text == "Ủyban nhan d ân R&D\ntỉnh      Số:\n\nx\n\u{0C}trang hai\n")
    #expect(page.pageCount == 2)
    #expect(
      page.words.map(\.id) == [
        "word_1_1", "word_1_2", "word_1_3", "word_1_4", "word_1_5", "word_1_6", "word_1_7", "word_1_8", nil,
      ])
    #expect(page.words[1].confidence == 0.41)
    #expect(page.words[0].box == Box(x0: 100, y0: 100, x1: 200, y1: 140))
    #expect(page.words[8].page == 2)
    for word in page.words {
      #expect(Array(page.text.utf8)[word.range].elementsEqual(word.text.utf8))
    }
    #expect(
      page.words(in: page.words[2].range.lowerBound..<page.words[3].range.upperBound).map(\.text) == [
        "d", "ân",
      ])
  }

  @Test(arguments: [2, 3, 4])
  func readsALTO(version: Int) throws {
    let page = try PageDocument(reading: Array(Samples.alto(version).utf8))
    #expect(page.format == .alto)
    #expect(page.text == "Ủyban nhan d ân R&D <1>\n\nquy\n")
    #expect(page.words[1].box == Box(x0: 220.5, y0: 100, x1: 300.5, y1: 140))
    #expect(page.words[0].confidence == 0.96)
  }

  @Test(arguments: [Samples.hocr, Samples.alto(2), Samples.alto(3), Samples.alto(4), "Căn cứ\r\nLuật\n"])
  func writesTheSameBytesWithoutReplacements(source: String) throws {
    let page = try PageDocument(reading: Array(source.utf8))
    let result = try #require(page.rewritten([]))
    #expect(result.bytes == Array(source.utf8))
    #expect(result.unapplied == 0)
  }

  @Test func changesOneWordOfHOCRInPlace() throws {
    let page = try PageDocument(reading: Array(Samples.hocr.utf8))
    let result = try #require(
      page.rewritten(try replacements(in: page.text, [("nhan", "nhân"), ("R&D", "<R>")])))
    let expected = Samples.hocr.replacing("<strong>nhan<", with: "<strong>nhân<").replacing(
      "R&amp;D", with: "&lt;R&gt;")
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
  }

  @Test func splitsAndMergesWordsOfHOCR() throws {
    let page = try PageDocument(reading: Array(Samples.hocr.utf8))
    let result = try #require(
      page.rewritten(try replacements(in: page.text, [("Ủyban", "Ủy ban"), ("d ân", "dân")])))
    let again = try PageDocument(reading: result.bytes)
    #expect(again.text == "Ủy ban nhan dân R&D\ntỉnh      Số:\n\nx\n\u{0C}trang hai\n")
    #expect(again.words[0].box == Box(x0: 100, y0: 100, x1: 133, y1: 140))
    #expect(again.words[1].box == Box(x0: 150, y0: 100, x1: 200, y1: 140))
    #expect(again.words[3].box == Box(x0: 320, y0: 100, x1: 400, y1: 140))
    #expect(
      again.words.prefix(5).map(\.id) == ["word_1_1", "word_1_1_2", "word_1_2", "word_1_3", "word_1_5"])
    #expect(again.words[2...].dropFirst(2).map(\.box) == page.words[4...].map(\.box))
    #expect(
      String(decoding: result.bytes, as: UTF8.self).contains("title='bbox 320 100 400 140; x_wconf 88'>dân<"))
  }

  @Test func changesWordsOfALTO() throws {
    let page = try PageDocument(reading: Array(Samples.alto(4).utf8))
    let changes = try replacements(
      in: page.text, [("Ủyban", "Ủy ban"), ("nhan", "nhân"), ("d ân", "dân"), ("R&D", "\"R\"")])
    let result = try #require(page.rewritten(changes))
    let again = try PageDocument(reading: result.bytes)
    #expect(again.text == "Ủy ban nhân dân \"R\" <1>\n\nquy\n")
    let text = String(decoding: result.bytes, as: UTF8.self)
    #expect(
      text.contains(
        #"<String CONTENT='nhân' ID='s2' HPOS='220.5' VPOS='100' WIDTH='80' HEIGHT='40' WC='0.41'></String>"#)
    )
    #expect(text.contains(#"<String ID="s3" HPOS="320" VPOS="100" WIDTH="80" HEIGHT="40" CONTENT="dân"/>"#))
    #expect(text.contains(#"CONTENT="&quot;R&quot; &lt;1&gt;"/>"#))
    #expect(!text.contains("CC="))
  }

  @Test func readsWordsThatAreSpeltOut() throws {
    let source = """
      <div class='ocr_page'><span class='ocr_line'><span class='ocrx_word' id='w' title='bbox 1 1 9 9'>
      <span class='ocrx_cinfo' title='x_bboxes 1 1 4 9'>n</span>
      <span class='ocrx_cinfo' title='x_bboxes 5 1 9 9'>o</span>
      </span></span></div>
      """
    let page = try PageDocument(reading: Array(source.utf8))
    #expect(page.text == "no\n")
    #expect(try #require(page.rewritten([])).bytes == Array(source.utf8))
    let result = try #require(page.rewritten(try replacements(in: page.text, [("no", "nó")])))
    #expect(try PageDocument(reading: result.bytes).words.map(\.text) == ["nó"])
  }

  @Test func leavesWhatCannotBeChanged() throws {
    let page = try PageDocument(reading: Array(Samples.hocr.utf8))
    let over = Replacement(
      range: page.words[4].range.lowerBound..<page.words[5].range.upperBound, text: "một")
    let fixed = Replacement(range: page.words[7].range, text: "y")
    let result = try #require(page.rewritten([over, fixed]))
    #expect(result.unapplied == 2)
    #expect(result.bytes == Array(Samples.hocr.utf8))
    let alto = try PageDocument(reading: Array(Samples.alto(4).utf8))
    let divided = try #require(alto.rewritten(try replacements(in: alto.text, [("quy", "quý")])))
    #expect(divided.unapplied == 1)
  }

  @Test func replacesLinesWithoutWords() throws {
    let page = try PageDocument(reading: Array(Samples.hocr.utf8))
    let result = try #require(
      page.rewritten(try replacements(in: page.text, [("trang hai", "trang thứ hai")])))
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == Samples.hocr.replacing("trang hai", with: "trang thứ hai"))
  }

  /// What an encoding lacks may be written as a reference between tags, nowhere else; an unknown name tells nothing.
  @Test(arguments: [("ISO-8859-1", [UInt8](arrayLiteral: 0x80)), ("STF-8", Array("é".utf8))])
  func readsWhatItWroteInAForeignEncoding(_ name: String, _ letter: [UInt8]) throws {
    let source = Samples.alto(4).replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
    let comment = Array("<!-- ".utf8) + letter + Array(" --></alto>".utf8)
    let ascii = source.replacing("</alto>", with: "").unicodeScalars.map {
      $0.isASCII ? UInt8($0.value) : 0x3F
    }
    let bytes = ascii + comment
    let page = try PageDocument(reading: bytes, as: .alto)
    let word = try #require(page.words.first)
    let written = try #require(page.rewritten([Replacement(range: word.range, text: "nhân")])).bytes
    #expect(try PageDocument(reading: written, as: .alto).words.first?.text == "nhân")
    #expect(written.suffix(comment.count) == comment[...])
  }

  @Test func keepsUTF16() throws {
    let source = Samples.alto(4).replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let bytes: [UInt8] = [0xFF, 0xFE] + source.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let page = try PageDocument(reading: bytes)
    #expect(page.format == .alto)
    #expect(try #require(page.rewritten([])).bytes == bytes)
    let changed = try #require(page.rewritten(try replacements(in: page.text, [("nhan", "nhân")])))
    #expect(try PageDocument(reading: changed.bytes).text.contains("nhân"))
  }
}
