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
enum Zone: UInt8, Sendable, CaseIterable {
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
  /// Họ tên of a signer.
  case signerName
  /// Heading of an annex.
  case annexHead
  /// All else in annexes.
  case annex
  // What only the learned models tell apart.
  /// Cơ quan chủ quản.
  case superior
  /// `Nơi nhận:`.
  case recipientHead
  /// Of no document.
  case junk

  /// The zones that `ZoneDecoder` tells apart.
  static let allCases: [Zone] = [
    .title, .body, .number, .placeDate, .stamp, .type, .subject, .addressee, .enactor, .basis, .text,
    .recipient, .archive, .authority, .signerTitle, .signerName, .annexHead, .annex,
  ]
}
