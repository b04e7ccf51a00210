import ArgumentParser
import Foundation
import PhucHoi
import PhucHoiArchive

/// `phuchoi review`: what a person decides about doubtful places of an archive.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look through the doubtful words and fields of an archive in a sheet.",
    discussion: """
      export writes a sheet of doubtful places. In its last column a person writes what is right: = when it is right \
      as it stands now, < for what was read, else the text itself. apply takes these decisions and does the files \
      concerned again; they hold for every later run as long as the input stays the same. undo takes them back.
      """, subcommands: [Export.self, Apply.self, Undo.self])

  /// `review export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write the sheet of doubtful places (CSV).")

    @Argument(help: "The folder of the archive.", completion: .directory)
    var folder: String

    @Argument(help: "The sheet.", completion: .file(extensions: ["csv"]))
    var sheet: String

    @Option(help: "Places whose confidence is less than this.")
    var below = 0.7

    @Option(help: "At most so many places, the least sure.")
    var limit = 5000

    @OptionGroup var force: ForceOption
    @OptionGroup var lang: LanguageOption

    func run() throws {
      try ReviewCommand.telling(folder, lang.language) {
        let file = try OutputFile(path: sheet, force: force.isGiven, inputs: [], archive: folder)
        let archive = ArchiveTexts(folder: folder)
        let rows = try Catalogue(reading: folder).doubtfulPlaces(
          below: below, limit: limit, lines: archive.lines)
        let language: ReportLanguage = lang.language == .vi ? .vietnamese : .english
        try file.write(ReviewSheet.bytes(rows, in: language))
        let message = Message(vi: "\(rows.count) chỗ cần kiểm tra.", en: "\(rows.count) doubtful places.")
        StandardStream.error.say(message.text(in: lang.language))
      }
    }
  }

  /// `review apply`
  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the decisions of a sheet and do the files concerned again.")

    @Argument(help: "The folder of the archive.", completion: .directory)
    var folder: String

    @Argument(help: "The sheet.", completion: .file(extensions: ["csv"]))
    var sheet: String

    @OptionGroup var again: AgainOptions

    func run() throws {
      try ReviewCommand.telling(folder, again.lang.language) {
        let bytes = try InputSource.file(sheet).read()
        let outcome = try Catalogue.reviewing(folder).decide(bytes)
        for refusal in outcome.refused {
          StandardStream.error.say("PH-1602 " + Message(refusal, in: sheet).text(in: again.lang.language))
        }
        try again.redo(outcome.paths, in: folder, decisions: outcome.taken)
        if outcome.taken == 0, !outcome.refused.isEmpty { throw ExitStatus.allInputsFailed.error }
        if !outcome.refused.isEmpty { throw ExitStatus.someInputsFailed.error }
      }
    }
  }

  /// `review undo`
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back the decisions of the last sheet and do the files concerned again.")

    @Argument(help: "The folder of the archive.", completion: .directory)
    var folder: String

    @Flag(help: "Take back all decisions.")
    var all = false

    @OptionGroup var again: AgainOptions

    func run() throws {
      try ReviewCommand.telling(folder, again.lang.language) {
        let paths = try Catalogue.reviewing(folder).takeBack(all: all)
        try again.redo(paths, in: folder, decisions: nil)
      }
    }
  }

  /// Does `body`; failures of the catalogue are told as such.
  static func telling(_ folder: String, _ language: Language, _ body: () throws -> Void) throws {
    try InputRun(language: language).telling {
      do {
        try body()
      } catch let error as BatchError {
        throw CommandFailure(error)
      } catch let failure as CommandFailure {
        throw failure
      } catch let code as ExitCode {
        throw code
      } catch {
        throw CommandFailure(catalogueOf: folder, error)
      }
    }
  }
}

extension Message {
  /// Why a row of `sheet` was not taken.
  fileprivate init(_ refusal: ReviewRefusal, in sheet: String) {
    let (vi, en) =
      switch refusal.reason {
      case .noPlace: ("không có chỗ này trong kho", "no such place in the archive")
      case .otherInput: ("chỗ này thuộc tệp khác", "the place is in another file")
      case .changedInput:
        (
          "tệp đã đổi nội dung sau khi xuất bảng; hãy xuất lại",
          "the file was done again with other content after the export; export anew"
        )
      }
    self.init(
      vi: "\(sheet), dòng \(refusal.row) (\(refusal.key)): \(vi).",
      en: "\(sheet), row \(refusal.row) (\(refusal.key)): \(en).")
  }
}

/// How files are done again after decisions: with the options of the batch that made the archive.
struct AgainOptions: ParsableArguments {
  @Option(help: "The folder with the inputs (default: where they were).", completion: .directory)
  var input: String?

  @Option(help: "What to do with secret documents: hold (put aside) or include.")
  var secret: SecretHandling = .hold

  @OptionGroup var repair: EngineOptions
  @OptionGroup var lang: LanguageOption

  /// Does the inputs `paths` again; gives how many were done.
  @discardableResult
  func redo(_ paths: [String], in folder: String, decisions: Int?) throws -> Int {
    guard let input = input ?? BatchRun.input(of: folder) else {
      throw CommandFailure(
        "PH-2102", status: .usage,
        Message(vi: "không rõ thư mục vào.", en: "it is not known where the inputs are."),
        remedy: Message(vi: "Thêm --input.", en: "Name them with --input."))
    }
    var options = BatchOptions()
    (options.only, options.secret) = (Set(paths), secret)
    options.language = lang.language == .vi ? .vietnamese : .english
    let engine = try repair.engine(policy: .auto)
    let progress = try BatchRun(engine: engine, input: input, output: folder, options: options).run()
    try ArchiveReport(folder: folder).write(in: options.language)
    let done = progress.counts[.done] ?? 0
    let stale = progress.counts[.stale] ?? 0
    var text = decisions.map { lang.language == .vi ? "\($0) quyết định, " : "\($0) decisions, " } ?? ""
    text += lang.language == .vi ? "\(done) tệp làm lại." : "\(done) files done again."
    if stale > 0 {
      text +=
        lang.language == .vi
        ? " \(stale) tệp do mô hình hoặc tùy chọn khác làm: dùng `batch --redo`."
        : " \(stale) files were done with another model or other options: `batch --redo` does them."
    }
    StandardStream.error.say(text)
    return done
  }
}
