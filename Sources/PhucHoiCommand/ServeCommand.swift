import ArgumentParser
import Extraction
import Foundation
import PhucHoi
import PhucHoiArchive
import PhucHoiServe

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

  @Option(help: "The port; 0 takes any that is free.")
  var port: UInt16 = 8753

  @Option(help: "The numeric address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "A further name that the page is reached by; repeatable.")
  var name: [String] = []

  @Option(help: "Places whose confidence is less than this are to be checked.")
  var below = 0.7

  @OptionGroup var again: AgainOptions

  func validate() throws {
    guard (0...1).contains(below) else { throw ValidationError("--below \(below): between 0 and 1 expected") }
  }

  func run() throws {
    try ReviewCommand.telling(folder, again.lang.language) {
      let site = try ReviewSite(folder: folder, options: options)
      let server = ReviewServer(site: site)
      let address: String
      do throws(ReviewServer.StartFailure) {
        address = try server.start(address: host, port: port, names: name)
      } catch {
        throw CommandFailure(
          "PH-4102", status: .output,
          Message(
            vi: "\(host):\(port): không mở được trang: \(error.reason).",
            en: "\(host):\(port): the page cannot be served: \(error.reason)."),
          remedy: Message(vi: "Thử --port 0.", en: "Try --port 0."))
      }
      try StandardStream.output.write(Array((address + "\n").utf8))
      let message = Message(
        vi: "Mở địa chỉ trên trong trình duyệt. Dừng: Ctrl-C.",
        en: "Open the address above in a browser. End: Ctrl-C.")
      StandardStream.error.say(message.text(in: again.lang.language))
      // The server has threads of its own; the signal ends the process, and every decision is on the disk.
      while true { sleep(3600) }
    }
  }

  private var options: ReviewSite.Options {
    var options = ReviewSite.Options()
    // The page is Vietnamese whatever the terminal speaks, unless another language is asked for.
    options.language = (again.lang.choice ?? .vi).rawValue
    options.below = below
    options.showsSecret = again.secret == .include
    options.redo = { [again, folder] paths in try again.redo(paths.sorted(), in: folder, decisions: nil) }
    options.registry = { [folder] profile in try Self.registry(folder, profile) }
    return options
  }

  /// The registry sheet by a shipped profile; nil for an unknown one.
  private static func registry(_ folder: String, _ name: String) throws -> [UInt8]? {
    guard ["tt05", "nd30", "dang"].contains(name) else { return nil }
    let place = try ModelLocator.find(holding: "tables/document_types.tsv").appendingPathComponent("tables")
    let (profile, tables) = (
      try ExportProfile(named: name, tables: place), try ExtractionTables(directory: place)
    )
    var query = CatalogueQuery()
    query.limit = .max
    var bytes = CSVText.mark + CSVText.line(RecordSheet(profile: profile, tables: tables).heads)
    try Catalogue(reading: folder).rows(query, profile: profile, tables: tables) { bytes += CSVText.line($0) }
    return bytes
  }
}
