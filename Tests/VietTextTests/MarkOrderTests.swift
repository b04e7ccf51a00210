import Testing

@testable import VietText

/// Marks that came in the wrong order, or apart from their letters, and fullwidth forms.
@Suite struct MarkOrderTests {
  @Test(arguments: [
    ("quyé\u{302}t đị\u{302}nh", "quyết đị\u{302}nh"),
    ("chính quyè\u{302}n; Tỏ\u{302} chức", "chính quyền; Tổ chức"),
    ("ho\u{323}\u{302}i", "hội"), ("a\u{301}\u{306}n", "ắn"), ("u\u{309}\u{31B}", "ử"),
    ("Căn cư \u{301} Luâ \u{323}t chi \u{301}nh quyê \u{300}n", "Căn cứ Luật chính quyền"),
    ("nga`y 20 tha´ng 11", "ngày 20 tháng 11"), ("Nha` nươ´c cu`ng la`m", "Nhà nước cùng làm"),
    ("Ủy\u{200B}ban\u{200B}nhân dân", "Ủy ban nhân dân"), ("thà\u{200B}nh phố", "thành phố"),
  ])
  func joinsMarks(seen: String, meant: String) {
    let result = Normalizer().normalize(seen)
    #expect(result.text.unicodeScalars.elementsEqual(meant.unicodeScalars))
    let aligned = AlignedText(source: seen, replacements: result.changes.map(\.replacement))
    #expect(aligned.text.unicodeScalars.elementsEqual(meant.unicodeScalars))
  }

  @Test(arguments: [
    "\u{301}lẻ loi", "Gõ `ma` rồi `la` để chạy", "x^2 + y^2 = z^2", "~ 5 km", "a \u{20D7}", "b \u{301}c",
  ])
  func keepsSigns(text: String) {
    #expect(Normalizer().normalize(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [
    ("Số：25/BC-UBND，ngày 02/3", "Số: 25/BC-UBND, ngày 02/3"),
    ("ＵＢＮＤ tỉnh（Phòng Nội vụ）", "UBND tỉnh (Phòng Nội vụ)"),
    ("lúc 7：30，thu １．２００ đồng", "lúc 7:30, thu 1.200 đồng"), ("北京：15", "北京：15"),
  ])
  func writesFullwidthFormsInASCII(seen: String, meant: String) {
    #expect(Normalizer().normalize(seen).text == meant)
  }
}
