import Extraction
import Testing
import VietText

/// Texts put together at random from pieces of documents, cut off at random: a record comes out, nothing traps.
struct FuzzTests {
  private static let pieces = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "TỈNH HÒA LÂM",
    "ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số: 15/QĐ-UBND", "Số      -KH/TU", "Số: …/2020/TT-BTC", "12a-KH/",
    "156/2013/TT-BTC và các",
    "V/v thực hiện Thông tư số", "Thông tư khác", "Hòa Lâm, ngày 05 tháng 4 năm 2021", "ngày   tháng 4 năm",
    "ngày 31/02/2024",
    "QUYẾT ĐỊNH", "THÔNG TƯ LIÊN TỊCH", "KẾ HOẠCH", "GIẤY MỜI", "BIÊN BẢN",
    "Luật Thi đua, khen thưởng số 06/2022/QH15",
    "Về việc kiện toàn Ban Chỉ huy", "BAN HÀNH QUY CHẾ LÀM VIỆC", "Căn cứ Luật",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày",
    "Kính gửi:", "- Sở Nội vụ;", "Kính gửi: Bộ Y tế (qua", "Điều 1.", "1.1.", "a)", "I- MỤC ĐÍCH",
    "trước ngày 31/4", "từ ngày 1/2 đến",
    "hoàn thành trong quý II/", "chậm nhất", "Nơi nhận:", "- Như trên;", "- Lưu: VT, KTTH (2b).", "Lưu",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "K/T", "TL.", "Đại tá", "PGS.TS. Trần Văn Thuận", "Trần Văn Thuận",
    "(Đã ký)", "A Kang",
    "PHỤ LỤC I", "(Kèm theo Kế hoạch số 93-KH/TU ngày 25 tháng 9 năm 2023 của", "SAO Y", "ĐẾN", "Số: 12",
    "Ký bởi: SỞ NỘI VỤ",
    "HỎA TỐC", "MẬT", "-------", "| 1 | a |", "( [ {", "⟦noise⟧", "\u{FEFF}", "\u{0C}", "e\u{301}\u{323}",
    "𐍈𝄞", "%%%", "12", "-", "/",
  ]

  private static func text(_ chance: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &chance) {
      var piece = pieces.randomElement(using: &chance) ?? ""
      if Int.random(in: 0..<4, using: &chance) == 0 {
        piece = String(
          piece.unicodeScalars.prefix(Int.random(in: 0...piece.unicodeScalars.count, using: &chance)))
      }
      if Int.random(in: 0..<12, using: &chance) == 0 {
        piece = String(piece.unicodeScalars.reversed().map(Character.init))
      }
      let blanks = String(repeating: " ", count: Int.random(in: 1...30, using: &chance))
      text += piece + ["\n", "\n", "\n\n", blanks, " "][Int.random(in: 0..<5, using: &chance)]
    }
    return text
  }

  /// What the repair is said to have changed: random stretches of bytes on scalar borders.
  private static func aligned(_ text: String, _ chance: inout SplitMix) -> AlignedText {
    guard Bool.random(using: &chance) else { return AlignedText(source: text) }
    var borders = text.unicodeScalars.indices.filter { _ in Int.random(in: 0..<9, using: &chance) == 0 }
      .map { text.utf8.distance(from: text.startIndex, to: $0) }
    if borders.count % 2 == 1 { borders.removeLast() }
    let replacements = stride(from: 0, to: borders.count, by: 2).map {
      Replacement(range: borders[$0]..<borders[$0 + 1], text: pieces.randomElement(using: &chance) ?? "")
    }
    return AlignedText(source: text, replacements: replacements)
  }

  @Test(arguments: 1...24)
  func survives(_ seed: UInt64) throws {
    var chance = SplitMix(state: seed)
    let extractor = try Repository.extractor()
    for _ in 0..<50 {
      let text = Self.text(&chance)
      let aligned = Self.aligned(text, &chance)
      for document in extractor.documents(in: aligned) { check(document, text) }
    }
  }

  /// Spans lie in the input and cut out what is told as raw; what exists has words.
  private func check(_ document: DocumentRecord, _ text: String) {
    let bytes = Array(text.utf8)
    let values =
      [
        document.documentNumber?.whole, document.documentType, document.issuingBody, document.superiorBody,
        document.place,
        document.date, document.subject, document.archiveNote,
      ].compactMap { $0 } + document.addressees + document.recipients + document.signers.map(\.place)
      + document.references.map(\.place) + document.deadlines.map(\.place)
    for value in values {
      #expect(0 <= value.span.start && value.span.start <= value.span.end && value.span.end <= bytes.count)
      #expect(
        value.raw == String(decoding: bytes[value.span.start..<value.span.end], as: UTF8.self), "\(text)")
      #expect(0...1 ~= value.confidence)
    }
    #expect(document.date.map { $0.value.utf8.count >= 4 } ?? true)
  }
}

/// Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014): the same texts on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
