/// The part of a document that a line belongs to.
package enum PartLabel: UInt8, CaseIterable, Sendable {
  case body, head, basis, foot, annex
}

/// What a word of a document is for.
package enum FieldLabel: UInt8, CaseIterable, Sendable {
  /// Running text.
  case body
  /// Cơ quan ban hành, those who issue with it, cơ quan chủ quản.
  case issuer
  /// Quốc hiệu, tiêu ngữ, the Party's title.
  case nation
  case number
  case placeDate
  case subject
  /// Độ mật, độ khẩn, hình thức sao.
  case stamp
  case type
  /// Who enacts, between the subject and the legal bases.
  case enactor
  case basis
  case addressee
  /// `Nơi nhận:`.
  case recipientHead
  case recipient
  case archive
  case authority
  case title
  /// A military rank or academic titles before a name.
  case rank
  case name
  case annexHead
  case annex
  /// Stamps of electronic signatures, arrival stamps, running heads, notes of a portal: of no document.
  case junk

  /// The part that words with this label stand in; nil where any can hold it.
  var part: PartLabel? {
    switch self {
    case .body: .body
    case .issuer, .nation, .number, .placeDate, .subject, .stamp, .type, .enactor, .addressee:
      .head
    case .basis: .basis
    case .recipientHead, .recipient, .archive, .authority, .title, .rank, .name: .foot
    case .annexHead, .annex: .annex
    case .junk: nil
    }
  }

  /// What the fields read it as.
  var zone: Zone {
    switch self {
    case .body: .text
    case .issuer: .body
    case .nation: .title
    case .number: .number
    case .placeDate: .placeDate
    case .subject: .subject
    case .stamp: .stamp
    case .type: .type
    case .enactor: .enactor
    case .basis: .basis
    case .addressee: .addressee
    case .recipientHead: .recipientHead
    case .recipient: .recipient
    case .archive: .archive
    case .authority: .authority
    case .title: .signerTitle
    case .rank: .signerRank
    case .name: .signerName
    case .annexHead: .annexHead
    case .annex: .annex
    case .junk: .junk
    }
  }
}

extension PartLabel {
  /// What a line is read as that is not looked at word by word.
  var zone: Zone {
    switch self {
    case .body, .head, .foot: .text
    case .basis: .basis
    case .annex: .annex
    }
  }
}
