import PhucHoi

/// The language of report pages.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// Tiếng Việt, with dots between the thousands of numbers.
  case vietnamese = "vi"
  /// English, with commas there.
  case english = "en"

  /// One of two wordings.
  func text(_ vi: String, _ en: String) -> String { self == .vietnamese ? vi : en }

  /// A number with its thousands apart.
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    let mark = text(".", ",")
    return digits.indices.map { index in
      String(digits[index]) + ((digits.count - index) % 3 == 1 && index < digits.count - 1 ? mark : "")
    }.joined()
  }

  /// The name of a field of the record.
  public func fieldName(_ key: String) -> String {
    guard let names = RecordField(rawValue: key)?.names else { return key }
    return text(names.vi, names.en)
  }

  /// The name of a policy.
  func policyName(_ policy: Policy) -> String {
    switch policy {
    case .careful: text("cẩn trọng", "careful")
    case .balanced: text("cân bằng", "balanced")
    case .eager: text("mạnh", "eager")
    }
  }

  /// Why an input could not be processed: in Vietnamese by the code, in English as it was told.
  func cause(_ code: String, _ message: String) -> String {
    guard self == .vietnamese, let cause = Self.causes[code] else { return message }
    let numbers = message.firstIndex(of: ":").map { String(message[$0...]) } ?? ""
    return code == "PH-1308" && message.hasPrefix("pages") ? "các trang không có chữ" + numbers : cause
  }

  private static let causes: [String: String] = [
    "PH-1001": "tệp không còn", "PH-1003": "không đọc được", "PH-1101": "tệp quá lớn",
    "PH-1102": "chưa xong trong thời hạn", "PH-1201": "không phải văn bản",
    "PH-1301": "XML không đúng quy tắc",
    "PH-1302": "XML lồng quá sâu", "PH-1303": "XML tự khai báo thực thể", "PH-1304": "tệp quá lớn",
    "PH-1305": "bảng mã không đọc được", "PH-1306": "chưa cài pdftotext (poppler)",
    "PH-1307": "PDF hỏng hoặc có mật khẩu", "PH-1308": "không có chữ, cần OCR",
    "PH-1309": "không phải văn bản",
    "PH-1310": "đọc PDF này tốn quá nhiều bộ nhớ", "PH-1311": "định dạng không đọc được",
    "PH-1501": "không phải tiếng Việt", "PH-1502": "tệp thay đổi trong lúc đọc",
    "PH-1503": "liên kết dẫn ra ngoài, tới thư mục hoặc không tới đâu",
    "PH-1504": "không phải tệp hay thư mục",
    "PH-1505": "không xử lý được văn bản", "PH-1506": "không có chữ nào",
    "PH-4004": "không ghi được tệp kết quả",
  ]
}

extension RecordField {
  /// The fields that pages and forms show, in their order.
  public static let shown: [RecordField] = [
    .documentNumber, .documentType, .date, .place, .issuingBody, .superiorBody, .subject, .addressees,
    .signers,
    .recipients, .archiveNote, .references, .deadlines, .attachments, .urgency, .secrecy, .copyForm,
  ]

  /// What people call it.
  fileprivate var names: (vi: String, en: String) {
    switch self {
    case .documentNumber: ("Số, ký hiệu", "Number")
    case .documentType: ("Tên loại", "Type")
    case .issuingBody: ("Cơ quan ban hành", "Issuing body")
    case .superiorBody: ("Cơ quan chủ quản", "Superior body")
    case .coIssuers: ("Cơ quan cùng ban hành", "Co-issuers")
    case .place: ("Địa danh", "Place")
    case .date: ("Ngày", "Date")
    case .subject: ("Trích yếu", "Subject")
    case .addressees: ("Kính gửi", "Addressees")
    case .legalBases: ("Căn cứ", "Legal bases")
    case .references: ("Văn bản viện dẫn", "References")
    case .deadlines: ("Thời hạn", "Deadlines")
    case .recipients: ("Nơi nhận", "Recipients")
    case .archiveNote: ("Lưu", "Archive note")
    case .signers: ("Người ký", "Signers")
    case .attachments: ("Phụ lục", "Attachments")
    case .secrecy: ("Độ mật", "Secrecy")
    case .urgency: ("Độ khẩn", "Urgency")
    case .copyForm: ("Hình thức sao", "Copy")
    }
  }
}
