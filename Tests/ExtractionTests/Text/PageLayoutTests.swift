import Testing
import VietText

@testable import Extraction

struct PageLayoutTests {
  /// Places words ten units wide a letter; lines in `indented` begin in the middle of the page.
  private func layout(_ text: String, indented: Set<String>) -> PageLayout {
    var places: [PageLayout.Place] = []
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var x = indented.contains(String(line)) ? 600.0 : 100.0
      var start = offset
      for word in line.split(separator: " ") {
        let size = word.utf8.count
        places.append(
          .init(range: start..<start + size, page: 1, left: x, right: x + 10 * Double(word.count)))
        start += size + 1
        x += 10 * Double(word.count + 1)
      }
      offset += line.utf8.count + 1
    }
    return PageLayout(places)
  }

  @Test func tellsHowFarFromTheLeftAWordStands() {
    let layout = PageLayout([
      .init(range: 0..<3, page: 1, left: 100, right: 200),
      .init(range: 4..<9, page: 1, left: 600, right: 1100),
      .init(range: 10..<12, page: 2, left: 5, right: 5),
    ])
    #expect(layout.left(of: 0) == 0)
    #expect(layout.left(of: 5) == 0.5)
    #expect(layout.left(of: 3) == nil)
    #expect(layout.left(of: 10) == nil)
    #expect(layout.left(of: 99) == nil)
  }

  @Test func keepsTheSignersColumnOutOfTheRecipients() throws {
    let text = Letter(
      closing: "Nơi nhận:\n- Như Điều 1;\nyä trầN đ\n- Sở Y tế, Sở Tài chính;\n- Lưu: VT.\nTRần văn Thuận\n"
    ).body
    let layout = layout(text, indented: ["yä trầN đ", "TRần văn Thuận"])
    let document = try Repository.extractor().documents(in: AlignedText(source: text), layout: layout).first
    #expect(document?.recipients.map(\.value) == ["Như Điều 1", "Sở Y tế, Sở Tài chính"])
    #expect(document?.archiveNote?.value == "Lưu: VT")
  }
}
