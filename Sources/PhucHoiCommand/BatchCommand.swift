import ArgumentParser
import PhucHoi
import PhucHoiArchive
import Platform

extension SecretHandling: ExpressibleByArgument {}

/// `phuchoi batch`: a folder tree in, an archive out.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Repair a folder tree into an archive: texts, records, catalogue, report.",
    discussion: """
      Every file of IN gives, in the same place below OUT, the repaired file in its own format, NAME.txt, \
      NAME.record.json and NAME.edits.json; OUT/catalogue.sqlite and OUT/report tell of all. A run that was stopped \
      goes on where it was; files that are done are left alone until they change. OUT/phuchoi.json keeps the options: \
      a later run takes those that are not given from there, and all folders of inputs that were named before. Inputs that are gone are told, and dropped with --prune; \
      system files and what IN/.phuchoiignore names are no inputs. Documents marked Mật, Tối mật or \
      Tuyệt mật are put aside unless --secret include is given.
      """)

  @Argument(help: "The folder with the inputs; NAME=FOLDER names it.", completion: .directory)
  var input: String

  @Argument(help: "The folder of the archive.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "A further folder of inputs: NAME=FOLDER; repeatable. The files of each are below its name.",
      valueName: "folder"),
    completion: .directory)
  var also: [String] = []

  @Option(help: "How many files are worked on at once (default: one a core).")
  var jobs: Int?

  @Option(help: "Take only files that fit this glob; repeatable.")
  var include: [String] = []

  @Option(help: "Leave out files that fit this glob; repeatable.")
  var exclude: [String] = []

  @Flag(help: "Do files again that are done.")
  var force = false

  @Flag(help: "Do files again that were done with another model or other options.")
  var redo = false

  @Flag(help: "Say what would be done; write nothing.")
  var dryRun = false

  @Flag(help: "Show how an archive made before would change with today's model; write nothing.")
  var compare = false

  @Flag(help: "Drop inputs that are gone from IN, with what was made of them.")
  var prune = false

  @Flag(
    help: "The inputs are in another folder from now on: IN. Without it an archive takes its own folder only."
  )
  var moved = false

  @Flag(help: "Go on: take in new and changed files as they come, until interrupted.")
  var watch = false

  @Option(help: "What to do with secret documents: hold (put aside) or include (default: hold).")
  var secret: SecretHandling?

  @Option(help: "The largest file that is read, in bytes (default: 134217728).")
  var maxBytes: Int?

  @Option(help: "How long one file may take, in milliseconds (default: 600000).")
  var timeoutMs: Int?

  @OptionGroup var repair: EngineOptions
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if let jobs, jobs > 1024 { throw ValidationError("--jobs \(jobs): at most 1024") }
    guard (jobs ?? 1) > 0, (maxBytes ?? 1) > 0, (timeoutMs ?? 1) > 0 else {
      throw ValidationError("--jobs, --max-bytes and --timeout-ms must be positive")
    }
    if [dryRun, compare, watch].count(where: { $0 }) > 1 {
      throw ValidationError("one of --dry-run, --compare and --watch")
    }
  }

  func run() throws {
    try InputRun(language: lang.language).telling(archive: output) { try work() }
  }

  /// What was asked for, and for all else what the archive remembers.
  private func settings() throws(BatchError) -> ArchiveSettings {
    var settings = try repair.settings(of: output, secret: secret)
    if !include.isEmpty { settings.include = include }
    if !exclude.isEmpty { settings.exclude = exclude }
    settings.maxBytes = maxBytes ?? settings.maxBytes ?? BatchOptions().maxBytes
    settings.timeout = timeoutMs ?? settings.timeout ?? BatchOptions().timeout
    settings.language = lang.choice?.rawValue ?? settings.language ?? lang.language.rawValue
    return settings
  }

  private func work() throws {
    let settings = try settings()
    var options = BatchOptions(settings)
    options.jobs = jobs ?? Surroundings.cores
    (options.isForced, options.redoes) = (force, redo)
    (options.prunes, options.isMoved) = (prune, moved)
    options.settings = settings
    for lexicon in settings.lexicons where ArchiveGuard.isBelow(lexicon, output) {
      throw CommandFailure(
        "PH-2001", status: .usage,
        Message(
          vi: "\(lexicon): nằm trong thư mục ra, nơi kết quả có thể ghi đè lên nó.",
          en: "\(lexicon): lies in the output folder, where results could be written over it."),
        remedy: Message(vi: "Để tệp từ riêng ở thư mục khác.", en: "Keep the lexicon in another folder."))
    }
    let engine = try repair.engine(settings, of: output, language: lang.language)
    let inputs = InputFolders(([input] + also).map(InputFolders.Folder.init(argument:)))
    let run = BatchRun(
      engine: engine, inputs: try inputs.joined(to: output, isMoved: moved), output: output, options: options)
    if dryRun { return try rehearse(run) }
    if compare { return try compare(run) }
    let progress = try show(run)
    guard watch else { return try end(progress) }
    var folder = BatchWatch(run: run)
    try folder.follow { try show($0) }
  }

  @discardableResult
  private func show(_ run: BatchRun) throws -> BatchProgress {
    let display = BatchDisplay(language: lang.language)
    let progress = try run.run { display.show($0) }
    try ArchiveReport(folder: output).write(in: run.options.language)
    display.finish(progress, of: run)
    return progress
  }

  private func end(_ progress: BatchProgress) throws {
    let failures = progress.counts[.failed] ?? 0
    if failures > 0 { throw ExitStatus(inputs: progress.total, failures: failures).error }
  }

  private func rehearse(_ run: BatchRun) throws {
    try run.rehearse { path, outcome in
      try StandardStream.output.write(Array("\(outcome.rawValue)\t\(path)\n".utf8))
    }
  }

  private func compare(_ run: BatchRun) throws {
    var (files, changed, lines) = (0, 0, 0)
    try run.compare { comparison in
      files += 1
      guard !comparison.lines.isEmpty else { return }
      changed += 1
      lines += comparison.lines.count
      var text = "\(comparison.path)\n"
      for line in comparison.lines {
        text += "\(line.number)\t- \(line.before)\n\(line.number)\t+ \(line.after)\n"
      }
      try StandardStream.output.write(Array(text.utf8))
    }
    let message = Message(
      vi: "\(changed) trong \(files) tệp sẽ đổi, \(lines) dòng.",
      en: "\(changed) of \(files) files would change, \(lines) lines.")
    StandardStream.error.say(message.text(in: lang.language))
  }
}

extension CommandFailure {
  /// The failure of a whole run over a folder.
  init(_ error: BatchError) {
    let status: ExitStatus =
      switch error.code {
      case .input: .allInputsFailed
      case .nested, .occupied, .otherInput, .unnamedInput, .settings: .usage
      case .busy, .output, .temporary: .output
      }
    let vi =
      switch error.code {
      case .input: "không đọc được thư mục vào"
      case .nested: "thư mục ra và thư mục vào lồng nhau"
      case .occupied: "thư mục ra không trống và không phải là kho"
      case .otherInput: "kho được lập từ thư mục khác"
      case .unnamedInput: "các thư mục vào phải có tên riêng"
      case .settings: "không hiểu tệp thiết lập của kho"
      case .busy: "một lượt chạy khác đang dùng thư mục này"
      case .output: "không ghi được"
      case .temporary: "không ghi được tệp tạm"
      }
    self.init(
      error.code.rawValue, status: status, Message(vi: "\(vi): \(error.place).", en: "\(error.message)."),
      remedy: Message(remedyFor: error.code))
  }
}

extension Message {
  /// What to do where a run over a folder cannot go on; nil where the cause says it.
  fileprivate init?(remedyFor code: BatchError.Code) {
    switch code {
    case .occupied:
      self.init(
        vi: "Hãy chọn thư mục trống, hoặc dùng --force nếu đúng ý.",
        en: "Choose an empty folder, or take it with --force.")
    case .otherInput:
      self.init(
        vi: "Dùng --moved nếu thư mục vào đã chuyển chỗ, hoặc chọn thư mục ra khác.",
        en: "Say --moved if the inputs are there from now on, or choose another archive.")
    case .unnamedInput:
      self.init(
        vi: "Hãy lập kho mới bằng TÊN=THƯ_MỤC, mỗi thư mục một tên: batch 2022=A KHO --also 2023=B.",
        en: "Begin a new archive from NAME=FOLDER, a name for each: batch 2022=A OUT --also 2023=B.")
    case .temporary:
      self.init(vi: "Đặt TMPDIR cho nơi ghi được.", en: "Let TMPDIR name another place.")
    default: return nil
    }
  }
}
