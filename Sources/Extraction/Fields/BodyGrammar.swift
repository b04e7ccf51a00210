/// Names of bodies in running text: where one that begins at a word ends, and whether it acts there.
struct BodyGrammar {
  let reading: Reading
  let tables: ExtractionTables

  /// Verbs and prepositions that end a body's name.
  private static let stops = PhraseTable(
    [
      "về", "ban hành", "quy định", "hướng dẫn", "phê duyệt", "thông báo", "sửa đổi", "công bố", "chỉ đạo",
      "xây dựng",
      "thực hiện", "triển khai", "yêu cầu", "trình", "thông qua", "kèm theo", "đã", "có", "được", "tại",
      "ngày", "giao",
      "đề nghị", "báo cáo", "kết luận", "quyết định", "quyết nghị", "kính", "tổ chức thực", "tiếp tục",
      "đề ra", "tham mưu",
      "gửi", "nhận được", "cho", "theo", "căn cứ", "tổ chức sơ", "tổ chức tổng", "tổ chức hội",
      "tổ chức triển", "là", "hết", "đang", "vừa", "họp", "sao gửi", "tiến hành",
      "sẽ", "phối hợp", "chủ trì", "trả lời", "kiến nghị", "cho ý", "bổ sung", "điều chỉnh", "thành lập",
      "như", "lãnh đạo",
      "cụ thể", "để", "trong", "trên", "do", "đồng ý", "thống nhất", "nhất trí", "đánh giá", "nghiên cứu",
      "ký", "lập", "mời", "trân trọng", "xin", "tại buổi", "làm", "thảo luận", "khóa", "xem", "hoàn thành",
      "hiện",
    ])
  private static let acting = PhraseTable(
    [
      "xây dựng", "ban hành", "hướng dẫn", "thông báo", "triển khai", "yêu cầu", "quy định", "kết luận",
      "báo cáo",
      "đề nghị", "quyết định", "tổ chức", "chỉ đạo", "đề ra", "kính", "kính trình", "kính đề", "có ý kiến",
      "trả lời",
      "trân trọng", "thảo luận và", "lập", "kiến nghị", "mời", "kêu gọi", "phổ biến", "giao", "xác định",
      "phát động",
      "thực hiện", "họp", "sao gửi", "nhận được", "tiến hành",
    ])
  private let va = WordKey.of("va")

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
  }

  /// One past the last word of the body's name that begins at word `index`; nil if none does.
  func bodyEnd(at index: Int, limit: Int) -> Int? {
    let first = reading.words[index]
    guard first.shape.contains(.capital), !first.isEmpty,
      let head = tables.bodyPhrases.match(reading, at: index, limit: limit)
    else { return nil }
    if tables.bodies[head.row].kind == .place, reading.words[index].shape.contains(.lower) { return nil }
    var end = head.end
    if reading.endsClause(end - 1) { return end }
    while end < limit, end - index < 18 {
      let word = reading.words[end]
      if word.isEmpty {
        guard end + 1 < limit, reading.words[end + 1].shape.contains(.capital) else { break }
        end += 1
        continue
      }
      if word.start < word.coreStart || word.shape.contains(.digit) { break }
      if word.shape.contains(.lower), Self.stops.match(reading, at: end, limit: limit) != nil { break }
      if word.key == va, !joins(end, limit) { break }
      end += 1
      if reading.endsClause(end - 1) { break }
    }
    while end > head.end, reading.words[end - 1].isEmpty || reading.words[end - 1].key == va { end -= 1 }
    return end
  }

  /// `và` joins two parts of one name only before a capital that opens neither a type nor another body.
  private func joins(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, reading.words[index + 1].shape.contains(.capital) else { return false }
    return tables.typePhrases.match(reading, at: index + 1, limit: limit) == nil
  }

  /// Whether the word at `index` is a verb by which a body acts in its own document.
  func acts(at index: Int, limit: Int) -> Bool {
    guard index < limit else { return false }
    if reading.endsClause(index - 1) { return false }
    return reading.words[index].shape.contains(.lower)
      && Self.acting.match(reading, at: index, limit: limit) != nil
  }
}
