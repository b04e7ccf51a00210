import Extraction
import GRDB
import PhucHoiFormats

extension ReviewText {
  /// The text of `input` of the archive in `folder`; nil where neither the archive nor its inputs have it any more.
  ///
  /// The source is had back from the repaired text by undoing its changes, so that the input, which may be a PDF file
  /// or on another disk, need not be read. Throws what the database throws. O(text).
  public init?(_ input: ReviewInput, folder: String, catalogue: Catalogue) throws {
    let (changes, doubts) = try catalogue.reading(of: input.id)
    (self.changes, self.doubts) = (changes, doubts)
    let names = OutputNames(mirror: RelativePath([]), stem: RelativePath(display: input.stem))
    let reader = InputReader(root: folder, limit: 1 << 28)
    if let output = try? reader.read(names.text), let source = Self.undo(changes, in: output) {
      self.source = source
    } else if let page = Self.page(of: input, folder: folder) {
      source = Array(page.text.utf8)
    } else {
      return nil
    }
  }

  /// The file of `input` with its words and pages, as it was read; nil where it is not there any more or has another
  /// content.
  public static func page(of input: ReviewInput, folder: String) -> PageDocument? {
    guard let inputs = InputFolders(of: folder) else { return nil }
    let path = RelativePath(display: input.path)
    guard let bytes = try? InputReader(inputs, limit: 1 << 28).read(path),
      SHA256.hex(bytes) == input.sha256
    else { return nil }
    return try? PageDocument(reading: bytes, as: path.suffix == "txt" ? .plainText : nil)
  }

  /// The text before `changes` were made in it; nil where they do not fit. O(n).
  static func undo(_ changes: [Change], in output: [UInt8]) -> [UInt8]? {
    var source: [UInt8] = []
    source.reserveCapacity(output.count)
    var cursor = 0
    for change in changes {
      let gap = change.range.lowerBound - source.count
      let end = cursor + gap + change.new.utf8.count
      guard gap >= 0, end <= output.count, change.old.utf8.count == change.range.count,
        output[(cursor + gap)..<end].elementsEqual(change.new.utf8)
      else { return nil }
      source += output[cursor..<cursor + gap]
      source += change.old.utf8
      cursor = end
    }
    return source + output[cursor...]
  }
}

extension Catalogue {
  /// The changes and doubtful words of an input, in order.
  fileprivate func reading(of input: Int) throws -> ([Change], [Doubt]) {
    try queue.read { db in
      let changes = try Row.fetchAll(
        db,
        sql: """
          SELECT page, line, start, "end", old, new, kind, confidence, alternatives FROM edits
          WHERE input_id = ? ORDER BY ordinal
          """, arguments: [input]
      ).compactMap { row -> Change? in
        guard let range = row.range("start", "end") else { return nil }
        return Change(
          range: range, page: row.int("page") ?? 1, line: row.int("line") ?? 1, old: row.text("old") ?? "",
          new: row.text("new") ?? "", kind: row.text("kind") ?? "", confidence: row.real("confidence") ?? 0,
          alternatives: Self.alternatives(row.text("alternatives") ?? "").map {
            .init(text: $0, confidence: 0)
          })
      }
      let doubts = try Row.fetchAll(
        db,
        sql: """
          SELECT page, line, start, "end", text, confidence, alternatives FROM doubts
          WHERE input_id = ? ORDER BY ordinal
          """, arguments: [input]
      ).compactMap { row -> Doubt? in
        guard let range = row.range("start", "end") else { return nil }
        return Doubt(
          range: range, page: row.int("page") ?? 1, line: row.int("line") ?? 1, text: row.text("text") ?? "",
          confidence: row.real("confidence") ?? 0,
          alternatives: Self.alternatives(row.text("alternatives") ?? ""))
      }
      return (changes, doubts)
    }
  }
}
