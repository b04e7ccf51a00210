import PhucHoiFormats

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
      }
    self.init(
      error.code.rawValue,
      Message(vi: "\(input.name): \(vi).", en: "\(input.name): cannot be read: \(error.message)."))
  }
}
