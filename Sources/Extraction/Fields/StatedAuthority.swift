/// Thẩm quyền that the text states where the signature block was not read.
///
/// A seal hides the block it stands on, but the text says for whom the document speaks, and the norms bind the
/// authority to that. Nothing is told where a block with an authority or a title was read, where the end of the
/// document is missing, or where the text leaves it open: a công văn or thông báo in the name of a committee may be
/// signed by its head or by order of it.
struct StatedAuthority {
  let view: DocumentView

  /// An authority, the words that state it, and how sure that is.
  private struct Statement {
    var authority: String
    var words: Range<Int>
    var confidence: Double
  }

  /// The signers of a record, with the authority that the text states where the block was not read.
  func signers(of record: DocumentRecord) -> [Signer] {
    let signers = record.signers
    guard record.form != .unknown, record.documentNumber != nil, isComplete, signers.count <= 1,
      signers.allSatisfy({ $0.authority == nil && $0.title == nil }), view.indices(.authority).isEmpty,
      let statement = order(record.form) ?? principal(of: record),
      let place = view.value([statement.words], confidence: statement.confidence)
    else { return signers }
    guard var signer = signers.first else {
      return [Signer(authority: statement.authority, title: nil, name: nil, place: place)]
    }
    signer.authority = statement.authority
    signer.place.cap(statement.confidence)
    return [signer]
  }

  /// The list of recipients stands beside the signature block: where it was read, there was a block.
  private var isComplete: Bool { !view.indices(.recipient, .archive).isEmpty }

  // MARK: Orders

  private static let orders = PhraseTable(["Thừa lệnh", "Thừa ủy quyền", "Thay mặt"])
  private static let marks: [(party: String?, state: String)] = [
    ("T/L", "TL."), (nil, "TUQ."), ("T/M", "TM."),
  ]
  private static let principals = PhraseTable([
    "Ban Thường vụ", "Ban Chấp hành", "Ủy ban nhân dân", "UBND",
  ])
  private static let principalNames = [
    "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN",
  ]
  private static let persons = WordKey.set("dong ong ba")

  /// `Thừa lệnh Ban Thường vụ Tỉnh ủy, Văn phòng Tỉnh ủy thông báo ...` at the end of the text: the formula of which
  /// `T/L`, `TL.` are the short forms (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, phụ lục I, II.7).
  private func order(_ form: DocumentForm) -> Statement? {
    for index in view.indices(.text).suffix(8) where !view.goesOn(index) {
      let first = view.firstWord(index)
      let limit = sentenceLimit(index)
      guard let order = Self.orders.match(view.reading, at: first, limit: limit),
        let mark = form == .party ? Self.marks[order.row].party : Self.marks[order.row].state,
        let (name, end) = principal(at: order.end, limit: limit),
        let comma = (end - 1..<min(end + 10, limit)).first(where: { view.reading.lastByte($0) == 0x2C }),
        comma + 1 < limit, !Self.persons.contains(view.reading.words[comma + 1].key)
      else { continue }
      return Statement(authority: mark + " " + name, words: first..<end, confidence: 0.6)
    }
    return nil
  }

  /// The committee or head who gives the order.
  private func principal(at index: Int, limit: Int) -> (name: String, end: Int)? {
    if let match = Self.principals.match(view.reading, at: index, limit: limit) {
      return (Self.principalNames[match.row], match.end)
    }
    guard index < limit, view.reading.words[index].shape.contains(.capital) else { return nil }
    return view.tables.titles.match(view.reading, at: index, limit: limit)
      .map { (view.tables.titleNames[$0.row].uppercased(), $0.end) }
  }

  private func sentenceLimit(_ index: Int) -> Int {
    let isOpen = index + 1 < view.range.upperBound && view.goesOn(index + 1)
    return view.segments[isOpen ? index + 1 : index].words.upperBound
  }

  // MARK: Committees

  private static let openTypes: Set<String> = ["Công văn", "Thông báo", "Giấy mời", "Công điện", "Phiếu gửi"]
  private static let committees = ["tinh uy", "thanh uy", "huyen uy", "thi uy", "quan uy", "dang uy"]
  private static let standing = PhraseTable(committees.map { "Ban Thường vụ " + $0 })
  private static let council = PhraseTable(["Ủy ban nhân dân", "UBND"])

  private func principal(of record: DocumentRecord) -> Statement? {
    guard let type = record.documentType?.value, !Self.openTypes.contains(type) else { return nil }
    switch record.form {
    case .party: return standingCommittee(record)
    case .state: return type == "Quyết định" ? peoplesCommittee() : nil
    case .unknown: return nil
    }
  }

  /// What the standing committee of the issuing body decides is signed `T/M BAN THƯỜNG VỤ`, whoever signs
  /// (Hướng dẫn 36-HD/VPTW: a committee is collective). Its heading says so, or the sentence that opens the text.
  private func standingCommittee(_ record: DocumentRecord) -> Statement? {
    guard let issuer = record.issuingBody.map({ Folding.fold($0.value) }),
      let row = Self.committees.firstIndex(where: { committee in
        issuer.starts(with: Folding.fold(committee))
          || issuer.starts(with: Folding.fold("Ban Thường vụ " + committee))
      })
    else { return nil }
    let headings = view.indices(.subject, .enactor).filter {
      view.features[$0].upper > 0.8 && (view.zones[$0] == .enactor || view.features[$0].has(.of))
    }
    if let heading = headings.first {
      let words = view.segments[heading].words
      let first = view.firstWord(heading) + (view.features[heading].has(.of) ? 1 : 0)
      return committee(row, at: first, limit: words.upperBound)
    }
    return actingCommittee(row)
  }

  /// `..., Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:` before the first heading of the text.
  private func actingCommittee(_ row: Int) -> Statement? {
    let grammar = BodyGrammar(reading: view.reading, tables: view.tables)
    for index in view.indices(.text, .basis).prefix(24) {
      if view.features[index].has(.outline) { break }
      let words = view.segments[index].words
      let limit = sentenceLimit(index)
      for word in words where opensClause(word, index) {
        guard let statement = committee(row, at: word, limit: limit),
          let end = grammar.bodyEnd(at: word, limit: limit), grammar.acts(at: end, limit: limit)
        else { continue }
        return statement
      }
    }
    return nil
  }

  private func committee(_ row: Int, at index: Int, limit: Int) -> Statement? {
    guard let match = Self.standing.match(view.reading, at: index, limit: limit), match.row == row else {
      return nil
    }
    return Statement(authority: "T/M BAN THƯỜNG VỤ", words: index..<match.end, confidence: 0.6)
  }

  private func opensClause(_ word: Int, _ segment: Int) -> Bool {
    if word == view.firstWord(segment), !view.goesOn(segment) { return true }
    return word > 0 && view.reading.endsClause(word - 1)
  }

  /// A decision over whose legal bases stands `ỦY BAN NHÂN DÂN ...` is the committee's and signed
  /// `TM. ỦY BAN NHÂN DÂN`; over its head's stands `CHỦ TỊCH ỦY BAN NHÂN DÂN ...`
  /// (Nghị định 30/2020/NĐ-CP, điều 13: a body that works as a collective).
  private func peoplesCommittee() -> Statement? {
    guard let index = view.indices(.enactor).first, !view.indices(.basis).isEmpty else { return nil }
    let first = view.firstWord(index)
    guard
      let match = Self.council.match(view.reading, at: first, limit: view.segments[index].words.upperBound)
    else { return nil }
    return Statement(authority: "TM. ỦY BAN NHÂN DÂN", words: first..<match.end, confidence: 0.5)
  }
}
