/// Phụ lục, tài liệu kèm theo.
struct AttachmentsField {
  private let view: DocumentView
  /// Pieces that look like headings of annexes and go on with a sentence or a list of the text: `Phụ lục 02. ...` under
  /// `Phụ lục 01. ...`.
  private let inText: Set<Int>
  /// The row of the document's type among the phrases of types.
  private let type: Int?
  /// The text, and what stands below the signature before the heading of an annex.
  private let beforeAnnexes: [Int]

  private init(view: DocumentView) {
    var inText: Set<Int> = []
    for index in view.range.dropFirst()
    where view.zones[index] == .annexHead && !view.segments[index].afterGap
      && view.features[index].upper < 0.7
    {
      let above = index - 1
      let opens =
        view.zones[above] == .text && (view.features[above].has(.annex) || !view.features[above].isClosed)
      if opens || inText.contains(above) { inText.insert(index) }
    }
    (self.view, self.inText) = (view, inText)
    type = view.indices(.type).first.flatMap { index in
      TypeField.type(
        at: view.firstWord(index), in: view.reading, limit: view.segments[index].words.upperBound,
        tables: view.tables)?.row
    }
    beforeAnnexes = Array(
      view.indices(.text, .annex, .annexHead).prefix {
        view.zones[$0] != .annexHead || view.features[$0].has(.attached) || inText.contains($0)
      })
  }

  /// Headings of annexes; where there are none, what `(Kèm theo ...)` names.
  static func read(_ view: DocumentView) -> [Attachment] {
    let field = AttachmentsField(view: view)
    let headed = field.fromHeadings()
    return headed.isEmpty ? field.fromNotes() : headed
  }

  /// Labels that name an annex by their number alone.
  private static let numbered = ["Phụ lục", "Biểu", "Biểu mẫu", "Biểu số", "Mẫu", "Mẫu số"]
  private static let labels = PhraseTable(numbered + ["Phiếu", "Danh mục", "Danh sách", "Bảng"])

  /// One past a label with a number at a word, which names an annex by itself: `Mẫu số 01`.
  static func numberedEnd(at index: Int, in reading: Reading, limit: Int) -> Int? {
    guard let match = labels.match(reading, at: index, limit: limit), match.row < numbered.count else {
      return nil
    }
    let end = numberEnd(from: match.end, in: reading, limit: limit)
    return end > match.end && reading.words[end - 1].shape.contains(.digit) ? end : nil
  }

  /// One past the label that opens an annex: `Phụ lục`, `PHỤ LỤC II`, `Mẫu số 01`.
  static func annexLabelEnd(at index: Int, in reading: Reading, limit: Int) -> Int? {
    guard let match = labels.match(reading, at: index, limit: limit) else { return nil }
    let end = numberEnd(from: match.end, in: reading, limit: limit)
    let isUpper = reading.words[index].shape.contains(.upper)
    let numbered = end > match.end
    let isAnnex = match.row == 0
    return isUpper || isAnnex && (numbered || end == limit) || numbered && end == limit ? end : nil
  }

  /// One past the number of a label, `II`, `số 01`; `start` where there is none. `(số liệu ...)`, `Sơ đồ` are titles.
  private static func numberEnd(from start: Int, in reading: Reading, limit: Int) -> Int {
    (start..<min(limit, start + longestNumber)).first { index in
      !isNumber(reading.words[index], reading) && !isWordOfNumber(index, reading, limit)
    } ?? min(limit, start + longestNumber)
  }

  private static func isWordOfNumber(_ index: Int, _ reading: Reading, _ limit: Int) -> Bool {
    reading.words[index].key == WordKey.of("so") && reading.firstByte(index) != 0x28
      && (index + 1 == limit || isNumber(reading.words[index + 1], reading))
  }

  private static let longestNumber = 3

  private static func isNumber(_ word: Word, _ reading: Reading) -> Bool {
    if word.shape.contains(.digit), word.core.count <= 8 { return true }
    return word.shape.contains(.upper) && word.core.count <= 4
      && word.core.allSatisfy {
        reading.text.scalars[$0] < 0x80
          && [0x69, 0x76, 0x78, 0x6C, 0x61, 0x62, 0x63].contains(reading.text.folded[$0])
      }
  }

  /// An annex heading is the label, the title under it and `(Kèm theo ...)`.
  private func fromHeadings() -> [Attachment] {
    var found: [(attachment: Attachment, isClosed: Bool, isNumbered: Bool)] = []
    var index = view.range.lowerBound
    while index < view.range.upperBound {
      guard view.zones[index] == .annexHead, !inText.contains(index),
        !view.features[index].has([.attached, .title, .bodyHead]),
        let heading = heading(at: index)
      else {
        index += 1
        continue
      }
      found.append((heading.attachment, heading.isClosed, isNumberedAnnex(index)))
      index = heading.next
    }
    guard found.contains(where: \.isClosed) else { return found.map(\.attachment) }
    let isSeries = found.contains { $0.isClosed && $0.isNumbered }
    return found.filter { $0.isClosed || isSeries && $0.isNumbered }.map(\.attachment)
  }

  /// `PHỤ LỤC II`, one of a series.
  private func isNumberedAnnex(_ index: Int) -> Bool {
    let (first, limit) = (view.firstWord(index), view.segments[index].words.upperBound)
    guard let match = Self.labels.match(view.reading, at: first, limit: limit), match.row == 0 else {
      return false
    }
    return Self.numberEnd(from: match.end, in: view.reading, limit: limit) > match.end
  }

  /// A heading under which `(Kèm theo ...)` stands is an annex of its own, and so are the others of its series; what else
  /// stands there may be part of one.
  private func heading(at index: Int) -> (attachment: Attachment, isClosed: Bool, next: Int)? {
    let words = view.segments[index].words
    let first = view.firstWord(index)
    var labelEnd = Self.annexLabelEnd(at: first, in: view.reading, limit: words.upperBound)
    if labelEnd == nil { labelEnd = view.features[index].upper > 0.8 ? words.upperBound : nil }
    guard var end = labelEnd else { return nil }
    // `DANH SÁCH BAN KIỂM TRA` is a title as a whole.
    var isNamed = end < words.upperBound && isNamedByTitle(first, end)
    if !isNamed, end < words.upperBound, labelsWholeLine(index, end) { end = words.upperBound }
    var titles = end < words.upperBound ? [(isNamed ? first : end)..<words.upperBound] : []
    var next = index + 1
    var closed = false
    while next < view.range.upperBound, next <= index + 6 {
      if view.features[next].has(.attached) { closed = true; break }
      guard titles.isEmpty || !view.segments[next].afterGap, belongsToTitle(next, hasTitle: !titles.isEmpty)
      else { break }
      titles.append(view.segments[next].words)
      next += 1
    }
    guard closed || view.features[index].upper > 0.7 || end < words.upperBound || !titles.isEmpty else {
      return nil
    }
    if isType(first, end) || isNamedByTitle(first, end), !titles.isEmpty, !isNamed {
      (titles, isNamed) = ([first..<end] + titles, true)
    }
    let label = isNamed ? nil : view.text([first..<end])
    guard
      let place = view.value(
        [words] + titles.filter { $0.lowerBound >= words.upperBound }, closed ? .plain : .weak)
    else { return nil }
    let title = view.text(titles)
    return (Attachment(label: label, title: title, place: place), closed, next)
  }

  /// `PHỤ LỤC BÁO CÁO` over a title in running letters: the line is the label.
  private func labelsWholeLine(_ index: Int, _ end: Int) -> Bool {
    guard view.features[index].upper > 0.9, index + 1 < view.range.upperBound,
      end == view.firstWord(index) + 2
    else { return false }
    return view.features[index + 1].upper < 0.7 && !view.features[index + 1].has(.attached)
      && belongsToTitle(index + 1, hasTitle: false)
  }

  /// `QUY CHẾ` over what it is about: the type of a text that the document issues is part of its name.
  private func isType(_ first: Int, _ end: Int) -> Bool {
    TypeField.type(at: first, in: view.reading, limit: end, tables: view.tables)?.end == end
  }

  /// `DANH MỤC`, `BẢNG` without a number before more words.
  private func isNamedByTitle(_ first: Int, _ end: Int) -> Bool {
    Self.titled.match(view.reading, at: first, limit: end)?.end == end
  }

  /// Labels that name what is attached by themselves.
  private static let titled = PhraseTable(["Phiếu", "Danh mục", "Danh sách", "Bảng"])

  /// Whether a line is the label of an annex and nothing else.
  private func isLabel(_ index: Int) -> Bool {
    let end = view.segments[index].words.upperBound
    return Self.annexLabelEnd(at: view.firstWord(index), in: view.reading, limit: end) == end
  }

  /// The heads of a table's columns, set apart by blanks.
  private func isRow(_ index: Int) -> Bool {
    let next = index + 1
    return view.segments[index].column > 0
      || next < view.range.upperBound && view.segments[next].line == view.segments[index].line
  }

  /// `Đơn vị: ....`: a form's line.
  private func isLabelled(_ index: Int) -> Bool {
    view.segments[index].words.prefix(Self.longestFormLabel).contains { view.reading.lastByte($0) == 0x3A }
  }

  private static let longestFormLabel = 4

  private func belongsToTitle(_ index: Int, hasTitle: Bool) -> Bool {
    let here = view.features[index]
    if here.has([.outline, .dash, .title, .numberMarked, .addressee]) || view.segments[index].isCell
      || isRow(index)
    {
      return false
    }
    if here.has(.annex), hasTitle || here.upper < 0.8 || isLabel(index) { return false }
    guard view.zones[index] == .annexHead || view.zones[index] == .annex else { return false }
    if here.upper > 0.8 { return true }
    if !hasTitle { return here.count <= 40 }
    // `Đơn vị: ...` under a title in capitals.
    if view.features[index - 1].upper > 0.8, here.last == 0x3A || isLabelled(index) { return false }
    return here.isLower || view.features[index - 1].isClosed == false && here.length < 100
  }

  /// `(Kèm theo Kế hoạch này có Đề cương và Phụ lục)`, `(có Danh sách kèm theo)`, `(Gửi kèm: (1) ...; (2) ...)`; the list
  /// under `Hồ sơ gửi kèm gồm:`; what sentences name: `theo Đề cương gửi kèm công văn này`. O(words).
  private func fromNotes() -> [Attachment] {
    var taken: Set<Int> = []
    var items: [[Range<Int>]] = []
    for kind in [inBrackets(), underHeads(), inClosing(), inSentences()] {
      let free = kind.filter { item in !item.joined().contains(where: taken.contains) }
      for item in free { taken.formUnion(item.joined()) }
      items += free
    }
    var seen: Set<String> = []
    let named = attachments(items.sorted { $0[0].lowerBound < $1[0].lowerBound }).filter {
      seen.insert(($0.label ?? "") + "\u{0}" + ($0.title ?? "")).inserted
    }
    var known = Set(named.compactMap { ($0.label ?? $0.title).map(Self.key) })
    let labels = Set(named.compactMap { $0.label.map(Self.key) })
    // `theo mẫu HTQT-02 đính kèm` beside `Mẫu HTQT-02 Đơn đăng ký`.
    return named.filter { $0.label != nil || !labels.contains(Self.key($0.title ?? "")) }
      + NumberedAnnexes(view: view).attachments.filter { known.insert(Self.key($0.label ?? "")).inserted }
  }

  /// A label in small bare letters, without what is neither letter nor digit.
  private static func key(_ label: String) -> [UInt8] {
    Folding.fold(label).filter { Folding.isLetter($0) || Folding.isDigit($0) }
  }

  private func attachments(_ items: [[Range<Int>]]) -> [Attachment] {
    var types: AttachmentTypes?
    return items.compactMap { item in
      guard var place = view.value(item, .plain) else { return nil }
      if item.count == 1, item[0].count <= 4, view.isRepaired(view.scalars(item[0])) {
        let known = types ?? AttachmentTypes(view: view)
        types = known
        if let type = known.type(like: place.value) {
          place.value = type
          place.weaken(to: .weak)
        }
      }
      let (label, title) = labelled(item)
      if let label { return Attachment(label: label, title: title, place: place) }
      return Attachment(label: nil, title: place.value, place: place)
    }
  }

  /// `Phụ lục 1: Nhu cầu hóa chất`, `Biểu số 1 (danh sách ...)`: the label and what it labels; no label where there is none.
  private func labelled(_ item: [Range<Int>]) -> (label: String?, title: String?) {
    if let labelled = labelBehind(item) { return labelled }
    guard let words = item.first, let first = words.first(where: { !view.reading.words[$0].isEmpty }),
      let match = Self.labels.match(view.reading, at: first, limit: words.upperBound)
    else { return (nil, nil) }
    if match.row == 0, match.end == words.upperBound, item.count == 1 {
      return (view.text([first..<match.end]), nil)
    }
    if let title = titleBehindMention(match.end, item) { return (view.text([first..<match.end]), title) }
    if match.row == 0, match.end < words.upperBound, namesAnnex(match.end, words) {
      return (view.text([first..<match.end]), view.text([match.end..<words.upperBound] + item.dropFirst()))
    }
    let end = Self.numberEnd(from: match.end, in: view.reading, limit: words.upperBound)
    guard end > match.end, isSetOff(end, words) else { return (nil, nil) }
    let start = usesEnd(end, words) ?? end
    let title = view.text([start..<words.upperBound] + item.dropFirst())
    guard title != nil || start > end else { return (nil, nil) }
    return (view.text([first..<end]), title.map(Self.withoutBrackets))
  }

  /// One past the bracket that says who fills in a form, which is no title: `Biểu 1 (đối với ...)`.
  private func usesEnd(_ start: Int, _ words: Range<Int>) -> Int? {
    guard view.reading.firstByte(start) == 0x28,
      Self.uses.match(view.reading, at: start, limit: words.upperBound) != nil
    else { return nil }
    return (words.first { $0 >= start && view.reading.closesBracket($0) } ?? words.upperBound - 1) + 1
  }

  private static let uses = PhraseTable(["đối với", "dành cho", "áp dụng cho", "áp dụng đối với"])

  /// `Phụ lục danh mục mô hình`, `Phụ lục: Danh sách ...`, without a number.
  private func namesAnnex(_ title: Int, _ words: Range<Int>) -> Bool {
    view.reading.lastByte(title - 1) == 0x3A
      || view.reading.words[title].shape.contains(.lower) && view.reading.words[title].key != WordKey.of("so")
        && !AttachmentNote.unnamed.contains(view.reading.words[title].key)
  }

  /// `Đơn xin vào Đảng (Mẫu 1-KNĐ)`: the label in brackets behind the title.
  private func labelBehind(_ item: [Range<Int>]) -> (label: String?, title: String?)? {
    guard let words = item.last,
      let open = words.last(where: { view.reading.firstByte($0) == 0x28 }), open > item[0].lowerBound,
      view.reading.closesBracket(words.upperBound - 1),
      let match = Self.labels.match(view.reading, at: open, limit: words.upperBound),
      match.end < words.upperBound,
      Self.numberEnd(from: match.end, in: view.reading, limit: words.upperBound) == words.upperBound,
      let title = view.text(item.dropLast() + [words.lowerBound..<open]), !title.isEmpty
    else { return nil }
    return (view.text([open..<words.upperBound]).map(Self.withoutMarks), title)
  }

  /// A label without the brackets and marks around it.
  static func withoutMarks(_ label: String) -> String {
    String(label.drop { $0 == "(" }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }

  /// `Phụ lục kèm theo: Danh sách ...`: what stands behind the colon.
  private func titleBehindMention(_ labelEnd: Int, _ item: [Range<Int>]) -> String? {
    guard let words = item.first,
      let mention = AttachmentNote.mentions.match(view.reading, at: labelEnd, limit: words.upperBound),
      view.reading.lastByte(mention.end - 1) == 0x3A
    else { return nil }
    return view.text([mention.end..<words.upperBound] + item.dropFirst())
  }

  /// Whether a colon, a full stop, a dash or a bracket stands between a label and its title.
  private func isSetOff(_ title: Int, _ words: Range<Int>) -> Bool {
    guard title < words.upperBound else { return false }
    return [0x3A, 0x2E].contains(view.reading.lastByte(title - 1)) || view.reading.words[title].isEmpty
      || view.reading.firstByte(title) == 0x28 || AttachmentNote.opensForm(title, view.reading)
  }

  private static func withoutBrackets(_ title: String) -> String {
    guard title.first == "(", title.last == ")", !title.dropLast().contains(")") else { return title }
    return String(title.dropFirst().dropLast())
  }

  private func inBrackets() -> [[Range<Int>]] {
    view.indices(.text, .annexHead, .annex, .recipient).flatMap { index in
      let words = view.segments[index].words
      return words.filter(opensBracket).flatMap { word in
        let note = AttachmentNote(
          reading: view.reading, tables: view.tables, opensLine: word == words.lowerBound, type: type)
        let limit = noteLimit(index)
        let start = note.listStart(at: word, limit: limit, inAnnex: view.zones[index] != .text)
        let items = start.map { note.items(from: $0, limit: limit) }
        return (items ?? note.itemsBeforeMention(at: word, limit: limit)).map { [$0] }
      }
    }
  }

  /// `Gửi kèm: Bản sao đơn; Bản sao giấy khai sinh.` among the recipients or below them.
  private func inClosing() -> [[Range<Int>]] {
    let recipients = view.indices(.recipient, .archive)
    guard let first = recipients.first else { return [] }
    return (first..<view.range.upperBound).flatMap { index -> [[Range<Int>]] in
      let words = view.segments[index].words
      guard [.recipient, .archive, .annex, .text].contains(view.zones[index]),
        let start = AttachmentNote.closingStart(words, view.reading)
      else { return [] }
      return ([start..<words.upperBound] + linesBelow(index)).reduce(into: [[]]) { items, piece in
        for part in piece.cut(before: { view.reading.lastByte($0 - 1) == 0x3B }) {
          if let last = items.last?.last, view.reading.lastByte(last.upperBound - 1) == 0x3B {
            items.append([])
          }
          items[items.count - 1].append(part)
        }
      }
    }
  }

  /// The lines under a piece that go on with its list, past what stands in other columns.
  private func linesBelow(_ index: Int) -> [Range<Int>] {
    var (lines, last): ([Range<Int>], Int) = ([], index)
    for next in index + 1..<min(index + Self.longestList, view.range.upperBound)
    where view.segments[next].column == view.segments[index].column {
      guard view.zones[next] == view.zones[index], !view.segments[next].afterGap,
        !view.features[next].has([.dash, .outline]),
        view.features[last].last == 0x3B || !view.features[last].isClosed && view.features[next].isLower
      else { break }
      lines.append(view.segments[next].words)
      last = next
    }
    return lines
  }

  private func inSentences() -> [[Range<Int>]] {
    let note = AttachmentNote(reading: view.reading, tables: view.tables, opensLine: false, type: type)
    var items: [[Range<Int>]] = []
    var paragraph = view.segments[view.range.lowerBound].words.lowerBound
    var next = paragraph
    for index in beforeAnnexes {
      let words = view.segments[index].words
      if !view.goesOn(index) { paragraph = words.lowerBound }
      if AttachmentNote.opensList(words, view.reading) {
        next = words.upperBound
      } else if let annex = note.annexOfLine(
        view.shapes.isDash(words.lowerBound) ? words.dropFirst() : words,
        isOpening: !view.goesOn(index) || next == words.lowerBound)
      {
        items.append([annex])
        next = annex.upperBound
      }
      let limit = listLimit(index)
      for word in words where word >= next {
        guard let named = note.named(atMention: word, lower: paragraph, limit: limit) else { continue }
        items += named.items.map { [$0] }
        next = named.end
      }
    }
    return items
  }

  /// Lines that a list in a sentence may run over.
  private static let longestList = 8

  /// Where the lines end that a list in the sentence of a piece may run over.
  private func listLimit(_ index: Int) -> Int {
    var last = index
    while last < index + Self.longestList, last + 1 < view.range.upperBound,
      [.text, .annex].contains(view.zones[last + 1]) || inText.contains(last + 1),
      !view.segments[last + 1].afterGap,
      view.goesOn(last + 1) || view.features[last + 1].has([.dash, .outline])
    { last += 1 }
    return view.segments[last].words.upperBound
  }

  /// The items that dashes or figures open under a line that says what is sent along: `Hồ sơ gửi kèm gồm:`.
  private func underHeads() -> [[Range<Int>]] {
    var items: [[Range<Int>]] = []
    var end = 0
    for index in beforeAnnexes
    where index >= end && AttachmentNote.opensList(view.segments[index].words, view.reading) {
      var next = index + 1
      var list: [[Range<Int>]] = []
      while next < view.range.upperBound, [.text, .annex].contains(view.zones[next]) || inText.contains(next)
      {
        if let item = listed(next) {
          list.append([item])
        } else if !list.isEmpty, view.goesOn(next), !view.features[next - 1].isClosed {
          list[list.count - 1].append(view.segments[next].words)
        } else {
          break
        }
        next += 1
        if endsSentence(next - 1), !(next < view.range.upperBound && follows(next, next - 1)) { break }
      }
      items += list
      // A line of a list opens none of its own.
      end = next
    }
    return items
  }

  private func endsSentence(_ index: Int) -> Bool {
    view.reading.lastByte(view.segments[index].words.upperBound - 1) == 0x2E
  }

  /// Whether the mark of a list's line is the next after that of the line above: `2.` after `1.`, a dash after a dash.
  private func follows(_ index: Int, _ above: Int) -> Bool {
    let (here, before) = (view.segments[index].words.lowerBound, view.segments[above].words.lowerBound)
    if view.shapes.isDash(here) { return view.shapes.isDash(before) }
    guard let number = figure(here), let last = figure(before) else { return false }
    return number == last + 1
  }

  /// The number that a word is, `2.`, `(2)`.
  private func figure(_ word: Int) -> Int? {
    view.reading.words[word].core.count <= 3 ? view.reading.figure(word) : nil
  }

  /// A line of a list without its dash or figure.
  private func listed(_ index: Int) -> Range<Int>? {
    let words = view.segments[index].words
    let first = words.lowerBound
    let isMarked =
      view.features[index].has([.dash, .outline])
      || view.reading.firstByte(first) == 0x28 && view.reading.words[first].shape.contains(.digit)
    guard isMarked, words.count > 1 else { return nil }
    let label =
      view.shapes.isDash(first) || view.reading.words[first].shape.contains(.digit)
      || view.features[index].has(.outline) && view.reading.words[first].core.count == 1
    return (label && words.count > 1 ? first + 1 : first)..<words.upperBound
  }

  /// `(Kèm`, `"(Kèm`.
  private func opensBracket(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    return word.start < word.coreStart && view.reading.text.folded[Int(word.coreStart) - 1] == 0x28
      && word.coreStart - word.start <= 2
  }

  private func noteLimit(_ index: Int) -> Int {
    view.segments[min(index + 2, view.range.upperBound - 1)].words.upperBound
  }
}
