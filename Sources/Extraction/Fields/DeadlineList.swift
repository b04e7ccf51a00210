/// Dates that close the lines of a list of tasks: `- Nhận bài toàn văn: 10/9/2024`, `b) Khám tuyển ..... 31/12/2019`.
struct DeadlineList {
  let view: DocumentView

  private var reading: Reading { view.reading }

  /// What is done by then, by the words that its line begins with.
  private static let tasks = PhraseTable(
    [
      "nhận", "tiếp nhận", "nộp", "gửi", "đăng ký", "báo cáo", "trình", "thông báo", "công bố", "niêm yết",
      "lập", "xây dựng", "biên soạn", "rà soát", "xét", "xét duyệt", "thẩm định", "phê duyệt", "ban hành",
      "ký", "tổng hợp", "hoàn thành", "hoàn thiện", "hoàn tất", "triển khai", "thực hiện", "khảo sát",
      "kiểm tra", "khám", "phát", "chốt", "bàn giao", "nghiệm thu", "góp ý", "lấy ý kiến", "sơ kết",
      "tổng kết", "đánh giá", "chấm", "lắp", "hỗ trợ", "tắt", "chuẩn bị", "thu", "chỉnh lý", "số hóa",
      "tập huấn",
    ], exactWhenShort: true)
  /// Stages of a plan, which need no list.
  private static let stages = PhraseTable(["Giai đoạn", "Bước", "Vòng", "Đợt"])

  /// The lines whose task has a date, in order; O(words).
  func rows() -> [DeadlineRow] { lines().compactMap(row) }

  /// The words of each line of running text or of an annex, with the place where its last piece begins.
  private func lines() -> [(words: Range<Int>, last: Int, isListed: Bool)] {
    var lines: [(words: Range<Int>, last: Int, isListed: Bool)] = []
    var line = -1
    for index in view.indices(.text, .annex) {
      let segment = view.segments[index]
      if segment.line == line, let last = lines.indices.last {
        lines[last].words = lines[last].words.lowerBound..<segment.words.upperBound
        lines[last].last = segment.words.lowerBound
      } else {
        lines.append((segment.words, segment.words.lowerBound, view.features[index].has([.dash, .outline])))
      }
      line = segment.line
    }
    return lines
  }

  private func row(_ line: (words: Range<Int>, last: Int, isListed: Bool)) -> DeadlineRow? {
    guard let first = firstOfTask(line.words),
      names(line.isListed ? Self.tasks : Self.stages, first, line.words),
      let start = afterLabel(line.words, line.last), start > first, start < line.words.upperBound,
      let found = DeadlineGrammar(reading: reading).labelled(at: start, limit: line.words.upperBound),
      closes(found, line.words)
    else { return nil }
    return DeadlineRow(found: found, lower: line.words.lowerBound)
  }

  /// The first word behind the dash or the label of the item.
  private func firstOfTask(_ words: Range<Int>) -> Int? {
    words.first {
      !reading.words[$0].isEmpty && !view.shapes.isDash($0) && reading.words[$0].shape.contains(.letter)
        && reading.words[$0].core.count > 1
    }
  }

  private func names(_ phrases: PhraseTable, _ index: Int, _ words: Range<Int>) -> Bool {
    phrases.match(reading, at: index, limit: words.upperBound) != nil
  }

  /// One past the last colon or row of dots, or where the last piece of the line begins.
  private func afterLabel(_ words: Range<Int>, _ last: Int) -> Int? {
    let mark = words.dropLast().last { index in
      reading.lastByte(index) == 0x3A
        || reading.words[index].isEmpty && reading.words[index].range.count >= Self.leaders
    }
    let start = mark.map { max($0 + 1, last) } ?? (last > words.lowerBound ? last : nil)
    return start.flatMap { start in (start..<words.upperBound).first { !reading.words[$0].isEmpty } }
  }

  /// So many dots lead from a task to its date.
  private static let leaders = 4

  /// Whether nothing but a remark stands behind a date.
  private func closes(_ found: DeadlineGrammar.Found, _ words: Range<Int>) -> Bool {
    let end = found.words.upperBound
    return end == words.upperBound || [0x2C, 0x3B, 0x2E, 0x29].contains(reading.lastByte(end - 1))
      || reading.firstByte(end) == 0x28
  }
}
