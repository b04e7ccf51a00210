import ModelFile
import NgramTraining

extension CommandFailure {
  /// What a user is told about a model file that cannot be read or written.
  init(_ error: ModelFileError) {
    let (path, found, expected) = (error.path, error.found, error.expected)
    let status: ExitStatus = error.reason == .unwritable ? .output : .model
    let remedy: String =
      switch error.reason {
      case .unreadable: "Kiểm tra đường dẫn và quyền đọc tệp."
      case .notAModel, .wrongKind:
        "Chỉ ra tệp mô hình do `phuchoi` ghi: train, train-context, train-channel, train-fields, train-deadlines, calibrate, calibrate-fields."
      case .wrongVersion: "Huấn luyện lại mô hình bằng phiên bản này, hoặc dùng mô hình đi kèm."
      case .truncated, .damaged, .malformed: "Chép lại tệp từ nguồn, hoặc huấn luyện lại."
      case .unwritable: "Kiểm tra thư mục, quyền ghi và chỗ trống."
      }
    self.init(
      error.code, status: status,
      Message(
        vi: "\(path): mô hình không dùng được (thấy: \(found); cần: \(expected)).",
        en: "\(path): the model cannot be used (found \(found), expected \(expected))."),
      remedy: Message(vi: remedy, en: error.remedy.prefix(1).uppercased() + error.remedy.dropFirst() + "."))
  }

  /// What a user is told about a table that cannot be read.
  init(_ error: TableError) {
    self.init(
      error.code, status: .model,
      Message(vi: "bảng dữ liệu không dùng được: \(error.message).", en: "\(error.message)."),
      remedy: Message(vi: "Cài lại mô hình.", en: "Install the models again."))
  }

  /// What a user is told about a training run that failed.
  init(_ error: TrainingError) {
    switch error {
    case .unreadable(let path):
      self.init(
        error.code, Message(vi: "\(path): không đọc được.", en: "\(path): cannot be read."),
        remedy: Message(vi: "Kiểm tra đường dẫn và quyền đọc tệp.", en: "Check the path and its permissions.")
      )
    case .unwritable(let path):
      self.init(
        error.code, status: .output,
        Message(vi: "\(path): không ghi được.", en: "\(path): cannot be written."),
        remedy: Message(vi: "Kiểm tra thư mục và chỗ trống.", en: "Check the folder and the free space."))
    case .noText:
      self.init(
        error.code, Message(vi: "Các tệp không chứa chữ nào.", en: "The files hold no text."),
        remedy: Message(
          vi: "Cần văn bản UTF-8, mỗi đoạn một dòng.", en: "Name UTF-8 text, one paragraph a line."))
    case .badOption(let text):
      self.init(error.code, status: .usage, Message(vi: "Tùy chọn sai: \(text).", en: "Bad option: \(text)."))
    }
  }
}
