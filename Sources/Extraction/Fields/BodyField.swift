import VietText

/// Cơ quan ban hành, cơ quan chủ quản, cơ quan cùng ban hành.
struct BodyField {
  let view: DocumentView

  /// The bodies of a document.
  struct Bodies {
    var issuer: FieldValue?
    var superior: FieldValue?
    var others: [FieldValue] = []
  }

  /// Reads the header; without one, the opening sentence and the signature.
  static func read(_ view: DocumentView, signers: [Signer], type: String?, symbol: String?) -> Bodies {
    let field = BodyField(view: view)
    var result = field.fromHeader(
      isJoint: type.map(isJoint(type:)) ?? false || symbol.map(isJoint(symbol:)) ?? false)
    if result.issuer == nil {
      result.issuer = field.fromEnactor() ?? field.fromOpening() ?? field.fromSignature(signers)
    }
    return result
  }

  private static func isJoint(type: String) -> Bool {
    ["liên tịch", "phối hợp", "liên bộ", "liên ngành"].contains(where: type.hasSuffix)
  }

  /// `KHLT`, `QCPH`, `HDLN`, `TT/LB`: symbols of what several bodies issue.
  private static func isJoint(symbol: String) -> Bool {
    let groups = symbol.split { $0 == "-" || $0 == "/" }
    guard let code = groups.first else { return false }
    if groups.count == 2, groups[1] == "LB" { return true }
    return ["LT", "LN", "LS", "PH"].contains(where: code.hasSuffix)
      && types.contains(String(code.dropLast(2)))
  }

  /// Symbols of types that several bodies may issue.
  private static let types: Set = ["TT", "NQ", "KH", "HD", "QC", "QCh", "CT", "CTr", "TB", "QĐ", "BC", "ĐA"]

  /// Reads the heading of a document that calls itself joint, or has a symbol of such.
  private func fromHeader(isJoint: Bool) -> Bodies {
    if let columns = columns() {
      // `UBND TỈNH | SỞ TƯ PHÁP` beside another body.
      let superiors = columns.map { lines in
        lines.count > 1 && stands([lines[0]], over: Array(lines.dropFirst()))
      }
      var bodies = joint(zip(columns, superiors).map { $1 ? Array($0.dropFirst()) : $0 })
      if superiors.first == true { bodies.superior = view.value([columns[0][0]], .partial) }
      return bodies
    }
    let lines = lines()
    let isDoubtful = lines.contains { !$0.isEmpty && (view.isRepaired(view.scalars($0)) || isGlued($0)) }
    let mentions = isDoubtful ? BodyMentions(view: view) : nil
    var names: [[Range<Int>]] = []
    var wasDangling = false
    for line in lines {
      let begins =
        names.isEmpty
        || (!wasDangling && beginsBody(line, after: names[names.count - 1]))
        || mentions.flatMap { mentions in plain([line]).flatMap { mentions.name(like: $0) } } != nil
      if begins { names.append([line]) } else { names[names.count - 1].append(line) }
      wasDangling = endsDangling(line, isJoint: isJoint)
    }
    // The gazette sets the body that issued a document above its heading once more.
    while names.count > 1, isSame(names[names.count - 2], names[names.count - 1]) {
      names.remove(at: names.count - 2)
    }
    var bodies = Bodies()
    if isJoint {
      guard let first = names.first, names.count > 1, stands(first, over: names[1]) else {
        return joint(names)
      }
      bodies = joint(Array(names.dropFirst()))
      bodies.superior = value(first, support: .plain, mentions)
      return bodies
    }
    if let last = names.last, let own = likeBodies(last) {
      bodies = joint([own])
      if names.count > 1 { bodies.superior = value(names[names.count - 2], support: .partial, mentions) }
      return bodies
    }
    guard let own = names.last else { return bodies }
    bodies.issuer = value(own, support: names.count > 2 ? .partial : .plain, mentions)
    if names.count > 1 { bodies.superior = value(names[names.count - 2], support: .plain, mentions) }
    return bodies
  }

  /// The lines of bodies that stand side by side, those of each together; nil where there is one column. A line that belongs
  /// to fewer of them goes to the nearest.
  private func columns() -> [[Range<Int>]]? {
    let indices = view.indices(.body)
    guard
      let first = indices.first(where: { index in
        indices.contains { $0 != index && view.segments[$0].line == view.segments[index].line }
      })
    else { return nil }
    let heads = indices.filter { view.segments[$0].line == view.segments[first].line }
    guard heads.count <= Self.mostColumns, heads[0] == indices[0],
      heads.allSatisfy({ view.opensBody(view.firstWord($0), view.segments[$0].words) })
    else { return nil }
    var columns = heads.map { [view.segments[$0].words] }
    let middles = heads.map { view.middle(of: view.segments[$0].words) }
    for index in indices where index > heads[heads.count - 1] {
      let middle = view.middle(of: view.segments[index].words)
      let nearest = heads.indices.min { abs(middles[$0] - middle) < abs(middles[$1] - middle) }
      columns[nearest ?? 0].append(view.segments[index].words)
    }
    return columns
  }

  /// More bodies than stand side by side.
  private static let mostColumns = 6

  /// Every line and part of a line is one of those who issue together.
  private func joint(_ names: [[Range<Int>]]) -> Bodies {
    let parts = names.flatMap { split($0) }.compactMap { view.value($0, .partial) }
    return Bodies(issuer: parts.first, others: Array(parts.dropFirst()))
  }

  /// `SỞ TÀI CHÍNH - SỞ Y TẾ`: bodies that dashes or line ends part and whose names begin alike, whatever the document calls
  /// itself.
  private func likeBodies(_ lines: [Range<Int>]) -> [Range<Int>]? {
    let heads = split(lines).map { part in
      part[0].first { !view.reading.words[$0].isEmpty }.map { view.reading.words[$0].key }
    }
    return heads.count > 1 && Set(heads).count == 1 ? lines : nil
  }

  /// A committee issues nothing together with its own departments: it stands over them.
  private func stands(_ lines: [Range<Int>], over others: [Range<Int>]) -> Bool {
    opens(lines, with: Self.committees) && opens(others, with: Self.departments)
      || opens(lines, with: Self.partyCommittees) && opens(others, with: Self.partyOrgans)
  }

  private func opens(_ lines: [Range<Int>], with phrases: PhraseTable) -> Bool {
    guard let line = lines.first, let first = line.first(where: { !view.reading.words[$0].isEmpty }) else {
      return false
    }
    return phrases.match(view.reading, at: first, limit: line.upperBound) != nil
  }

  private static let partyCommittees = PhraseTable(["Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"])
  private static let partyOrgans = PhraseTable(["Ban", "Ủy ban Kiểm tra", "Văn phòng"], exactWhenShort: true)
  private static let committees = PhraseTable(["Ủy ban nhân dân", "UBND"])
  private static let departments = PhraseTable(["Sở", "Phòng"], exactWhenShort: true)

  /// The lines of the bodies, without what a star or a frame left under them.
  private func lines() -> [Range<Int>] {
    let lines = view.indices(.body).map { withoutSpecks(view.segments[$0].words.drop(while: isLoneDash)) }
      .filter { line in line.reduce(0) { $0 + view.reading.words[$1].core.count } > 2 }
    guard let first = lines.first, isUpper(first) else { return lines }
    return lines.filter { line in
      isUpper(line) || line.reduce(0) { $0 + view.reading.words[$1].core.count } > 6
    }
  }

  private func isLoneDash(_ index: Int) -> Bool {
    view.reading.words[index].isEmpty && view.shapes.isDash(index)
  }

  /// A line of one long word: its blanks were lost.
  private func isGlued(_ line: Range<Int>) -> Bool {
    line.contains { view.reading.words[$0].core.count > 7 }
  }

  private func isUpper(_ line: Range<Int>) -> Bool {
    line.contains { view.reading.words[$0].shape.contains(.upper) && view.reading.words[$0].core.count > 1 }
  }

  private func plain(_ lines: [Range<Int>]) -> String? { view.text(lines) }

  /// Whether two names have the same words, marks and case aside.
  private func isSame(_ first: [Range<Int>], _ second: [Range<Int>]) -> Bool {
    let keys = [first, second].map { $0.joined().lazy.map { view.reading.words[$0].key }.filter { $0 != 0 } }
    return keys[0].elementsEqual(keys[1])
  }

  /// The name in the spelling of the tables where only marks differ, `HDND` as `HĐND`.
  private func value(_ lines: [Range<Int>], support: Support, _ mentions: BodyMentions?) -> FieldValue? {
    guard var value = view.value(lines, support) else { return nil }
    if let name = mentions?.name(like: value.value) {
      value.value = name.uppercased()
      value.weaken(to: .partial)
      return value
    }
    let spelling = Spelling(reading: view.reading, tables: view.tables)
    let respelt = lines.map { spelling.text($0) }.joined(separator: " ")
    let plain = WordJoiner(reading: view.reading).join(lines.joined().map { view.reading.words[$0].range })
    if respelt != plain, respelt.count == plain.count, value.value == plain { value.value = respelt }
    value.value = value.value.split(separator: " ").map { stroked(String($0)) }.joined(separator: " ")
    return value
  }

  /// A short form with the stroke of its Đ; what is a syllable is none: `DU LỊCH`.
  private func stroked(_ word: String) -> String {
    let letters = word.unicodeScalars.map { VietLetter.lowercased($0.value) }
    return Syllable.parse(letters, anyTonePlace: true) == nil ? view.tables.symbols.withStroke(word) : word
  }

  /// Stray letters behind a name in capitals: a star or a rule read as text.
  private func withoutSpecks(_ line: Range<Int>) -> Range<Int> {
    var end = line.lowerBound
    while end < line.upperBound,
      view.reading.words[end].isEmpty || view.reading.words[end].shape.contains(.upper)
    { end += 1 }
    let rest = (end..<line.upperBound).filter { !view.reading.words[$0].isEmpty }
    guard end - line.lowerBound >= 2, !rest.isEmpty,
      rest.allSatisfy({ view.reading.words[$0].core.count <= 4 }),
      // `QUÂN KHU 4`, `TRƯỜNG TIỂU HỌC SỐ 2 B`, where no engine can have made a figure or a letter of a speck.
      view.reading.isNoisy
        || !rest.contains(where: { !view.reading.words[$0].shape.isDisjoint(with: [.digit, .capital]) })
    else {
      return trimmedSpecks(line)
    }
    while end - line.lowerBound > 2, view.reading.words[end - 1].core.count <= 1 { end -= 1 }
    return trimmedSpecks(line.lowerBound..<end)
  }

  /// One letter alone at the end, in capitals, with or without marks.
  private func trimmedSpecks(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end - line.lowerBound > 2 {
      let word = view.reading.words[end - 1]
      let isSpeck = word.core.count == 1 && !word.shape.contains(.digit) && word.end > word.coreEnd
      // A dash leads to the next body.
      let joins = view.shapes.isDash(end - 1) && word.range.count == 1 && !view.reading.isNoisy
      guard word.isEmpty && !joins || isSpeck else { break }
      end -= 1
    }
    return line.lowerBound..<end
  }

  /// Whether a line of the header begins another body rather than continuing the one above.
  private func beginsBody(_ line: Range<Int>, after above: [Range<Int>]) -> Bool {
    guard let first = line.first(where: { !view.reading.words[$0].isEmpty }),
      // `MÔI | TRƯỜNG`: no body is called by one syllable.
      line.count(where: { !view.reading.words[$0].isEmpty }) > 1
    else { return false }
    return view.opensBody(first, line) && !isIncomplete(split(above).last ?? above)
  }

  /// `BAN CHẤP HÀNH`, `BAN THƯỜNG VỤ`, `VĂN PHÒNG`, `CHỦ TỊCH` alone wait for whose they are.
  private func isIncomplete(_ lines: [Range<Int>]) -> Bool {
    guard lines.count == 1, let line = lines.first,
      let first = line.first(where: { !view.reading.words[$0].isEmpty })
    else { return false }
    let isWhole = { (phrases: PhraseTable) in
      phrases.match(view.reading, at: first, limit: line.upperBound)?.end == line.upperBound
    }
    if isWhole(Self.nameless) || isWhole(view.tables.titles) { return true }
    let alone: Set<UInt64> = [WordKey.of("hanh"), WordKey.of("vu"), WordKey.of("quoc")]
    let last = line.last { !view.reading.words[$0].isEmpty } ?? first
    guard line.filter({ !view.reading.words[$0].isEmpty }).count == 3 else { return false }
    return alone.contains(view.reading.words[last].key) && view.reading.words[first].key == WordKey.of("ban")
  }

  /// What is no body's name without more.
  private static let nameless = PhraseTable([
    "Văn phòng", "Tổng công ty", "Tập đoàn", "Công ty", "Bệnh viện", "Bệnh viện đa khoa", "Trường Đại học",
    "Trường Cao đẳng", "Trường Trung học phổ thông", "Trường THPT", "Trung tâm", "Trung tâm Y tế",
    "Ban Quản lý",
    "Ban Quản lý dự án", "Chi nhánh", "Ban cán sự đảng", "Đảng đoàn", "Bộ Tư lệnh", "Bộ Chỉ huy",
  ])

  private func endsDangling(_ line: Range<Int>, isJoint: Bool) -> Bool {
    guard let last = line.last else { return false }
    let word = view.reading.words[last]
    if isJoint { return false }
    return word.key == WordKey.of("va") || view.reading.lastByte(last) == 0x2C
      || (view.reading.lastByte(last) == 0x2D && word.range.count == 1)
  }

  /// The bodies of a joint document that share lines: cut at dashes and lines before the next body's head.
  private func split(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var parts: [[Range<Int>]] = []
    for line in lines {
      var start = line.lowerBound
      var goesOn = parts.last.map { goesOnWith(line, $0) } ?? false
      func close(at end: Int) {
        if goesOn { parts[parts.count - 1].append(start..<end) } else { parts.append([start..<end]) }
        (start, goesOn) = (end, false)
      }
      for index in line where index > start {
        if isDash(index - 1) || view.reading.firstByte(index) == 0x2D, !view.reading.words[index].isEmpty,
          view.opensBody(index, line)
        {
          close(at: index)
        }
      }
      close(at: line.upperBound)
    }
    return parts
  }

  /// Whether a line is the rest of a name: `CÔNG AN | TỈNH`, `BAN CÁN SỰ ĐẢNG | ỦY BAN NHÂN DÂN`.
  private func goesOnWith(_ line: Range<Int>, _ name: [Range<Int>]) -> Bool {
    guard let first = line.first(where: { !view.reading.words[$0].isEmpty }), view.opensBody(first, line)
    else {
      return true
    }
    return isIncomplete(name) && !(name.last?.last.map(isDash) ?? false)
  }

  private func isDash(_ index: Int) -> Bool { view.reading.lastByte(index) == 0x2D }

  /// `BỘ TRƯỞNG BỘ ...`, `HỘI ĐỒNG NHÂN DÂN TỈNH ...` above the legal bases.
  private func fromEnactor() -> FieldValue? {
    let lines = view.indices(.enactor).prefix(2)
    guard let first = lines.first, view.features[first].has(.bodyHead) else { return nil }
    return view.value([view.segments[first].words], .partial)
  }

  /// The body that acts in the opening: `Ban Thường vụ Tỉnh ủy xây dựng kế hoạch ... như sau:`.
  private func fromOpening() -> FieldValue? {
    var seen = 0
    var best: Range<Int>?
    var reached = 0
    let grammar = BodyGrammar(reading: view.reading, tables: view.tables)
    for index in view.indices(.text, .basis, .subject) {
      if view.zones[index] != .subject, view.features[index].has(.outline), seen > 0 { break }
      guard view.zones[index] != .subject else { continue }
      seen += 1
      if seen > 14 { break }
      let limit =
        view.segments[index].words.upperBound
        + (view.segments.indices.contains(index + 1) ? view.segments[index + 1].words.count : 0)
      var word = max(view.segments[index].words.lowerBound, reached)
      while word < view.segments[index].words.upperBound {
        guard let end = grammar.bodyEnd(at: word, limit: limit) else { word += 1; continue }
        reached = end
        if grammar.acts(at: end, limit: limit) { best = word..<end }
        word = max(end, word + 1)
      }
      if best != nil, !view.features[index].isLower { break }
    }
    return best.flatMap { view.value([$0], .partial) }
  }

  /// `TM. ỦY BAN NHÂN DÂN`: whose authority the signer has.
  private func fromSignature(_ signers: [Signer]) -> FieldValue? {
    guard let index = view.indices(.authority).first, !signers.isEmpty else { return nil }
    let words = view.segments[index].words
    let first = view.firstWord(index)
    guard first + 1 < words.upperBound,
      let length = view.shapes.authorityLength(at: first, limit: words.upperBound),
      let match = view.tables.bodyPhrases.match(view.reading, at: first + length, limit: words.upperBound),
      view.tables.bodies[match.row].kind != .chief, view.tables.bodies[match.row].kind != .place
    else { return nil }
    return view.value([(first + length)..<words.upperBound], .weak)
  }
}
