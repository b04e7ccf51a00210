/// Scores of one zone following another.
enum ZoneTransitions {
  /// From zone (row) to zone (column).
  static let table: [[Float]] = makeTable()
  /// Scores of a zone opening the text.
  static let start: [Float] = Zone.allCases.map { zone in
    switch phase(zone) {
    case .header: 1
    case .caption: zone == .type ? 0 : zone == .subject ? -5 : -2
    case .main: -1
    case .closing: -5
    case .annex: -4
    }
  }

  /// The parts of a document in the order in which they come.
  enum Phase: Int { case header, caption, main, closing, annex }

  static func phase(_ zone: Zone) -> Phase {
    switch zone {
    case .title, .superior, .body, .number, .placeDate, .stamp: .header
    case .type, .subject, .addressee, .enactor: .caption
    case .basis, .text: .main
    case .recipientHead, .recipient, .archive, .authority, .signerTitle, .signerName: .closing
    case .annexHead, .annex, .junk: .annex
    }
  }

  private static func makeTable() -> [[Float]] {
    Zone.allCases.map { from in Zone.allCases.map { special(from, $0) ?? general(phase(from), phase($0)) } }
  }

  private static func general(_ from: Phase, _ to: Phase) -> Float {
    switch (from, to) {
    case (.header, .header), (.main, .main), (.closing, .closing), (.annex, .annex): 0
    case (.header, .caption): 0
    case (.header, .main): -1.5
    case (.header, .closing): -7
    case (.header, .annex): -6
    case (.caption, .header): -4
    case (.caption, .caption): -1
    case (.caption, .main): 0
    case (.caption, .closing): -7
    case (.caption, .annex): -8
    case (.main, .header): -14
    case (.main, .caption): -14
    case (.main, .closing): -2
    case (.main, .annex): -5
    case (.closing, .header): -2
    case (.closing, .caption): -7
    case (.closing, .main): -8
    case (.closing, .annex): -4
    case (.annex, .header): -12
    case (.annex, .caption): -16
    case (.annex, .main): -16
    case (.annex, .closing): -14
    }
  }

  private static func special(_ from: Zone, _ to: Zone) -> Float? {
    switch (from, to) {
    case (.type, .subject): 2
    case (.type, .type): -6
    case (.type, .addressee), (.type, .enactor): -1
    case (.type, .text), (.type, .basis): -2
    case (.subject, .subject): 0.5
    case (.subject, .placeDate), (.subject, .number): 0
    case (.subject, .title): -1
    case (.subject, .stamp): -1
    case (.subject, .addressee), (.subject, .enactor): 0
    case (.subject, .type): -8
    case (.number, .subject), (.placeDate, .subject): -1.5
    case (.title, .subject), (.body, .subject), (.stamp, .subject): -4
    case (.recipient, .addressee), (.archive, .addressee), (.signerName, .addressee): -16
    case (.addressee, .addressee): 1
    case (.addressee, .subject), (.addressee, .type), (.enactor, .type): -8
    case (.addressee, .placeDate), (.addressee, .number): -5
    case (.title, .enactor), (.body, .enactor), (.number, .enactor), (.placeDate, .enactor): -6
    case (.enactor, .enactor): 0.5
    case (.enactor, .subject): -5
    case (.basis, .basis): 0.5
    case (.text, .basis): -4
    case (.text, .signerName): -9
    case (.text, .recipient), (.basis, .recipient): -8
    case (.text, .archive), (.basis, .archive): -7
    case (.signerTitle, .signerName), (.authority, .signerTitle): 1
    case (.archive, .recipient): -2
    case (.signerName, .recipient), (.signerTitle, .recipient), (.authority, .recipient): -1
    case (.signerName, .type): -3
    case (.archive, .type): -3
    case (.signerName, .subject), (.archive, .subject), (.recipient, .subject): -12
    case (.stamp, .authority), (.stamp, .signerTitle), (.stamp, .recipient): -2
    case (.archive, .annexHead), (.signerName, .annexHead), (.recipient, .annexHead),
      (.signerTitle, .annexHead):
      -1
    case (.annexHead, .annex), (.annexHead, .annexHead): 1
    case (.annex, .annexHead): -1
    default: nil
    }
  }
}
