/// Tells from its words whether a line of small letters was set in a capital font.
enum HeadingCues {
  /// Names of document types, Nghị định 30/2020/NĐ-CP điều 7 and Hướng dẫn 36-HD/VPTW, as they stand alone.
  private static let types: Set<[UInt8]> = Set(
    words([
      "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn",
      "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình",
      "hợp đồng",
      "công điện", "giấy mời", "giấy giới thiệu", "giấy ủy quyền", "kết luận", "thông tri", "thông tư",
      "thông tư liên tịch", "nghị định", "pháp lệnh", "luật", "tuyên bố", "lời kêu gọi", "báo cáo tóm tắt",
      "hội nghị", "đề cương", "kế hoạch liên tịch", "điều lệ", "quy trình", "phụ lục", "danh sách", "lệnh",
    ]))

  /// How headings begin: bodies, titles of signers, authority, parts of a document.
  private static let beginnings: [[UInt8]] = words([
    "cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam", "ban chấp hành trung ương", "tỉnh ủy ",
    "thành ủy ", "huyện ủy ", "quận ủy ", "thị ủy ", "đảng ủy ", "ủy ban nhân dân", "hội đồng nhân dân",
    "ủy ban mặt trận", "t/m ", "tm. ", "kt. ", "k/t ", "tl. ", "t/l ", "tuq. ", "q. ", "phó chủ tịch",
    "chánh văn phòng", "phó chánh văn phòng", "phó bí thư", "phó giám đốc", "phó trưởng ban", "trưởng ban",
    "thủ tướng", "bộ trưởng", "thứ trưởng", "ubnd ", "hđnd ", "quyết nghị", "ban tuyên giáo",
  ])

  /// Names that an ordinary line always writes with a capital that TCVN3 has.
  private static let certainNames: [[UInt8]] = words([
    "việt nam", "ban thường vụ", "hội đồng nhân dân", "ban bí thư", "bộ chính trị", "hồ chí minh",
    "chủ tịch ủy ban nhân dân",
  ])

  /// Names that an ordinary line mostly writes with capitals.
  private static let names: [[UInt8]] = words([
    "tỉnh ủy", "thành ủy", "huyện ủy", "ủy ban nhân dân", "chính phủ", "quốc hội", "ban chấp hành",
  ])

  static func cue(of line: WorkingLine) -> CapitalFont.Cue {
    var cue = CapitalFont.Cue()
    var (letters, capitals, words) = (0, 0, 0)
    var wasBlank = true
    var last: UInt32 = 0x20
    var isNumeral = false
    for (index, piece) in line.pieces.enumerated() {
      let isBlank = piece.scalar <= 0x20
      if wasBlank, !isBlank { isNumeral = isRomanNumeral(line, at: index) }
      if !isBlank { last = piece.scalar }
      if wasBlank, !isBlank { words += 1 }
      wasBlank = isBlank
      guard VietLetter.isLetter(piece.scalar) else { continue }
      letters += 1
      capitals += !isNumeral && VietLetter.isUppercase(piece.scalar) ? 1 : 0
    }
    cue.isBlank = words == 0
    cue.words = words
    cue.isLower = letters >= 2 && capitals == 0
    cue.endsSentence = [0x2E, 0x3B, 0x3A, 0x3F, 0x21].contains(last)
    let isMixed = words <= 24 && capitals > 0 && SentenceCapitals.isSetInCapitals(line)
    if isMixed { (cue.isLower, cue.isCertain) = (true, true) }
    if words <= 40, !isMixed { judge(text(of: line), &cue) }
    return cue
  }

  /// Bytes are compared, not strings: piles of combining marks would make the comparison of strings quadratic.
  private static func words(_ list: [String]) -> [[UInt8]] { list.map { Array($0.utf8) } }

  private static let subjects = words(["về ", "v/v ", "- ", "+ ", "* ", "("])
  private static let dateWords = words(["tháng ", " năm "])

  private static func judge(_ text: [UInt8], _ cue: inout CapitalFont.Cue) {
    if cue.words <= 14, dateWords.allSatisfy({ contains(text, $0) }) { cue.endsSentence = true }
    guard cue.isLower else { return }
    cue.isType = types.contains(text.last == 0x3A ? text.dropLast() : text)
    cue.isSubject = subjects.contains { text.starts(with: $0) }
    let endsOpen = text.last == 0x2C || text.last == 0x3B || text.last == 0x2E
    let longest = text.contains(0x2C) ? 10 : 14
    cue.isShort = !cue.isSubject && !endsOpen && cue.words <= longest
    let isNamed = !endsOpen && certainNames.contains { contains(text, $0) }
    cue.isCertain = cue.isType || hasRomanLabel(text) || (!cue.isSubject && isNamed)
    let isTitled = cue.words <= longest && beginnings.contains { text.starts(with: $0) }
    cue.isHeading = isTitled || (cue.isShort && names.contains { contains(text, $0) })
  }

  /// Whether `part` stands in `text`. O(length of both): the first byte of a part is rare enough.
  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// `i- mục đích`, `iv. kinh phí`, `ii - `: a small letter after a roman numeral.
  private static func hasRomanLabel(_ text: [UInt8]) -> Bool {
    let numeral = text.prefix { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    guard (1...5).contains(numeral.count) else { return false }
    let rest = text.dropFirst(numeral.count).drop { $0 == 0x20 }
    guard let mark = rest.first, mark == 0x2D || mark == 0x2E else { return false }
    return rest.count > 2
  }

  /// Whether the word at `start` is a roman numeral, which capital fonts leave as it is.
  private static func isRomanNumeral(_ line: WorkingLine, at start: Int) -> Bool {
    var end = start
    while end < line.pieces.count, [0x49, 0x56, 0x58, 0x4C, 0x43].contains(line.pieces[end].scalar) {
      end += 1
    }
    return end > start && (end == line.pieces.count || !VietLetter.isLetter(line.pieces[end].scalar))
  }

  /// The line in older tone placement, blanks trimmed at both ends.
  private static func text(of line: WorkingLine) -> [UInt8] {
    var copy = line
    copy.place(.older)
    var bytes: [UInt8] = []
    for piece in copy.pieces { UTF8Bytes.append(piece.scalar, to: &bytes) }
    let head = bytes.drop { $0 <= 0x20 }
    let tail = head.reversed().drop { $0 <= 0x20 }
    return Array(tail.reversed())
  }
}
