import ArgumentParser
import PhucHoi
import PhucHoiArchive
import Platform

/// `phuchoi review`: what a person decides about doubtful places of an archive.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look through the doubtful words and fields of an archive in a sheet.",
    discussion: """
      export writes a sheet of doubtful places. In its last column a person writes what is right: = when it is right \
      as it stands now, < for what was read, (xóa) to delete, else the text itself. apply takes these decisions and does the files \
      concerned again; they hold for every later run as long as the input stays the same. undo takes them back.
      """, subcommands: [Export.self, Apply.self, Undo.self])

  /// `review export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the sheet of doubtful places (.xlsx or .csv).")

    @Argument(help: "The folder of the archive.", completion: .directory)
    var folder: String

    @Argument(help: "The sheet.", completion: .file(extensions: ["xlsx", "csv"]))
    var sheet: String

    @Option(help: "Places whose confidence is less than this.")
    var below = 0.7

    @Option(help: "At most so many places, the least sure.")
    var limit = 5000

    @OptionGroup var location: ModelLocation
    @OptionGroup var force: ForceOption
    @OptionGroup var lang: LanguageOption

    func validate() throws {
      guard (0...1).contains(below), limit > 0 else {
        throw ValidationError("--below: 0 to 1 expected; --limit: at least 1")
      }
    }

    func run() throws {
      try InputRun(language: lang.language).telling(archive: folder) {
        let file = try OutputFile(path: sheet, force: force.isGiven, inputs: location.inputs, archive: folder)
        guard let format = Sheet.Format(of: sheet) else {
          throw ValidationError("\(sheet): a name with .xlsx or .csv expected")
        }
        let archive = ArchiveTexts(folder: folder)
        let catalogue = try Catalogue(reading: folder)
        let further = FurtherReadings { [location] in try location.models() }
        let open = try catalogue.doubtfulPlaces(below: below, limit: limit, lines: archive.lines)
        let rows = try catalogue.grouped(
          catalogue.adding(further, to: open, folder: folder), below: below)
        let language: ReportLanguage = lang.language == .vi ? .vietnamese : .english
        try file.write(ReviewSheet.sheet(rows, in: language).bytes(format))
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

    @Argument(help: "The sheet.", completion: .file(extensions: ["xlsx", "csv"]))
    var sheet: String

    @OptionGroup var again: AgainOptions

    func run() throws {
      try InputRun(language: again.lang.language).telling(archive: folder) {
        let bytes = try InputSource.file(sheet).read(atMost: 256 << 20)
        let work = try again.begin(in: folder)
        defer { work.lock.release() }
        let catalogue = try Catalogue.reviewing(folder)
        let outcome = try catalogue.orNothing {
          let outcome = try catalogue.decide(bytes)
          try again.redo(outcome.paths, work, decisions: outcome.taken)
          return outcome
        }
        for refusal in outcome.refused {
          StandardStream.error.say("PH-1602 " + Message(refusal, in: sheet).text(in: again.lang.language))
        }
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
      try InputRun(language: again.lang.language).telling(archive: folder) {
        let work = try again.begin(in: folder)
        defer { work.lock.release() }
        let catalogue = try Catalogue.reviewing(folder)
        try catalogue.orNothing {
          _ = try again.redo(try catalogue.takeBack(all: all), work, decisions: nil)
        }
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
      case .changedGroup:
        ("các chỗ của từ này đã khác; hãy xuất lại", "the places of this word are others now; export anew")
      case .date: ("không phải là ngày có thật (viết 17/09/2025)", "no date that exists (write 17/09/2025)")
      case .length: ("dài quá", "too long")
      case .unclear:
        (
          "chỉ là dấu đánh; hãy viết chữ đúng, =, < hoặc (xóa)",
          "only a tick: write what is right, =, < or (xóa)"
        )
      case .recoded:
        (
          "chữ bị mất dấu khi lưu (dấu ?); hãy lưu dạng XLSX hoặc CSV UTF-8",
          "letters were lost when the sheet was saved (?); save it as XLSX or CSV UTF-8"
        )
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

  @Option(help: "What to do with secret documents: hold (put aside) or include (default: hold).")
  var secret: SecretHandling?

  @OptionGroup var repair: EngineOptions
  @OptionGroup var lang: LanguageOption

  /// What is needed to do inputs again, once it is sure that it can begin.
  struct Work {
    let lock: ArchiveLock
    let run: BatchRun
  }

  /// Holds the archive, and makes sure that its inputs can be reached and the models read, before anything is decided.
  ///
  /// - Throws: `CommandFailure` PH-2102 where nobody knows where the inputs are, and what `BatchError` says.
  func begin(in folder: String) throws -> Work {
    let given = input.map { InputFolders([InputFolders.Folder(argument: $0)]) }
    guard let inputs = try given?.joined(to: folder, isMoved: true) ?? InputFolders(of: folder) else {
      throw CommandFailure(
        "PH-2102", status: .usage,
        Message(vi: "không rõ thư mục vào.", en: "it is not known where the inputs are."),
        remedy: Message(vi: "Thêm --input.", en: "Name them with --input."))
    }
    let settings = try repair.settings(of: folder, secret: secret)
    var options = BatchOptions(settings)
    options.isMoved = self.input != nil
    if let choice = lang.choice { options.language = choice == .vi ? .vietnamese : .english }
    _ = try inputs.files()
    let lock = try ArchiveLock(folder)
    do {
      let engine = try repair.engine(settings, of: folder, language: lang.language)
      var run = BatchRun(engine: engine, inputs: inputs, output: folder, options: options)
      run.lock = lock
      return Work(lock: lock, run: run)
    } catch {
      lock.release()
      throw error
    }
  }

  /// Does the inputs `paths` again, whatever they were done with before; gives how many were done.
  @discardableResult
  func redo(_ paths: [String], in folder: String, decisions: Int?) throws -> Int {
    let work = try begin(in: folder)
    defer { work.lock.release() }
    return try redo(paths, work, decisions: decisions, redoes: true)
  }

  /// The same in an archive that is held.
  @discardableResult
  func redo(_ paths: [String], _ work: Work, decisions: Int?, redoes: Bool = false) throws -> Int {
    var options = work.run.options
    (options.only, options.redoes) = (Set(paths), redoes)
    var run = BatchRun(
      engine: work.run.engine, inputs: work.run.inputs, output: work.run.output, options: options)
    run.lock = work.lock
    let progress = try run.run()
    try ArchiveReport(folder: run.output).write(in: options.language, lock: work.lock)
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
    if progress.total < paths.count {
      throw ReviewedWithout(inputs: paths.count - progress.total)
    }
    return done
  }
}

extension CommandFailure {
  /// Inputs with decisions that could not be done again.
  init(_ error: ReviewedWithout) {
    self.init(
      "PH-1604", status: .someInputsFailed,
      Message(
        vi: "\(error.inputs) tệp có quyết định không còn trong thư mục vào; quyết định được giữ lại.",
        en: "\(error.inputs) files with decisions are not in the input folder; the decisions are kept."),
      remedy: Message(
        vi: "Thêm --input nếu các tệp đã chuyển chỗ.",
        en: "Name their folder with --input if they were moved."))
  }

  /// The failure to read a sheet of decisions.
  init(_ error: SheetError) {
    let (vi, en) =
      switch error.reason {
      case .foreign:
        (
          "không phải bảng do `review export` xuất (thiếu cột)",
          "no sheet of `review export`: columns are missing"
        )
      case .recoded:
        (
          "bảng được lưu bằng bảng mã không có chữ tiếng Việt",
          "saved in an encoding without Vietnamese letters"
        )
      case .damaged: ("tệp bảng hỏng", "the sheet is damaged")
      case .otherFormat: ("định dạng bảng không đọc được", "a format of spreadsheets that is not read")
      }
    self.init(
      error.code, Message(vi: "\(vi).", en: "\(en)."),
      remedy: Message(
        vi: "Lưu bảng dạng XLSX hoặc CSV UTF-8, giữ nguyên các cột.",
        en: "Save it as XLSX or CSV UTF-8, with all its columns."))
  }
}
