import PhucHoiArchive
import Platform

/// Shows how a run goes on: one line that changes on a terminal, a plain line now and then elsewhere.
final class BatchDisplay {
  private let language: Language
  private let isTerminal = isatty(2) == 1
  private let start = Date()
  private var last = Date.distantPast

  /// A display that speaks `language`.
  init(language: Language) { self.language = language }

  /// Shows the state, if the last one was shown long enough ago.
  func show(_ progress: BatchProgress) {
    let now = Date()
    guard now.timeIntervalSince(last) > (isTerminal ? 0.2 : 10) else { return }
    last = now
    if isTerminal {
      try? StandardStream.error.write(Array("\r\u{1B}[K\(line(progress))".utf8))
    } else if progress.finished > 0 {
      StandardStream.error.say(line(progress))
    }
  }

  /// Shows the end of a run: counts, the files that somebody has to see to, the settings, where the report is.
  func finish(_ progress: BatchProgress, of run: BatchRun) {
    if isTerminal { try? StandardStream.error.write(Array("\r\u{1B}[K".utf8)) }
    StandardStream.error.say(line(progress))
    if let stale = progress.counts[.stale], stale > 0 {
      let message = Message(
        vi: "\(stale) tệp đã làm bằng mô hình hoặc tùy chọn khác: --redo để làm lại, --compare để xem trước.",
        en:
          "\(stale) files were done with another model or other options: --redo does them again, --compare shows what would change."
      )
      StandardStream.error.say(message.text(in: language))
    }
    tellNames(progress)
    if let settings = run.options.settings {
      let (policy, secret) = (settings.policy ?? "auto", settings.secret ?? "hold")
      let message = Message(
        vi: "Thiết lập (\(ArchiveSettings.fileName)): --policy \(policy), --secret \(secret).",
        en: "Settings (\(ArchiveSettings.fileName)): --policy \(policy), --secret \(secret).")
      StandardStream.error.say(message.text(in: language))
    }
    let report = Message(vi: "Báo cáo: ", en: "Report: ").text(in: language)
    StandardStream.error.say("\(report)\(run.output)/report/index.html")
  }

  private func tellNames(_ progress: BatchProgress) {
    let lists: [(names: [String], count: Int, head: Message)] = [
      (progress.named[.failed] ?? [], progress.counts[.failed] ?? 0, Message(vi: "Lỗi", en: "Failed")),
      (
        progress.named[.needsOCR] ?? [], progress.counts[.needsOCR] ?? 0,
        Message(vi: "Cần OCR", en: "Need OCR")
      ),
      (
        progress.partly, progress.partly.count,
        Message(vi: "Có trang cần OCR", en: "Have pages that need OCR")
      ),
      (
        progress.named[.held] ?? [], progress.counts[.held] ?? 0,
        Message(vi: "Mật, để riêng", en: "Secret, put aside")
      ),
    ]
    for list in lists where list.count > 0 {
      let more = list.count > list.names.count ? " …" : ""
      let names = list.names.map { "  \($0)" }.joined(separator: "\n")
      StandardStream.error.say("\(list.head.text(in: language)) (\(list.count)):\n\(names)\(more)")
    }
    if let missing = progress.counts[.missing] {
      let message = Message(
        vi: "\(missing) tệp không còn trong thư mục vào; --prune để bỏ khỏi kho.",
        en: "Gone from the input folder: \(missing); --prune drops them from the archive.")
      StandardStream.error.say(message.text(in: language))
    }
  }

  private func line(_ progress: BatchProgress) -> String {
    let seconds = max(0.001, Date().timeIntervalSince(start))
    let done = progress.finished - (progress.counts[.skipped] ?? 0) - (progress.counts[.stale] ?? 0)
    let names: [(BatchOutcome, Message)] = [
      (.done, Message(vi: "xong", en: "done")), (.skipped, Message(vi: "đã có", en: "skipped")),
      (.stale, Message(vi: "bản cũ", en: "stale")), (.held, Message(vi: "mật", en: "held")),
      (.needsOCR, Message(vi: "cần OCR", en: "need OCR")), (.failed, Message(vi: "lỗi", en: "failed")),
      (.missing, Message(vi: "không còn", en: "missing")),
    ]
    let counts = names.compactMap { outcome, name in
      progress.counts[outcome].map { "\($0) \(name.text(in: language))" }
    }
    var parts = ["\(progress.finished)/\(progress.total)"] + counts
    if progress.pages > 0 {
      let rate = Int(Double(progress.pages) / seconds * 60)
      parts.append(language == .vi ? "\(rate) trang/phút" : "\(rate) pages/min")
    }
    if done > 0, progress.finished < progress.total {
      let left = Int(seconds / Double(progress.finished) * Double(progress.total - progress.finished))
      parts.append(language == .vi ? "còn \(left) s" : "\(left) s left")
    }
    return parts.joined(separator: " · ")
  }
}
