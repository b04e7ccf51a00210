import PhucHoiArchive
import PhucHoiFormats
import Platform

extension CommandFailure {
  /// The failure to read an input as pages.
  init(_ error: FormatError, input: InputSource) {
    let vi =
      switch error.code {
      case .malformed: "XML không đúng quy tắc"
      case .tooDeep: "XML lồng quá sâu"
      case .entities: "XML tự khai báo thực thể"
      case .tooLarge: "tệp quá lớn"
      case .encoding: "bảng mã không đọc được"
      case .noPDFReader: "chưa cài pdftotext (poppler)"
      case .damagedPDF: "PDF hỏng hoặc có mật khẩu"
      case .needsOCR: "PDF không có lớp chữ, cần OCR"
      case .binary: "không phải văn bản"
      case .tooCostly: "đọc PDF này tốn quá nhiều bộ nhớ"
      case .foreign: "định dạng không đọc được (\(error.message))"
      case .tooSlow: "chưa đọc xong PDF trong thời hạn"
      }
    self.init(
      error.code.rawValue,
      Message(vi: "\(input.name): \(vi).", en: "\(input.name): cannot be read: \(error.message)."))
  }
}

extension CommandFailure {
  /// The failure to read the catalogue of the archive in `folder`.
  init(catalogueOf folder: String, _ error: any Error) {
    if access(folder + "/catalogue.sqlite", F_OK) != 0, errno == ENOENT || errno == ENOTDIR {
      self.init(
        "PH-1601",
        Message(vi: "\(folder): không phải là kho.", en: "\(folder): is no archive."),
        remedy: Message(vi: "Tạo kho bằng `phuchoi batch`.", en: "`phuchoi batch` makes one."))
      return
    }
    self.init(
      "PH-1601",
      Message(
        vi: "\(folder): không đọc được danh mục: \(Self.reason(error)).",
        en: "\(folder): the catalogue cannot be read: \(Self.reason(error))."))
  }

  /// What is wrong, without anything that stands in the catalogue.
  private static func reason(_ error: any Error) -> String {
    if let error = error as? CatalogueError { return error.description }
    return CatalogueFault(error).description
  }
}
