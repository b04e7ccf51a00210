import ArgumentParser
import Extraction
import PhucHoi
import PhucHoiArchive
import PhucHoiServe
import Platform

/// `phuchoi serve`: the review page of an archive.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Look through the doubtful words and fields of an archive on a page in the browser.",
    discussion: """
      Prints the address of the page; whoever has it can read and decide, so hand it on with care. Everything that is \
      decided is in the catalogue at once and holds for every later run. The page is for this machine alone unless \
      --host names another address; then --name tells under what names others reach it. End with Ctrl-C.
      """)

  @Argument(help: "The folder of the archive.", completion: .directory)
  var folder: String

  @Option(help: "The port; 0 takes any that is free (default: 8753, or any where that is taken).")
  var port: UInt16?

  private static let usualPort: UInt16 = 8753

  @Option(help: "The numeric address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "A further name that the page is reached by; repeatable.")
  var name: [String] = []

  @Option(help: "Places whose confidence is less than this are to be checked.")
  var below = 0.7

  @Option(
    help: "A folder with pictures of the pages, where they do not lie beside the inputs; repeatable.",
    completion: .directory)
  var pictures: [String] = []

  @OptionGroup var again: AgainOptions

  func validate() throws {
    guard (0...1).contains(below) else { throw ValidationError("--below \(below): between 0 and 1 expected") }
  }

  func run() throws {
    try InputRun(language: again.lang.language).telling(archive: folder) {
      let site = try ReviewSite(folder: folder, options: options())
      let server = ReviewServer(site: site)
      let address = try start(server)
      try StandardStream.output.write(Array((address + "\n").utf8))
      let message = Message(
        vi: "Mở địa chỉ trên trong trình duyệt. Dừng: Ctrl-C.",
        en: "Open the address above in a browser. End: Ctrl-C.")
      StandardStream.error.say(message.text(in: again.lang.language))
      // The server has threads of its own; the signal ends the process, and every decision is on the disk.
      withExtendedLifetime(server) { while true { sleep(3600) } }
    }
  }

  /// Begins to serve; gives the address of the page.
  ///
  /// - Throws: `CommandFailure` PH-4102.
  private func start(_ server: ReviewServer) throws -> String {
    if port == nil, let address = try? server.start(address: host, port: Self.usualPort, names: name) {
      return address
    }
    do throws(ReviewServer.StartFailure) {
      return try server.start(address: host, port: port ?? 0, names: name)
    } catch {
      throw CommandFailure(
        "PH-4102", status: .output,
        Message(
          vi: "\(host):\(port ?? 0): không mở được trang: \(error.reason).",
          en: "\(host):\(port ?? 0): the page cannot be served: \(error.reason)."),
        remedy: Message(vi: "Thử --port 0.", en: "Try --port 0."))
    }
  }

  private func options() throws -> ReviewSite.Options {
    var options = ReviewSite.Options()
    // The page is Vietnamese whatever the terminal speaks, unless another language is asked for.
    let language = again.lang.choice ?? .vi
    options.language = language.rawValue
    (options.below, options.pictures) = (below, pictures)
    let settings = try again.repair.settings(of: folder, secret: again.secret)
    options.showsSecret = settings.secret == SecretHandling.include.rawValue
    options.redo = { [again, folder] (paths) throws(ReviewSite.RedoFailure) in
      do { return try again.redo(paths.sorted(), in: folder, decisions: nil) } catch {
        throw ReviewSite.RedoFailure(CommandFailure(archive: folder, error).text(in: language))
      }
    }
    options.readings = FurtherReadings { [location = again.repair.location] in try location.models() }
    options.registry = { [folder] profile, isShown in try Self.registry(folder, profile, isShown) }
    return options
  }

  /// The registry sheet by a shipped profile, of the inputs that may be shown; nil for an unknown one.
  private static func registry(
    _ folder: String, _ name: String, _ isShown: (String) -> Bool
  ) throws -> Sheet? {
    guard ExportProfile.names.contains(name) else { return nil }
    let tables = try ModelLocator.find(holding: "tables/document_types.tsv").appendingPathComponent("tables")
    var query = CatalogueQuery()
    query.limit = .max
    return try Catalogue(reading: folder).sheet(
      query, profile: ExportProfile(name, tables: tables),
      tables: ExtractionTables(directory: tables), isShown: isShown)
  }
}
