/// Thể thức: which rules of layout a document follows.
public enum DocumentForm: String, Sendable {
  /// Nghị định 30/2020/NĐ-CP and its forerunners.
  case state
  /// Hướng dẫn 36-HD/VPTW, 05-HD/VPTW and their neighbours.
  case party
  /// Neither can be seen.
  case unknown
}

/// Half-open to the reader, closed in the record: first and last page or line of a document, from 1.
public struct Extent: Sendable, Equatable {
  /// First.
  public var first: Int
  /// Last.
  public var last: Int

  /// Makes an extent from its ends.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }
}

/// The fields of one document. What it does not print is nil or empty.
public struct DocumentRecord: Sendable, Equatable {
  /// Pages of the input that hold it.
  public var pages: Extent
  /// Lines of the input that hold it.
  public var lines: Extent
  /// Thể thức.
  public var form: DocumentForm = .unknown
  /// Số, ký hiệu.
  public var documentNumber: DocumentNumber?
  /// Tên loại.
  public var documentType: FieldValue?
  /// Cơ quan ban hành.
  public var issuingBody: FieldValue?
  /// Cơ quan chủ quản.
  public var superiorBody: FieldValue?
  /// Cơ quan cùng ban hành: the bodies beside the first in a joint document.
  public var coIssuers: [FieldValue] = []
  /// Địa danh.
  public var place: FieldValue?
  /// Thời gian ban hành, ISO.
  public var date: FieldValue?
  /// Trích yếu.
  public var subject: FieldValue?
  /// Kính gửi.
  public var addressees: [FieldValue] = []
  /// Căn cứ.
  public var legalBases: [Reference] = []
  /// Văn bản viện dẫn.
  public var references: [Reference] = []
  /// Thời hạn.
  public var deadlines: [Deadline] = []
  /// Nơi nhận.
  public var recipients: [FieldValue] = []
  /// Lưu.
  public var archiveNote: FieldValue?
  /// Người ký.
  public var signers: [Signer] = []
  /// Phụ lục, tài liệu kèm theo.
  public var attachments: [Attachment] = []
  /// Độ mật.
  public var secrecy: FieldValue?
  /// Độ khẩn.
  public var urgency: FieldValue?
  /// Hình thức sao.
  public var copyForm: FieldValue?
  /// Bố cục.
  public var outline: [OutlineItem] = []

  /// An empty record of a document that spans `pages` and `lines`.
  public init(pages: Extent, lines: Extent) {
    self.pages = pages
    self.lines = lines
  }
}

/// What stands in one input: one document, or several in a row.
public struct Record: Sendable {
  /// Name of the record's schema.
  public static let schema = "phuchoi.record/1"
  /// Path of the input as given.
  public var path: String
  /// SHA-256 of the input's bytes, lower-case hexadecimal.
  public var sha256: String
  /// How many pages the input has.
  public var pages: Int
  /// The documents in order.
  public var documents: [DocumentRecord]

  /// Makes a record from its parts.
  public init(path: String, sha256: String, pages: Int, documents: [DocumentRecord]) {
    self.path = path
    self.sha256 = sha256
    self.pages = pages
    self.documents = documents
  }
}
