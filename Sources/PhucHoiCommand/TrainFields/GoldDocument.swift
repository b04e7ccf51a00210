import JSON
import Platform

/// A document with its right record, as a folder of documents has it.
struct GoldDocument {
  let path: String
  let group: String
  let record: JSONValue
  /// `input.txt`, and `linear.txt` where no engine read the document.
  let texts: [String]

  /// The documents below `folder` that have a record, sorted by path.
  ///
  /// - Throws: PH-1001 where there is no such folder.
  static func documents(in folder: String) throws(CommandFailure) -> [GoldDocument] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .missing(folder)
    }
    return names.sorted().compactMap { name in
      let path = folder + "/" + name
      guard let bytes = FileManager.default.contents(atPath: path + "/record.json"),
        let record = try? JSONParser.parse(Array(bytes))
      else { return nil }
      let meta = LabelledText.meta(path, name)
      let texts = (meta.isRead ? ["input.txt"] : ["input.txt", "linear.txt"]).compactMap {
        try? String(contentsOfFile: path + "/" + $0, encoding: .utf8)
      }
      return GoldDocument(path: path, group: meta.group, record: record, texts: texts)
    }
  }
}
