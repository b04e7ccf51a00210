/// Độ mật, độ khẩn, hình thức sao.
enum StampFields {
  /// The stamp that fills a stretch, alone or with a date or a number behind it.
  static func stamp(in words: Range<Int>, reading: Reading, tables: ExtractionTables) -> Stamp? {
    guard words.count <= longest, let first = words.first(where: { !reading.words[$0].isEmpty }) else {
      return nil
    }
    guard reading.words[first].shape.contains(.capital), let last = words.last else { return nil }
    let start = Int(reading.words[first].coreStart)
    let end = Int(reading.words[last].end)
    var best: (stamp: Stamp, end: Int)?
    for stamp in tables.stamps where stamp.matcher.letters[0] == reading.text.folded[start] {
      guard let match = stamp.matcher.match(reading.text.folded, from: start, limit: end) else { continue }
      if match.end < end, Folding.isLetter(reading.text.folded[match.end]) { continue }
      if match.end > best?.end ?? 0 { best = (stamp, match.end) }
    }
    guard let best else { return nil }
    let rest = reading.text.folded[best.end..<end].filter { Folding.isLetter($0) || Folding.isDigit($0) }
    guard reading.words[first].shape.contains(.upper) else {
      // `Thượng khẩn` in small letters and its own marks, with nothing else on its line.
      let isSpelled = reading.text.string(start..<best.end) == best.stamp.value
      return rest.isEmpty && isSpelled && [.secrecy, .urgency, .copy].contains(best.stamp.kind)
        ? best.stamp : nil
    }
    return rest.count <= allowance(best.stamp, in: words, reading) ? best.stamp : nil
  }

  /// Most words of a stamp: the electronic one of a copy says who copied and when.
  private static let longest = 24
  /// Most words of one that is printed on paper.
  private static let longestPrinted = 12

  /// How many letters and digits may follow a stamp: none a secrecy, a number and a date others, `SAO Y; VĂN PHÒNG ...;
  /// 09/02/2023 10:15:44` the body, too (Nghị định 30/2020/NĐ-CP, annex I, part III).
  private static func allowance(_ stamp: Stamp, in words: Range<Int>, _ reading: Reading) -> Int {
    let printed = words.count <= longestPrinted ? 40 : 0
    return switch stamp.kind {
    case .copy: words.contains { reading.lastByte($0) == 0x3B } ? 100 : printed
    case .arrival: printed
    default: 0
    }
  }

  /// The stamps of a document.
  static func read(_ view: DocumentView) -> (secrecy: FieldValue?, urgency: FieldValue?, copy: FieldValue?) {
    var result: (secrecy: FieldValue?, urgency: FieldValue?, copy: FieldValue?)
    for index in view.range where view.zones[index] == .stamp || isLate(index, view) {
      let words = view.segments[index].words
      guard let stamp = stamp(in: words, reading: view.reading, tables: view.tables) else { continue }
      let value = view.place(view.scalars(words), value: stamp.value, .plain)
      switch stamp.kind {
      case .secrecy: result.secrecy = result.secrecy ?? value
      case .urgency: result.urgency = result.urgency ?? value
      case .copy: result.copy = result.copy ?? value
      default: break
      }
    }
    return result
  }

  /// A copier's mark that the zone model put elsewhere.
  private static func isLate(_ index: Int, _ view: DocumentView) -> Bool {
    view.features[index].has(.stamp) && view.copies.contains { $0.contains(index) }
  }
}
