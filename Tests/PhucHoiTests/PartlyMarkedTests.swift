import PhucHoi
import TestSupport
import Testing
import VietText

/// Text that lost some of its marks never ends worse than text that lost all of them.
@Suite(.enabled(if: models != nil, "models are not there"))
struct PartlyMarkedTests {
  private static let text = """
    Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân huyện đề nghị các cơ quan, đơn vị báo cáo kết quả thực \
    hiện nhiệm vụ phát triển kinh tế, xã hội sáu tháng đầu năm và phương hướng, nhiệm vụ sáu tháng cuối năm.
    Các phòng, ban chuyên môn phối hợp với Ủy ban nhân dân các xã, thị trấn kiểm tra tiến độ xây dựng công trình đường \
    giao thông nông thôn, trường học và trạm y tế; kịp thời tháo gỡ khó khăn, vướng mắc trong quá trình thực hiện.
    Nguồn kinh phí được bố trí từ ngân sách huyện và các nguồn vốn hợp pháp khác theo quy định của pháp luật.
    """

  private static func without(_ text: String, _ lost: (UInt32) -> UInt32) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar(lost($0.value)) }))
  }

  private static func wordByWord(_ text: String, every step: Int) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % step == 0 ? VietLetter.bare(String($0.element)) : String($0.element) }
      .joined(separator: " ")
  }

  private static func shapeless(_ scalar: UInt32, _ shapes: [UInt32]) -> UInt32 {
    let small = VietLetter.lowercased(VietLetter.untoned(scalar))
    return shapes.contains(small)
      ? VietLetter.withTone(VietLetter.bare(scalar), VietLetter.tone(scalar)) : scalar
  }

  private static let kinds: [(name: String, seen: String)] = [
    ("every word", VietLetter.bare(text)),
    ("every second word", wordByWord(text, every: 2)),
    ("every third word", wordByWord(text, every: 3)),
    ("every tenth word", wordByWord(text, every: 10)),
    ("tones", without(text, VietLetter.untoned)),
    ("horns", without(text) { shapeless($0, [0x1A1, 0x1B0]) }),
    ("circumflex and breve", without(text) { shapeless($0, [0xE2, 0xEA, 0xF4, 0x103]) }),
    (
      "all but đ",
      without(text) { VietLetter.untoned(VietLetter.lowercased($0)) == 0x111 ? $0 : VietLetter.bare($0) }
    ),
    ("one paragraph", VietLetter.bare(String(text.prefix { $0 != "\n" })) + text.drop { $0 != "\n" }),
  ]

  @Test(arguments: kinds.indices)
  func marksComeBack(_ kind: Int) throws {
    let (name, seen) = Self.kinds[kind]
    #expect(seen != Self.text)
    let repaired = Repairer(models: try #require(models)).repair(seen).text
    let (meant, found) = (
      Self.text.split { $0 == " " || $0 == "\n" }, repaired.split { $0 == " " || $0 == "\n" }
    )
    #expect(meant.count == found.count)
    let wrong = zip(meant, found).filter { $0 != $1 }
    #expect(wrong.count <= 1, "\(name): \(wrong)")
  }

  @Test(arguments: [
    ("Tài sản công phải đuọc kiểm kê hằng năm", "Tài sản công phải được kiểm kê hằng năm"),
    ("đầu tu xây dụng đuòng giao thông nông thôn", "đầu tư xây dựng đường giao thông nông thôn"),
    ("cáp giáy chứng nhạn quyèn sử dụng đát", "cấp giấy chứng nhận quyền sử dụng đất"),
  ])
  func aFewWordsAreEnough(_ seen: String, _ meant: String) throws {
    #expect(Repairer(models: try #require(models)).repair(seen).text == meant)
  }
}
