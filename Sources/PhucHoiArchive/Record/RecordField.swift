import Extraction

/// The fields of a document that people look at and decide about, in the order of the record; the raw value is the key.
public enum RecordField: String, Sendable, CaseIterable {
  /// Số, ký hiệu: `93-KH/TU`, `3691/UBND-VX4`.
  case documentNumber = "document_number"
  /// Tên loại: `Kế hoạch`; `Công văn` too, though none prints it.
  case documentType = "document_type"
  /// Cơ quan ban hành, by its full name.
  case issuingBody = "issuing_body"
  /// Cơ quan chủ quản, printed above the body that issues.
  case superiorBody = "superior_body"
  /// Cơ quan cùng ban hành: the bodies beside the first in a joint document.
  case coIssuers = "co_issuers"
  /// Địa danh, as the line of the date has it: `Quảng Ninh`.
  case place
  /// Thời gian ban hành, ISO: `2019-05-30`, `2019-05` where no day can be read.
  case date
  /// Trích yếu, without `V/v` and without the type.
  case subject
  /// Kính gửi: to whom it is written.
  case addressees
  /// Căn cứ: those of the references whose clause begins with that word.
  case legalBases = "legal_bases"
  /// Văn bản viện dẫn, each once, however often it is cited.
  case references
  /// Thời hạn: by when something must be done.
  case deadlines
  /// Nơi nhận, without the item of the archive.
  case recipients
  /// Lưu, as printed: `Lưu: VT, VX4`.
  case archiveNote = "archive_note"
  /// Thẩm quyền, chức vụ, họ tên of those who sign.
  case signers
  /// Phụ lục, tài liệu kèm theo.
  case attachments
  /// Độ mật: `Mật`, `Tối mật`, `Tuyệt mật`.
  case secrecy
  /// Độ khẩn: `Khẩn`, `Hỏa tốc`.
  case urgency
  /// Hình thức sao: `Sao y`, `Sao lục`, `Trích sao`.
  case copyForm = "copy_form"

  /// The fields by which a document is registered: where one is missing, that is told, and a person fills it in.
  public static let expected: [RecordField] = [.documentNumber, .documentType, .date, .issuingBody, .subject]

  /// Whether it holds a list.
  public var isList: Bool { access.isList }

  /// What `document` says: the items of a list, or the one value, if there is one.
  public func items(of document: DocumentRecord) -> [any RecordItem] { access.items(document) }

  /// Makes `document` say what `decision` says of this field.
  func decide(_ decision: ReviewDecision, in document: inout DocumentRecord) {
    access.decide(decision, &document)
  }

  private var access: FieldAccess {
    switch self {
    case .documentNumber: .one(\.documentNumber)
    case .documentType: .one(\.documentType)
    case .issuingBody: .one(\.issuingBody)
    case .superiorBody: .one(\.superiorBody)
    case .coIssuers: .list(\.coIssuers)
    case .place: .one(\.place)
    case .date: .one(\.date)
    case .subject: .one(\.subject)
    case .addressees: .list(\.addressees)
    case .legalBases: .list(\.legalBases)
    case .references: .list(\.references)
    case .deadlines: .list(\.deadlines)
    case .recipients: .list(\.recipients)
    case .archiveNote: .one(\.archiveNote)
    case .signers: .list(\.signers)
    case .attachments: .list(\.attachments)
    case .secrecy: .one(\.secrecy)
    case .urgency: .one(\.urgency)
    case .copyForm: .one(\.copyForm)
    }
  }
}

/// How a field of a record is read and decided.
private struct FieldAccess {
  let isList: Bool
  let items: (DocumentRecord) -> [any RecordItem]
  let decide: (ReviewDecision, inout DocumentRecord) -> Void

  /// A field with one value at most.
  static func one<Item: RecordItem>(_ path: WritableKeyPath<DocumentRecord, Item?>) -> FieldAccess {
    FieldAccess(
      isList: false, items: { document in document[keyPath: path].map { [$0] } ?? [] },
      decide: { $0.apply(to: &$1[keyPath: path]) })
  }

  /// A field with a list.
  static func list<Item: RecordItem>(_ path: WritableKeyPath<DocumentRecord, [Item]>) -> FieldAccess {
    FieldAccess(
      isList: true, items: { $0[keyPath: path] }, decide: { $0.apply(to: &$1[keyPath: path]) })
  }
}

extension ReviewDecision {
  /// Puts the decided value in the place of the one that was read, wherever that was; an empty one removes it.
  fileprivate func apply<Item: RecordItem>(to value: inout Item?) {
    value = text.isEmpty ? nil : decided(value ?? Item(unread: .written))
  }

  /// Lets the item that stands where the decided one stood be another or be gone, or adds one where no run reads it.
  fileprivate func apply<Item: RecordItem>(to items: inout [Item]) {
    if let index = index(in: items) {
      if text.isEmpty { items.remove(at: index) } else { items[index] = decided(items[index]) }
    } else if !text.isEmpty, !items.contains(where: { $0.words == text }) {
      items.append(decided(Item(unread: .written)))
    }
  }

  private func decided<Item: RecordItem>(_ item: Item) -> Item {
    var item = item
    item.say(text)
    item.place.confidence = 1
    return item
  }

  /// The item that it is about: one at the same place; of several there, the one with its ordinal.
  private func index<Item: RecordItem>(in items: [Item]) -> Int? {
    let ordinal = place.ordinal
    guard !range.isEmpty else {
      // One that a person added, in a reading that has it already.
      return items.indices.contains(ordinal) && items[ordinal].place.span.end == 0 ? ordinal : nil
    }
    let same = items.indices.filter { items[$0].place.span.start == range.lowerBound }
    return same.contains(ordinal) ? ordinal : same.first
  }
}
