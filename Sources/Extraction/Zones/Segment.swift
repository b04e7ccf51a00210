/// A piece of a line that belongs to one column: what the zone model labels.
struct Segment: Sendable {
  /// Indices of its words.
  var words: Range<Int>
  /// Index of its line.
  var line: Int
  /// 0 for the first piece of a line, counting up.
  var column: Int
  /// A blank line or a rule stands before it.
  var afterGap: Bool
  /// A cell of a table row.
  var isCell: Bool
}

/// What a piece of a document is for.
enum Zone: UInt8, Sendable {
  /// Quốc hiệu, tiêu ngữ, `ĐẢNG CỘNG SẢN VIỆT NAM`.
  case title
  /// Names of the issuing bodies.
  case body
  /// Số, ký hiệu.
  case number
  /// Địa danh, ngày tháng.
  case placeDate
  /// Độ mật, độ khẩn, dấu đến, hình thức sao.
  case stamp
  /// Tên loại.
  case type
  /// Trích yếu.
  case subject
  /// Kính gửi.
  case addressee
  /// Who enacts, between the subject and the legal bases.
  case enactor
  /// Căn cứ.
  case basis
  /// Running text.
  case text
  /// Nơi nhận.
  case recipient
  /// Lưu.
  case archive
  /// TM., KT., TL. lines.
  case authority
  /// Chức vụ of a signer.
  case signerTitle
  /// A military rank or academic titles before a name.
  case signerRank
  /// Họ tên of a signer.
  case signerName
  /// Heading of an annex.
  case annexHead
  /// All else in annexes.
  case annex
  /// `Nơi nhận:`.
  case recipientHead
  /// Of no document.
  case junk

  /// The parts of a document in the order in which they come.
  enum Phase: Int { case header, caption, main, closing, annex }

  /// The part that it stands in.
  var phase: Phase {
    switch self {
    case .title, .body, .number, .placeDate, .stamp: .header
    case .type, .subject, .addressee, .enactor: .caption
    case .basis, .text: .main
    case .recipientHead, .recipient, .archive, .authority, .signerTitle, .signerRank, .signerName: .closing
    case .annexHead, .annex, .junk: .annex
    }
  }
}
