import PhucHoi

/// The language of report pages.
public enum ReportLanguage: String, Sendable, CaseIterable {
  case vietnamese = "vi"
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
  func fieldName(_ key: String) -> String {
    guard let names = Self.fields.first(where: { $0.key == key }) else { return key }
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

  /// The fields that pages show, in order.
  static let fields: [(key: String, vi: String, en: String)] = [
    ("document_number", "Số, ký hiệu", "Number"), ("document_type", "Tên loại", "Type"),
    ("date", "Ngày", "Date"), ("place", "Địa danh", "Place"),
    ("issuing_body", "Cơ quan ban hành", "Issuing body"),
    ("superior_body", "Cơ quan chủ quản", "Superior body"), ("subject", "Trích yếu", "Subject"),
    ("addressees", "Kính gửi", "Addressees"), ("signers", "Người ký", "Signers"),
    ("recipients", "Nơi nhận", "Recipients"), ("archive_note", "Lưu", "Archive note"),
    ("references", "Văn bản viện dẫn", "References"), ("deadlines", "Thời hạn", "Deadlines"),
    ("attachments", "Phụ lục", "Attachments"), ("urgency", "Độ khẩn", "Urgency"),
    ("secrecy", "Độ mật", "Secrecy"),
    ("copy_form", "Hình thức sao", "Copy"),
  ]
}
