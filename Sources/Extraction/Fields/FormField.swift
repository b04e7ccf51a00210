/// Thể thức: State or Party, by the title, the number and the bodies.
enum FormField {
  /// Weighs what the document shows; unknown where it shows nothing.
  static func read(_ view: DocumentView, _ record: DocumentRecord) -> DocumentForm {
    var (state, party) = (0, 0)
    let titles = view.indices(.title)
    // The Youth Union has a form of its own.
    if !titles.isEmpty, titles.allSatisfy({ isTitle(LayoutKeyword.youth, $0, view) }) { return .unknown }
    for index in titles {
      if isTitle(LayoutKeyword.party, index, view) { party += 3 } else { state += 3 }
    }
    if let number = record.documentNumber, let symbol = number.symbol {
      let separator = number.whole.value.dropLast(symbol.count).last
      if separator == "-", number.number != nil || symbol.contains("/") { party += 2 } else { state += 2 }
    }
    for signer in record.signers {
      guard let authority = signer.authority else { continue }
      if authority.contains("T/M") || authority.contains("K/T") || authority.contains("T/L") {
        party += 1
      } else {
        state += 1
      }
    }
    switch record.issuingBody.flatMap({ kind(of: $0.value, view.tables) }) {
    case .party: party += 2
    case .state: state += 1
    default: break
    }
    if state == party || max(state, party) < 2 { return .unknown }
    return state > party ? .state : .party
  }

  private static func isTitle(_ title: KeywordMatcher, _ index: Int, _ view: DocumentView) -> Bool {
    let first = view.firstWord(index)
    let limit = Int(view.reading.words[view.segments[index].words.upperBound - 1].end)
    let start = Int(view.reading.words[first].coreStart)
    return title.match(view.reading.text.folded, from: start, limit: limit) != nil
  }

  private static func kind(of name: String, _ tables: ExtractionTables) -> BodyKind? {
    let folded = Folding.fold(name)
    var best: (length: Int, kind: BodyKind)?
    for (index, head) in tables.foldedBodies.enumerated()
    where head.count > best?.length ?? 0 && folded.starts(with: head) {
      best = (head.count, tables.bodies[index].kind)
    }
    return best?.kind
  }
}
