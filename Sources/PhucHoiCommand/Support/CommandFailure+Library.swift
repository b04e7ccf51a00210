import PhucHoi

extension CommandFailure {
  /// The library's failure as the command tells it; `input` is what was being worked on, if anything.
  init(_ error: PhucHoiError, input: InputSource? = nil) {
    let place = input.map { $0.name + ": " } ?? ""
    switch error.code {
    case .modelsMissing:
      self.init(
        error.code.rawValue, status: .model,
        Message(vi: "không tìm thấy mô hình (\(error.message)).", en: "\(error.message)."),
        remedy: Message(
          vi: "Đặt biến \(ModelLocator.variable) hoặc dùng --models THƯ_MỤC.",
          en: "Set \(ModelLocator.variable), or use --models FOLDER."))
    case .modelsDamaged:
      self.init(
        error.code.rawValue, status: .model,
        Message(vi: "mô hình hỏng hoặc khác phiên bản: \(error.message).", en: "\(error.message)."),
        remedy: Message(
          vi: "Cài lại mô hình hoặc tạo lại bằng `phuchoi train`.",
          en: "Install the models again, or build them with `phuchoi train`."))
    case .tooSlow: self = .tooSlow(error.code, place)
    default:
      self.init(
        error.code.rawValue, Message(vi: "\(place)\(error.message).", en: "\(place)\(error.message)."))
    }
  }
}
