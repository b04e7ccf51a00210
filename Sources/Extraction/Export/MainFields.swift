/// The fields by which a document is registered: how sure they are, and which of them a person has to look at.
struct MainFields {
  /// Values less sure than this are looked at.
  private static let leastSure = 0.8
  private let fields: [(name: String, value: FieldValue?)]

  init(_ document: DocumentRecord) {
    // A number that was left blank is told as missing, though its symbol is there.
    let number = document.documentNumber?.number == nil ? nil : document.documentNumber?.whole
    fields = [
      ("Số, ký hiệu", number), ("Ngày", document.date), ("Tên loại", document.documentType),
      ("Cơ quan ban hành", document.issuingBody), ("Trích yếu", document.subject),
    ]
  }

  /// The confidence of the least sure of them, 0 where one is missing, with two places.
  var leastConfidence: String {
    let least = fields.map { $0.value?.confidence ?? 0 }.min() ?? 0
    let hundredths = Int((max(0, min(1, least)) * 100).rounded())
    return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
  }

  /// The names of those that are missing or not sure.
  var toCheck: [String] {
    fields.compactMap { field in
      guard let value = field.value else { return "\(field.name) (thiếu)" }
      return value.confidence < Self.leastSure ? field.name : nil
    }
  }
}
