import Platform

/// Readings of pages beside their correct text: below a folder one folder a page, in which `S.txt` is the reading of
/// setting S and `S.ref.txt`, or else `clean.txt`, the correct text in the same order.
enum PageFolder {
  /// A reading.
  struct Page {
    let setting: String
    let reading: String
    let gold: String
  }

  /// The pages below `folder`, sorted by path; `whole`: beside `clean.txt`, where that stands there.
  ///
  /// - Throws: `CommandFailure` PH-1001 where there is no such folder.
  static func pages(in folder: String, whole: Bool = false) throws(CommandFailure) -> [Page] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .missing(folder)
    }
    var pages: [Page] = []
    for name in names.sorted() {
      let base = "\(folder)/\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
      for file in files.sorted() where file.hasSuffix(".txt") && !file.hasSuffix(".ref.txt") {
        let setting = String(file.dropLast(4))
        guard let reading = text("\(base)/\(file)") else { continue }
        let own = ["\(setting).ref.txt", "clean.txt"].map { "\(base)/\($0)" }
        guard let gold = (whole ? own.reversed() : own).lazy.compactMap(text).first else { continue }
        pages.append(Page(setting: setting, reading: reading, gold: gold))
      }
    }
    return pages
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
