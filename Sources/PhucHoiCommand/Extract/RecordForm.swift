import Extraction
import PhucHoiArchive

/// A record as a person reads it: a line for each value, with how sure it is and whether it wants checking.
struct RecordForm {
  let record: Record
  let language: Language
  /// Whether certainty is told by colour too.
  let isColoured: Bool

  /// Values less sure than this are to be checked.
  private static let leastSure = 0.8
  /// The longest value that is shown, in characters.
  private static let longest = 400

  /// The form of all documents of the record.
  func text() -> String {
    var output = StandardStream.harmless(record.path) + "\n"
    for (number, document) in record.documents.enumerated() {
      if record.documents.count > 1 {
        let pages =
          document.pages.first == document.pages.last
          ? "\(document.pages.first)" : "\(document.pages.first)–\(document.pages.last)"
        let head = Message(
          vi: "Văn bản \(number + 1), trang \(pages)", en: "Document \(number + 1), page \(pages)")
        output += "\n\(head.text(in: language))\n"
      }
      output += rows(document)
    }
    return output
  }

  private func rows(_ document: DocumentRecord) -> String {
    let names = language == .vi ? ReportLanguage.vietnamese : .english
    let width = RecordField.shown.map { names.fieldName($0.rawValue).count }.max() ?? 0
    var output = ""
    for field in RecordField.shown {
      let items = field.items(of: document)
      let name = names.fieldName(field.rawValue)
      if items.isEmpty, RecordField.expected.contains(field) { output += row(name, width, "—", nil) }
      for (index, item) in items.enumerated() {
        let words = item.parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        output += row(index == 0 ? name : "", width, words, item.place.confidence)
      }
    }
    return output
  }

  /// A row; `confidence` is nil where there is no value.
  private func row(_ name: String, _ width: Int, _ value: String, _ confidence: Double?) -> String {
    let label = name + String(repeating: " ", count: width - name.count)
    let percent = confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
    let sure = String(repeating: " ", count: max(0, 5 - percent.count)) + percent
    let isSure = confidence.map { $0 >= Self.leastSure } ?? false
    let mark = isSure ? "" : "  ← " + Message(vi: "cần kiểm tra", en: "check").text(in: language)
    let isLong = value.unicodeScalars.count > Self.longest
    let cut =
      isLong ? String(String.UnicodeScalarView(value.unicodeScalars.prefix(Self.longest))) + "…" : value
    let shown = StandardStream.harmless(cut)
    guard isColoured else { return "  \(label)  \(sure)  \(shown)\(mark)\n" }
    let colour = confidence.map { $0 >= 0.95 ? 32 : $0 >= Self.leastSure ? 33 : 31 } ?? 31
    return
      "  \u{1B}[2m\(label)\u{1B}[0m  \u{1B}[\(colour)m\(sure)\u{1B}[0m  \(shown)\u{1B}[\(colour)m\(mark)\u{1B}[0m\n"
  }
}
