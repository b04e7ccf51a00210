import Foundation
import Testing

@testable import PhucHoiFormats

/// Formats beside hOCR and ALTO: read as what they are, or refused by name.
@Suite struct FormatTests {
  private func read(_ source: String) throws -> PageDocument { try PageDocument(reading: Array(source.utf8)) }

  private func code(_ bytes: [UInt8], suffix: String? = nil) -> FormatError.Code? {
    do throws(FormatError) {
      _ = try PageDocument(reading: bytes, suffix: suffix)
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    #"{"text":"Kinh gti:\n- Uy ban nhan dan"}"#, "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n",
    #"[{"text":"Uy ban"}]"#, "page,line,text,conf\n1,1,Uy ban,90\n1,2,nhan dan,80\n",
    "trang;dong;chu\n1;1;\"Uy ban; nhan dan\"\n", "<?xml version='1.0'?><a><b/></a>",
    "<document xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml\"><page/></document>",
    "%!PS-Adobe-3.0\n", "\\documentclass{article}\n\\begin{document}Uy ban\\end{document}\n",
    "From: Lan <lan@example>\nSubject: =?utf-8?Q?x?=\n folded\nMIME-Version: 1.0\n\nUy ban\n",
  ])
  func refusesDataByName(_ source: String) { #expect(code(Array(source.utf8)) == .foreign) }

  @Test func refusesTablesNamedSo() {
    #expect(code(Array("ten,nam\n".utf8), suffix: "csv") == .foreign)
    #expect(code(Array("ten,nam\n".utf8)) == nil)
  }

  @Test(arguments: [
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10],
    [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], Array("AT&TFORM....DJVM".utf8),
  ])
  func picturesNeedAnEngine(_ bytes: [UInt8]) { #expect(code(bytes) == .needsOCR) }

  @Test func refusesOldOfficeFilesByName() {
    #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]) == .foreign)
  }

  @Test(arguments: ["", "x", "<html><body>x</body></html>"])
  func onlyPDFMayGoByThatName(_ source: String) {
    #expect(code(Array(source.utf8), suffix: "pdf") == .damagedPDF)
  }

  @Test(arguments: [
    "Kính gửi: Sở Nội vụ\nMessage-ID: không có\nTrích yếu thư điện tử\n", "[1] Xem Quyết định số 5.", "[1]",
    "{a}", "Nơi nhận: như trên, lưu, gửi\nCác sở, ban, ngành", "<fail>",
    "a,b,c", "|1|Xi măng|tấn|\n|2|Cát|m3|\n", "- Như trên;\n- Lưu: VT;\n- Gửi;\n",
  ])
  func runningTextIsText(_ source: String) throws {
    #expect(FormatGuess(Array(source.utf8)) == .known(.plainText))
    #expect(try read(source).text == source)
  }

  @Test func headOfPDFMayStandLater() {
    #expect(PageFormat(detecting: [0xEF, 0xBB, 0xBF] + Array("%PDF-1.4".utf8)) == .pdf)
    #expect(PageFormat(detecting: Array(repeating: 0x20, count: 1000) + Array("%PDF-1.4".utf8)) == .pdf)
    #expect(PageFormat(detecting: Array(repeating: 0x20, count: 2000) + Array("%PDF-1.4".utf8)) == .plainText)
  }

  @Test func readsRichTextInItsFonts() throws {
    let source = #"""
      {\rtf1\ansi\deff0{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil .VnTime;}{\f2\fnil .VnTimeH;}{\f3 VNI-Times;}}
      {\info{\title kh\'f4ng}}\f0 \u7910\'3fy ban t\u7881?nh\par
      \f1 nh\'a9n d\'a9n\tab 5\par\f2 quy\'d5t \'ae\'denh\par\f3 hoa\'f8 b\'ecnh {\b\f0 A}\par}
      """#
    let page = try read(source)
    #expect(page.format == .rtf)
    #expect(page.text == "Ủy ban tỉnh\nnhân dân\t5\nQUYẾT ĐỊNH\nhoà bình A\n")
    #expect(page.rewritten([]) == nil)
  }

  @Test func readsWordFilesInTheirFonts() throws {
    let page = try PageDocument(
      reading: Array(try #require(Data(base64Encoded: Self.wordFile, options: .ignoreUnknownCharacters))))
    #expect(page.format == .docx)
    #expect(
      page.text == "ủy ban nhân dân\nCỘNG HÒA XÃ HỘI\nCộng hòa xã hội\nĐiều 1. Số 5\nMột \tHai \n")
  }

  @Test func aDamagedWordFileIsToldOf() throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.wordFile, options: .ignoreUnknownCharacters)))
    for length in stride(from: 4, to: bytes.count, by: 97) {
      #expect(code(Array(bytes.prefix(length))) != nil)
    }
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var damaged = bytes
      damaged[place] ^= 0x55
      _ = code(damaged)
    }
  }

  @Test func readsHTML() throws {
    let page = try read(
      """
      <!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><p>Căn c&#7913; Lu&#x1EAD;t
       Ng&acirc;n s&aacute;ch<br>số 5 <b>A &amp; B</b></p><table><tr><td>Một<td>Hai</tr></table><script>s()</script>
      """)
    #expect(page.format == .html)
    #expect(page.text == "Căn cứ Luật Ngân sách\nsố 5 A & B\nMột\tHai\n")
  }

  @Test func readsTheTableOfTesseract() throws {
    let head =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    let page = try read(
      head + "1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t\n4\t1\t1\t1\t1\t0\t9\t9\t90\t9\t-1\t\n"
        + "5\t1\t1\t1\t1\t1\t9\t9\t20\t9\t96.5\tỦy\n5\t1\t1\t1\t1\t2\t35\t9\t20\t9\t41\tban\n"
        + "5\t2\t1\t1\t1\t1\t9\t9\t20\t9\t90\thai\n")
    #expect(page.format == .tesseractTable)
    #expect(page.text == "Ủy ban\n\u{0C}hai\n")
    #expect(page.words[1].confidence == 0.41)
    #expect(page.words[0].box == Box(x0: 9, y0: 9, x1: 29, y1: 18))
  }

  private static let pageXML = """
    <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageFilename="a.png">
    <TextRegion id="r"><TextLine id="l1">
    <Word id="w1"><Coords points="0,0 10,0 10,5 0,5"/><TextEquiv index="0" conf="0.4"><Unicode>Uy</Unicode></TextEquiv>\
    <TextEquiv index="1"><Unicode>Ly</Unicode></TextEquiv></Word>
    <Word id="w2"><Coords points="12,0 20,5"/><TextEquiv><Unicode>b</Unicode></TextEquiv></Word>
    <Word id="w3"><Coords points="21,0 30,5"/><TextEquiv><Unicode>an</Unicode></TextEquiv></Word>
    <TextEquiv><Unicode>Uy b an</Unicode></TextEquiv></TextLine>
    <TextLine id="l2"><TextEquiv><Unicode>R&amp;D nhan dan</Unicode></TextEquiv></TextLine>
    <TextEquiv><Unicode>Uy b an
    R&amp;D nhan dan</Unicode></TextEquiv></TextRegion></Page></PcGts>
    """

  @Test func pageXMLComesOutAsItCame() throws {
    let page = try read(Self.pageXML)
    #expect(page.format == .pageXML)
    #expect(page.text == "Uy b an\nR&D nhan dan\n")
    #expect(page.words[0].confidence == 0.4 && page.words[1].box == Box(x0: 12, y0: 0, x1: 20, y1: 5))
    #expect(page.rewritten([])?.bytes == Array(Self.pageXML.utf8))
    let changes = try replacements(in: page.text, [("Uy", "Ủy"), ("b an", "ban"), ("nhan", "nhân")])
    let result = try #require(page.rewritten(changes))
    let expected = Self.pageXML.replacing("<Unicode>Uy</Unicode>", with: "<Unicode>Ủy</Unicode>")
      .replacing("<Unicode>b</Unicode>", with: "<Unicode>ban</Unicode>")
      .replacing(
        "<Word id=\"w3\"><Coords points=\"21,0 30,5\"/><TextEquiv><Unicode>an</Unicode></TextEquiv></Word>",
        with: ""
      ).replacing("12,0 20,5", with: "12,0 30,0 30,5 12,5").replacing("Uy b an", with: "Ủy ban")
      .replacing("nhan dan", with: "nhân dan")
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
    #expect(result.unapplied == 0)
  }

  @Test func hocrMayBeHTML() throws {
    let source = """
      <!DOCTYPE html><html><head><meta charset=utf-8><title>x & y</title></head><body>
      <div class=ocr_page><span class='ocr_line'><span class='ocrx_word' id=w1 title='bbox 1 1 9 9'>TI&#x1b;NH</span>
      <span class='ocrx_word'>A & B</span> <span class='ocrx_word'>nhan</span><br></span>
      <span class='ocr_line'>tinh<br>Quang</span></div>
      """
    let page = try read(source)
    #expect(page.format == .hocr)
    #expect(page.text == "TINH A & B nhan\ntinh Quang\n")
    #expect(page.rewritten([])?.bytes == Array(source.utf8))
    let result = try #require(
      page.rewritten(try replacements(in: page.text, [("TINH", "TỈNH"), ("nhan", "nhân")])))
    let expected = source.replacing("TI&#x1b;NH", with: "TỈNH").replacing("nhan", with: "nhân")
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
  }

  @Test func theFirstLineThatIsWrongIsTold() {
    let source =
      "<?xml version='1.0'?>\n<alto>\n<String CONTENT='A & B'/>\n" + String(repeating: "\n", count: 50)
      + "</alto>"
    #expect(throws: FormatError(.malformed, "no well-formed XML, line 3")) { try read(source) }
  }

  @Test func whatComesOutIsInTheEncodingThatItDeclares() throws {
    let source =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><alto><TextLine><String CONTENT=\"T".utf8)
      + [0xCC] + Array("NH nh".utf8) + [0xE2]
      + Array("n\"/><String CONTENT=\"VIET\"/></TextLine></alto>".utf8)
    let page = try PageDocument(reading: source)
    #expect(page.text == "TÌNH nhân VIET\n")
    #expect(page.rewritten([])?.bytes == source)
    let result = try #require(page.rewritten(try replacements(in: page.text, [("VIET", "VIỆT")])))
    #expect(String(validating: result.bytes, as: UTF8.self) == nil)
    #expect(String(decoding: result.bytes, as: UTF8.self).contains("VI&#7878;T"))
    #expect(try PageDocument(reading: result.bytes).text == "TÌNH nhân VIỆT\n")
  }

  @Test func aStringOfSeveralWordsStaysOne() throws {
    let source = """
      <alto><TextLine><String CONTENT="Uyban nhan dan" ID="a"/><String CONTENT="tinh Ha" ID="b"/></TextLine></alto>
      """
    let page = try read(source)
    let changes = try replacements(
      in: page.text, [("Uyban", "Ủy ban"), ("nhan dan", "nhân dân"), ("tinh", "tỉnh")])
    let result = try #require(page.rewritten(changes))
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == source.replacing("Uyban nhan dan", with: "Ủy ban nhân dân").replacing("tinh", with: "tỉnh"))
    let over = try #require(page.rewritten(try replacements(in: page.text, [("dan tinh", "dântỉnh")])))
    #expect(over.unapplied == 1 && over.bytes == Array(source.utf8))
  }

  private func layout(_ words: [(String, Double, Double)], page: String = "") -> String {
    let boxes = words.map { "<word xMin=\"\($0.1)\" yMin=\"0\" xMax=\"\($0.2)\" yMax=\"18\">\($0.0)</word>" }
    return "<page><block><line>\(boxes.joined())</line></block></page>\(page)"
  }

  private func text(_ layout: String) throws -> (text: String, empty: [Int]) {
    let reader = PDFTextReader()
    try MarkupReader.read(Array("<doc>\(layout)</doc>".utf8), reader)
    return (reader.builder.text, reader.emptyPages)
  }

  @Test func boxesThatTouchAreOneWord() throws {
    let words: [(String, Double, Double)] = [
      ("t", 10, 14), ("ỉ", 14.02, 18), ("nh", 17.9, 30), ("Hà", 33.5, 50), ("Đ", 53.5, 60), ("ộ", 60, 66),
      ("c", 66.1, 70),
    ]
    #expect(try text(layout(words)).text == "tỉnh Hà Độc\n")
    #expect(try text(layout([("C", 0, 10), ("Ộ", 10, 20), ("NG", 20, 40)])).text == "CỘNG\n")
    #expect(try text(layout([("a", 0, 10), ("b", 12, 20)])).text == "a b\n")
  }

  @Test func pagesWithoutTextOfTheirOwnAreTold() throws {
    let stamp = layout([("Ký", 0, 9), ("bởi:", 12, 20), ("Sở", 24, 30)])
    #expect(
      try text(layout([("một", 0, 20)]) + stamp + "<page></page>" + layout([("4", 0, 9)])).empty == [2, 3, 4])
  }

  /// Composed: three runs in fonts of old codes, one style that is based on another, a deleted run, a table.
  private static let wordFile = """
    UEsDBBQAAAAIAAAAIShw0TJ3wQAAAIQBAAAPAAAAd29yZC9zdHlsZXMueG1sfY/dCsIwDIVfZfQBjHjhRdkGggjeOBHxvq7VFdp0 \
    NNXq21vnBhN/rpKTQ86X5JFTuBtF2c0aJB4L1oTQcgCqG2UFTVyrMHkn560ISfozROdl612tiDSerYHZdDoHKzSyMo9cunqpTuJi \
    Aj2l3/pe9qorK4eBssgF1VoXbK9tumGjYrZzViBLTrNA+uJAmUMfA+/h8IHuXsv6upYFq4xkf66YHPCJG9GHyTu1y/sFUL5DHAUp \
    WWEyr8K8yDBeHjoqH1BLAwQUAAAACAAAACEoWkt5JXIBAABeAwAAEQAAAHdvcmQvZG9jdW1lbnQueG1stVNNS8MwGP4rIfc1m6BI \
    WTtEGPPgB2zunqVxDbRJSbK1O/oP9OjJi5cdRURht8U/sn9i+rXNOVAEL2+SN8/XC0m7k8URmFKpmOAebDlNCCgnImB87MHrQbdx \
    DDt+O3UDQSYx5RpYPFdu6sFQ68RFSJGQxlg5IqHc3t0IGWNtj3KMUiGDRApClbJycYQOms0jFGPGYS45EsEsX5OiXMli6etZREHq \
    TnHkwcsooBIiv43WgKJo3zzPwAhzwMPlnIPAlhyjC6Qs8WvpklfRu4JrZfWxIox50BnyAYtpD9pWeMLVdqv0rYjF4K5KMKEeTCRV \
    VE4p9ImZ8zEIzSMG2fLNbubsb0GGF2eN3FZtJdn0fhPlVJinPIsw7zYMNq8g/BLlv/2t/U+za//jjq0WtxPQckB/tbgHhzsRAxqt \
    0XY/oJn2M/OCc0B93sgX6NpGjwqqLp3IrvP5avGg9+RDNfg7pYf3DVQRUGmFKmNUv2e0+Sv+J1BLAQIUAxQAAAAIAAAAIShw0TJ3 \
    wQAAAIQBAAAPAAAAAAAAAAAAAACAAQAAAAB3b3JkL3N0eWxlcy54bWxQSwECFAMUAAAACAAAACEoWkt5JXIBAABeAwAAEQAAAAAA \
    AAAAAAAAgAHuAAAAd29yZC9kb2N1bWVudC54bWxQSwUGAAAAAAIAAgB8AAAAjwIAAAAA
    """
}
