/// What is wrong with a command line, in Vietnamese: the argument parser tells it in English.
///
/// Phrases are replaced, each once a line, those of the parser in the order in which it builds its messages;
/// what it took from the command line and what no phrase fits stays as it is.
enum UsageMessage {
  private static let ofParser: [(en: String, vi: String)] = [
    ("Error: ", "Lỗi: "),
    ("Unknown option ", "không có tùy chọn "),
    ("Unexpected argument ", "thừa tham số "),
    (" unexpected arguments: ", " tham số thừa: "),
    ("Missing expected argument ", "thiếu tham số "),
    ("Missing one of: ", "thiếu một trong: "),
    ("Missing value for ", "thiếu giá trị cho "),
    ("The value ", "giá trị "),
    (" is invalid for ", " không hợp với "),
    (". Please provide one of ", ". Hãy dùng một trong "),
    (". Did you mean ", ". Có phải ý bạn là "),
    ("Help:  ", "Giải thích:  "),
    ("Usage: ", "Cách dùng: "),
    ("See '", "Xem '"),
    ("' for more information.", "' để biết thêm."),
  ]

  /// What commands themselves find wrong (`ValidationError`); of phrases that fit, the longest stands first.
  static let ofCommands: [(en: String, vi: String)] = [
    ("--max-bytes and --timeout-ms must be positive", "--max-bytes và --timeout-ms phải lớn hơn 0"),
    ("--runs and --rows must be positive", "--runs và --rows phải lớn hơn 0"),
    (" must be positive", " phải lớn hơn 0"),
    (": between 0 and 1 expected", ": phải từ 0 đến 1"),
    ("--candidates and --paths: at least 1 expected", "--candidates và --paths: ít nhất là 1"),
    ("--below: 0 to 1 expected; --limit: at least 1", "--below: phải từ 0 đến 1; --limit: ít nhất là 1"),
    ("--leaves: at least 2", "--leaves: ít nhất là 2"),
    ("--output and --arpa name one file", "--output và --arpa là cùng một tệp"),
    (": at most 1024", ": nhiều nhất là 1024"),
    (": text, record or edits expected", ": phải là text, record hay edits"),
    (": a name with .csv, .xlsx or .jsonl expected", ": tên tệp phải có đuôi .csv, .xlsx hay .jsonl"),
    (": a name with .xlsx or .csv expected", ": tên tệp phải có đuôi .xlsx hay .csv"),
    (": NAME=SETTING[,SETTING...] expected", ": phải là TÊN=THIẾT_LẬP[,THIẾT_LẬP...]"),
    ("--gold goes with one reading", "--gold chỉ dùng với một bản nhận dạng"),
    ("--tokens goes with --json", "--tokens chỉ dùng cùng --json"),
    (
      "--reflow goes with text output, not with --json",
      "--reflow dùng khi in văn bản, không dùng cùng --json"
    ),
    (
      "--decode-only prints text, it does not go with --json",
      "--decode-only in văn bản, không dùng cùng --json"
    ),
    ("one of --dry-run, --compare and --watch", "chỉ dùng một trong --dry-run, --compare và --watch"),
    ("no labelled text in ", "không có văn bản đã gán nhãn trong "),
    ("nothing to learn from", "không có gì để học"),
    ("the earlier runs have other labels", "các mô hình của những lần học trước có bộ nhãn khác"),
    ("no reading beside its correct text in ", "không có bản nhận dạng đặt cạnh văn bản đúng trong "),
    ("no page with a known setting in ", "không có trang nào thuộc thiết lập đã nêu trong "),
    ("no dates in ", "không có ngày nào trong "),
    ("no right and wrong values in ", "không có đủ giá trị đúng và giá trị sai trong "),
  ]

  /// `message` of the argument parser in `language`.
  static func text(_ message: String, in language: Language) -> String {
    guard language == .vi else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(
      separator: "\n")
  }

  private static func line(_ line: Substring) -> String {
    var line = String(line)
    for (en, vi) in ofParser + ofCommands {
      guard let range = line.firstRange(of: en) else { continue }
      line.replaceSubrange(range, with: vi)
    }
    // The explanation of an option stands behind two blanks.
    if let gap = line.ranges(of: "  ").last {
      let rest = String(line[gap.upperBound...])
      line.replaceSubrange(gap.upperBound..., with: HelpTranslation.text(rest, in: .vi))
    }
    return line
  }
}
