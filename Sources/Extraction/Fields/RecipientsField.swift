/// Nơi nhận, and the note of the copy that is kept (Lưu).
enum RecipientsField {
  /// The recipients without the archive note, and the note.
  static func read(_ view: DocumentView) -> (items: [FieldValue], archive: FieldValue?) {
    var pieces: [Range<Int>] = []
    var archives: [Range<Int>] = []
    var (runsOn, isSentAlong) = (false, false)
    for index in view.indices(.recipient, .archive) {
      var words = view.segments[index].words
      if let end = view.shapes.headEnd(words) {
        words = end..<words.upperBound
        if words.count == 1, view.reading.words[end].core.count <= 3 { continue }
      }
      if isBesideHead(index, view) || isBesideItem(index, view) { continue }
      // What is sent along stands down to the next dash.
      isSentAlong =
        AttachmentNote.closingStart(words, view.reading) != nil
        || isSentAlong && !view.shapes.isDash(words.lowerBound)
      if isSentAlong { continue }
      if pieces.isEmpty { runsOn = words.lowerBound > view.segments[index].words.lowerBound }
      guard !words.isEmpty,
        archives.isEmpty || view.zones[index] == .archive || view.shapes.isDash(words.lowerBound)
      else { continue }
      if view.zones[index] != .archive {
        pieces.append(words)
      } else if archives.isEmpty || !isLitter(words, view) {
        archives.append(closingBracket(words, view))
      }
    }
    var items = items(pieces, view, runsOn: runsOn)
    if archives.isEmpty, let last = items.lastIndex(where: { isArchive($0, view) }) {
      archives = items.remove(at: last)
    }
    var archive: FieldValue?
    if archives.isEmpty, let last = items.last, let garbled = garbledArchive(last, view) {
      items.removeLast()
      archive = garbled
    } else {
      archive = note(archives, view)
    }
    let values = items.enumerated().compactMap { item($1, isFirst: $0 == 0, view) }
    return (values, archive)
  }

  /// The items of a list: those that figures open, `1. Sở A;`, those that marks part where the list `runsOn` behind
  /// `Nơi nhận:`, or what the dashes tell.
  private static func items(_ pieces: [Range<Int>], _ view: DocumentView, runsOn: Bool) -> [[Range<Int>]] {
    let parts = pieces.flatMap(view.figured)
    if let first = parts.first, view.figureEnd(first) != nil {
      let lists: [[Range<Int>]] = parts.reduce(into: []) { lists, part in
        if let start = view.figureEnd(part) {
          lists.append([start..<part.upperBound])
        } else {
          lists[lists.count - 1].append(part)
        }
      }
      return lists.flatMap { ListItems(view: view).items($0) }
    }
    guard runsOn, let ends = runningEnds(pieces, view) else { return ListItems(view: view).items(pieces) }
    var items: [[Range<Int>]] = [[]]
    for piece in pieces {
      for part in view.cut(piece, outsideBracketsBefore: { ends($0 - 1) }) {
        items[items.count - 1].append(part)
        if part.upperBound < piece.upperBound || ends(part.upperBound - 1) { items.append([]) }
      }
    }
    return items.filter { !$0.isEmpty }
  }

  /// Tells the words that end items of a list without dashes which runs on from line to line: those with semicolons, or where
  /// there are none those with commas before a body or `lưu`; nil where each line is an item.
  private static func runningEnds(_ pieces: [Range<Int>], _ view: DocumentView) -> ((Int) -> Bool)? {
    let words = pieces.joined()
    guard !view.reading.isNoisy, !words.contains(where: view.shapes.isDash) else { return nil }
    if words.contains(where: { view.reading.lastByte($0) == 0x3B }) {
      return { view.reading.lastByte($0) == 0x3B }
    }
    guard pieces.count == 1, let piece = pieces.first else { return nil }
    var start = piece.lowerBound
    let ends = Set(
      piece.dropLast().filter { index in
        guard view.reading.lastByte(index) == 0x2C, index > start || view.reading.words[start].core.count > 4,
          openings.match(view.reading, at: index + 1, limit: piece.upperBound) != nil
            || view.opensBody(index + 1, piece)
        else { return false }
        start = index + 1
        return true
      })
    return ends.isEmpty ? nil : { ends.contains($0) }
  }

  /// What opens items of such a list beside bodies.
  private static let openings = PhraseTable(["niêm yết", "lưu", "như trên", "như điều"])

  /// More words than a bracket of an archive note holds.
  private static let longestBracket = 20

  /// `words` with what follows, one blank between, up to the bracket that closes one opened in them.
  private static func closingBracket(_ words: Range<Int>, _ view: DocumentView) -> Range<Int> {
    let (reading, folded) = (view.reading, view.reading.text.folded)
    let text = folded[
      Int(reading.words[words.lowerBound].start)..<Int(reading.words[words.upperBound - 1].end)]
    guard let open = text.lastIndex(of: 0x28), !text[open...].contains(0x29) else { return words }
    for index in (words.upperBound..<reading.words.count).prefix(longestBracket) {
      let gap = Int(reading.words[index - 1].end)..<Int(reading.words[index].start)
      if gap.count > 1 || folded[gap].first != Folding.blank || reading.firstByte(index) == 0x28 { break }
      if reading.closesBracket(index) { return words.lowerBound..<index + 1 }
    }
    return words
  }

  /// Short words in lower case only: nothing that an archive note goes on with.
  private static func isLitter(_ words: Range<Int>, _ view: DocumentView) -> Bool {
    words.allSatisfy {
      let word = view.reading.words[$0]
      return word.isEmpty || word.core.count <= 3 && word.shape.contains(.lower)
    }
  }

  /// What stands behind `Nơi nhận:` on its line, without a dash or a mark at its end, over a list with dashes: the
  /// words stand alone on their line (Nghị định 30/2020/NĐ-CP, phụ lục I), so it is a piece of the signature.
  private static func isOtherColumn(_ words: Range<Int>, above next: Int, _ view: DocumentView) -> Bool {
    guard let last = words.last, !view.shapes.isDash(words.lowerBound), !view.shapes.endsItem(last) else {
      return false
    }
    return next < view.range.upperBound && view.zones[next] == .recipient
      && view.shapes.isDash(view.segments[next].words.lowerBound)
  }

  /// One short word in the column beside `Nơi nhận:`: a piece of the seal.
  private static func isBesideHead(_ index: Int, _ view: DocumentView) -> Bool {
    guard index > view.range.lowerBound, view.features[index - 1].has(.recipients),
      view.segments[index - 1].line == view.segments[index].line
    else { return false }
    let words = view.segments[index].words
    return words.count == 1 && view.reading.words[words.lowerBound].core.count <= 3
      || isOtherColumn(words, above: index + 1, view)
  }

  /// A piece in the next column beside an item that has ended: a bit of the seal or of the signature.
  private static func isBesideItem(_ index: Int, _ view: DocumentView) -> Bool {
    let segment = view.segments[index]
    let isDash = view.shapes.isDash(segment.words.lowerBound)
    if view.features[index].has(.right), !isDash, view.zones[index] == .recipient { return true }
    guard segment.column > 0, !segment.isCell, index > view.range.lowerBound,
      view.segments[index - 1].line == segment.line, view.zones[index - 1] == .recipient
    else { return false }
    let above = view.segments[index - 1].words
    return !isDash && view.shapes.isDash(above.lowerBound)
      && view.shapes.endsItem(above.upperBound - 1) && segment.words.count <= 6
      && view.tables.bodyPhrases.match(
        view.reading, at: view.firstWord(index), limit: segment.words.upperBound) == nil
  }

  /// The pieces up to the full stop that ends the list of recipients, if no short form stands behind it: only a
  /// comma read as a full stop has one.
  private static func endingAtStop(_ pieces: [Range<Int>], _ view: DocumentView) -> [Range<Int>] {
    let words = pieces.flatMap { Array($0) }
    guard words.count > 2,
      let stop = words.indices.dropFirst().first(where: { position in
        view.reading.lastByte(words[position]) == 0x2E && view.reading.words[words[position]].core.count > 1
          && !ItemText.pointed.contains(view.reading.text.string(view.reading.words[words[position]].core))
      }), stop + 1 < words.count,
      !words[(stop + 1)...].contains(where: {
        let word = view.reading.words[$0]
        return word.shape.contains(.digit) || word.shape.contains(.upper) && word.core.count > 1
      })
    else { return pieces }
    return pieces.compactMap { piece in
      let end = min(piece.upperBound, words[stop] + 1)
      return piece.lowerBound < end ? piece.lowerBound..<end : nil
    }
  }

  private static func note(_ pieces: [Range<Int>], _ view: DocumentView) -> FieldValue? {
    guard var note = view.value(view.reading.isNoisy ? endingAtStop(pieces, view) : pieces, .plain)
    else { return nil }
    if let first = note.value.split(separator: " ").first, let word = first.first, word == "L" || word == "l",
      !note.value.hasPrefix("Lưu")
    {
      let letters = first.prefix { $0.isLetter }
      note.value = "Lưu" + note.value.dropFirst(letters.count)
      if letters != "Luu" { note.weaken(to: .partial) }
    }
    guard view.reading.isNoisy else { return note }
    return note.respelt(withFigure(ItemText(tables: view.tables).clean(mended(note.value, view.tables))))
  }

  private static func item(_ item: [Range<Int>], isFirst: Bool, _ view: DocumentView) -> FieldValue? {
    guard let value = view.value(item, support(item, view)).map(view.mended) else {
      return nil
    }
    guard isFirst, let word = asAbove(value.value), !view.indices(.addressee).isEmpty else { return value }
    return value.respelt(word)
  }

  /// `Như ren`: as above, whatever is left of the second word.
  private static func asAbove(_ value: String) -> String? {
    let words = value.split(separator: " ")
    guard words.count == 2, words[0] == "Như", words[1].count <= 4, words[1].allSatisfy(\.isLetter) else {
      return nil
    }
    return "Như trên"
  }

  private static func isArchive(_ item: [Range<Int>], _ view: DocumentView) -> Bool {
    guard let first = item.first?.first(where: { !view.reading.words[$0].isEmpty }) else { return false }
    let next = view.reading.words[min(first + 1, view.reading.words.count - 1)]
    return view.reading.isWord(first, WordKey.of("luu")) && next.shape.contains(.upper)
      || view.shapes.isArchiveMark(first, limit: item.first?.upperBound ?? first + 1)
  }

  /// `VPTU, THỊ`: a short form has no tone, so that the last letter was a figure: `TH1`.
  private static func withFigure(_ note: String) -> String {
    for bent in ["THỊ", "THÌ", "THI", "THl"] where note.hasSuffix(bent) {
      let rest = note.dropLast(bent.count)
      if rest.last == " " || rest.last == "," { return rest + "TH1" }
    }
    return note
  }

  /// `Lưu; VF, NC` for `Lưu: VT, NC`: where every archive note begins with the clerk's office (văn thư; Nghị định
  /// 30/2020/NĐ-CP, annex I), a V with a letter that makes no known short form of it was misread.
  private static func mended(_ note: String, _ tables: ExtractionTables) -> String {
    guard note.hasPrefix("Lưu"), let mark = note.dropFirst(3).first, mark == ":" || mark == ";" else {
      return note
    }
    var words = note.dropFirst(4).split(separator: " ").map(String.init)
    if let first = words.first {
      let short = first.prefix { $0.isLetter || $0.isNumber }
      let end = first.dropFirst(short.count)
      if short.count == 2, short.first == "V" || short.first == "v", end.count <= 1, short != "VT",
        !tables.symbols.knows(short.uppercased())
      {
        words[0] = "VT" + (end == ";" ? "," : end)
      }
    }
    return "Lưu: " + words.joined(separator: " ")
  }

  /// `=1ữuU: VT, KT.`: a last item whose first word still shows that it was `Lưu:`.
  private static func garbledArchive(_ item: [Range<Int>], _ view: DocumentView) -> FieldValue? {
    guard let words = item.first, let first = words.first(where: { !view.reading.words[$0].isEmpty }) else {
      return nil
    }
    let folded = view.reading.text.folded
    let word = view.reading.words[first].range
    guard let colon = word.first(where: { folded[$0] == 0x3A }), colon - word.lowerBound <= 6 else {
      return nil
    }
    let letters = folded[word.lowerBound..<colon].filter(Folding.isLetter)
    guard letters.count <= 4, letters.contains(0x75), var value = view.value(item, .weak) else {
      return nil
    }
    guard let end = value.value.firstIndex(of: ":") else { return nil }
    value.value = "Lưu" + value.value[end...]
    return value
  }

  /// An item with a dash and an end mark is whole; others may have lost a piece.
  private static func support(_ item: [Range<Int>], _ view: DocumentView) -> Support {
    guard let first = item.first, let last = item.last else { return .weak }
    let closed = view.shapes.endsItem(last.upperBound - 1)
    return view.shapes.isDash(first.lowerBound) && closed ? .plain : closed ? .partial : .weak
  }
}
