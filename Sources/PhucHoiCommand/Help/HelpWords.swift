/// The words of help pages and manual pages that no command brings with it.
enum HelpWords {
  static let overview = Message(vi: "TỔNG QUAN", en: "OVERVIEW")
  static let usage = Message(vi: "CÁCH DÙNG", en: "USAGE")
  static let arguments = Message(vi: "THAM SỐ", en: "ARGUMENTS")
  static let options = Message(vi: "TÙY CHỌN", en: "OPTIONS")
  static let subcommands = Message(vi: "CÁC LỆNH", en: "SUBCOMMANDS")
  static let values = Message(vi: "các giá trị", en: "values")
  static let preset = Message(vi: "mặc định", en: "default")
  static let name = Message(vi: "TÊN", en: "NAME")
  static let synopsis = Message(vi: "CÚ PHÁP", en: "SYNOPSIS")
  static let description = Message(vi: "MÔ TẢ", en: "DESCRIPTION")
  static let status = Message(vi: "MÃ KẾT THÚC", en: "EXIT STATUS")
  static let environment = Message(vi: "BIẾN MÔI TRƯỜNG", en: "ENVIRONMENT")
  static let seeAlso = Message(vi: "XEM THÊM", en: "SEE ALSO")
  static let manual = Message(vi: "Hướng dẫn PhucHoi", en: "PhucHoi Manual")

  /// Where help on a subcommand stands; `path` leads to this command.
  static func more(_ path: String) -> Message {
    Message(
      vi: "Xem 'phuchoi help \(path)<lệnh>' để biết chi tiết.",
      en: "See 'phuchoi help \(path)<subcommand>' for detailed help.")
  }

  /// The statuses that the command ends with.
  static let statuses: [(status: ExitStatus, text: Message)] = [
    (.done, Message(vi: "Mọi tệp đã xong.", en: "All inputs were done.")),
    (
      .someInputsFailed,
      Message(
        vi: "Một số tệp không xử lý được; các tệp khác đã xong.",
        en: "Some inputs could not be processed; the others were.")
    ),
    (.usage, Message(vi: "Dòng lệnh sai.", en: "The command line was wrong.")),
    (.model, Message(vi: "Mô hình thiếu hoặc hỏng.", en: "A model is missing or damaged.")),
    (.output, Message(vi: "Không ghi được kết quả.", en: "Output could not be written.")),
    (.allInputsFailed, Message(vi: "Không tệp nào xử lý được.", en: "No input could be processed.")),
    (.interrupted, Message(vi: "Người dùng dừng chương trình.", en: "The user interrupted the run.")),
  ]

  /// The variables that the command reads.
  static let variables: [(name: String, text: Message)] = [
    (
      "PHUCHOI_MODELS",
      Message(
        vi: "Thư mục chứa models/ và tables/, thay cho thư mục tự tìm thấy.",
        en: "The folder with models/ and tables/, instead of the one that is found.")
    ),
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Message(
        vi: "Ngôn ngữ của thông báo khi không có --lang: tiếng Việt nếu bắt đầu bằng vi, còn lại tiếng Anh.",
        en: "The language of messages without --lang: Vietnamese where it begins with vi, else English.")
    ),
  ]
}
