import Extraction

/// The fields of a document that people look at and decide about, in the order of the record; the raw value is the key.
public enum RecordField: String, Sendable, CaseIterable {
  case documentNumber = "document_number"
  case documentType = "document_type"
  case issuingBody = "issuing_body"
  case superiorBody = "superior_body"
  case coIssuers = "co_issuers"
  case place
  case date
  case subject
  case addressees
  case legalBases = "legal_bases"
  case references
  case deadlines
  case recipients
  case archiveNote = "archive_note"
  case signers
  case attachments
  case secrecy
  case urgency
  case copyForm = "copy_form"

  /// The fields by which a document is registered: where one is missing, that is told, and a person fills it in.
  public static let expected: [RecordField] = [.documentNumber, .documentType, .date, .issuingBody, .subject]

  /// Whether it holds a list.
  public var isList: Bool {
    switch self {
    case .coIssuers, .addressees, .legalBases, .references, .deadlines, .recipients, .signers, .attachments:
      true
    default: false
    }
  }

  /// What `document` says: the items of a list, or the one value, if there is one.
  public func items(of document: DocumentRecord) -> [any RecordItem] {
    switch self {
    case .documentNumber: document.documentNumber.map { [$0] } ?? []
    case .documentType: Self.one(document.documentType)
    case .issuingBody: Self.one(document.issuingBody)
    case .superiorBody: Self.one(document.superiorBody)
    case .coIssuers: document.coIssuers
    case .place: Self.one(document.place)
    case .date: Self.one(document.date)
    case .subject: Self.one(document.subject)
    case .addressees: document.addressees
    case .legalBases: document.legalBases
    case .references: document.references
    case .deadlines: document.deadlines
    case .recipients: document.recipients
    case .archiveNote: Self.one(document.archiveNote)
    case .signers: document.signers
    case .attachments: document.attachments
    case .secrecy: Self.one(document.secrecy)
    case .urgency: Self.one(document.urgency)
    case .copyForm: Self.one(document.copyForm)
    }
  }

  private static func one(_ value: FieldValue?) -> [FieldValue] { value.map { [$0] } ?? [] }

  /// Makes `document` say what `decision` says of this field.
  func decide(_ decision: ReviewDecision, in document: inout DocumentRecord) {
    switch self {
    case .documentNumber: decision.apply(to: &document.documentNumber)
    case .documentType: decision.apply(to: &document.documentType)
    case .issuingBody: decision.apply(to: &document.issuingBody)
    case .superiorBody: decision.apply(to: &document.superiorBody)
    case .coIssuers: decision.apply(to: &document.coIssuers)
    case .place: decision.apply(to: &document.place)
    case .date: decision.apply(to: &document.date)
    case .subject: decision.apply(to: &document.subject)
    case .addressees: decision.apply(to: &document.addressees)
    case .legalBases: decision.apply(to: &document.legalBases)
    case .references: decision.apply(to: &document.references)
    case .deadlines: decision.apply(to: &document.deadlines)
    case .recipients: decision.apply(to: &document.recipients)
    case .archiveNote: decision.apply(to: &document.archiveNote)
    case .signers: decision.apply(to: &document.signers)
    case .attachments: decision.apply(to: &document.attachments)
    case .secrecy: decision.apply(to: &document.secrecy)
    case .urgency: decision.apply(to: &document.urgency)
    case .copyForm: decision.apply(to: &document.copyForm)
    }
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
