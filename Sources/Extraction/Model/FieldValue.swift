/// A value read from a document: what it says, what stands there, where, and how sure the reading is.
public struct FieldValue: Sendable, Equatable {
  /// The value in the form of the record.
  public var value: String
  /// Exactly what the input holds at the span.
  public var raw: String
  /// Share of such values that are right, 0 to 1.
  public var confidence: Double
  /// Where it stands.
  public var span: SourceSpan
  /// What its confidence is told by; nil of a value that was not read from a text.
  package var evidence: ValueEvidence?

  /// Makes a value from its parts.
  public init(value: String, raw: String, confidence: Double, span: SourceSpan) {
    self.value = value
    self.raw = raw
    self.confidence = confidence
    self.span = span
  }

  /// A value whose confidence is still to be told.
  init(value: String, raw: String, span: SourceSpan, evidence: ValueEvidence) {
    self.init(value: value, raw: raw, confidence: Double(evidence.measures.zone), span: span)
    self.evidence = evidence
  }

  /// Makes the support at most `most`.
  mutating func weaken(to most: Support) {
    guard let support = evidence?.support else { return }
    evidence?.support = min(support, most)
  }
}

/// Số, ký hiệu: the number of a document and its parts.
public struct DocumentNumber: Sendable, Equatable {
  /// Number and symbol as one: `93-KH/TU`, `3691/UBND-VX4`, `30/2020/NĐ-CP`; what there is of them where the number
  /// was left blank or cannot be read.
  public var whole: FieldValue
  /// The running number, leading zeros and a letter kept: `05`, `12a`; nil where it was left blank.
  public var number: String?
  /// The year inside the number: `2020`.
  public var year: String?
  /// The symbol: `KH/TU`, `UBND-VX4`, `NĐ-CP`.
  public var symbol: String?

  /// The value of the record: number and symbol as one, nil without a number.
  public var value: String? { number == nil ? nil : whole.value }

  /// Makes a number from its parts.
  public init(whole: FieldValue, number: String?, year: String?, symbol: String?) {
    self.whole = whole
    self.number = number
    self.year = year
    self.symbol = symbol
  }
}

/// Văn bản viện dẫn: a document that this one cites, gathered over all its mentions.
public struct Reference: Sendable, Equatable {
  /// Tên loại: `Kết luận`, `Luật`.
  public var type: String?
  /// Number and symbol: `100-KL/TW`; nil for laws cited by name.
  public var number: String?
  /// Name of a law that is cited without a number.
  public var title: String?
  /// ISO date, from whichever mention states it.
  public var date: String?
  /// The body that issued it, from whichever mention states it.
  public var issuer: String?
  /// The first mention.
  public var place: FieldValue

  /// Makes a reference from its parts.
  public init(
    type: String?, number: String?, title: String?, date: String?, issuer: String?, place: FieldValue
  ) {
    self.type = type
    self.number = number
    self.title = title
    self.date = date
    self.issuer = issuer
    self.place = place
  }
}

/// Thời hạn: by when something must be done.
public struct Deadline: Sendable, Equatable {
  /// `2023-10-20`, `2023-10`, `2024-Q2` or `2025`; nil if it recurs.
  public var date: String?
  /// What is to be done.
  public var task: String?
  /// The words that state it.
  public var place: FieldValue

  /// Makes a deadline from its parts.
  public init(date: String?, task: String?, place: FieldValue) {
    self.date = date
    self.task = task
    self.place = place
  }
}

/// Thẩm quyền, chức vụ, họ tên of one who signs.
public struct Signer: Sendable, Equatable {
  /// In whose stead: `TL. ỦY BAN NHÂN DÂN / KT. CHÁNH VĂN PHÒNG`.
  public var authority: String?
  /// `PHÓ CHÁNH VĂN PHÒNG`.
  public var title: String?
  /// Military or police rank, academic titles as printed before the name: `Đại tá`, `PGS.TS.`.
  public var rank: String?
  /// `Nguyễn Thị Kim Phụng`.
  public var name: String?
  /// From the authority to the name.
  public var place: FieldValue

  /// Makes a signer from its parts.
  public init(authority: String?, title: String?, rank: String? = nil, name: String?, place: FieldValue) {
    self.authority = authority
    self.title = title
    self.rank = rank
    self.name = name
    self.place = place
  }
}

/// Phụ lục, tài liệu kèm theo.
public struct Attachment: Sendable, Equatable {
  /// `Phụ lục I`, `Đề cương báo cáo`.
  public var label: String?
  /// The title as printed.
  public var title: String?
  /// Where it is named.
  public var place: FieldValue

  /// Makes an attachment from its parts.
  public init(label: String?, title: String?, place: FieldValue) {
    self.label = label
    self.title = title
    self.place = place
  }
}

/// Bố cục: one heading of the text.
public struct OutlineItem: Sendable, Equatable {
  /// Depth, from 1.
  public var level: Int
  /// `I`, `1`, `1.1`, `a`, `Điều 1`, `Chương II`.
  public var number: String
  /// The heading's words; nil where the number opens running text.
  public var title: String?
  /// Where it stands.
  public var place: FieldValue

  /// Makes a heading from its parts.
  public init(level: Int, number: String, title: String?, place: FieldValue) {
    self.level = level
    self.number = number
    self.title = title
    self.place = place
  }
}
