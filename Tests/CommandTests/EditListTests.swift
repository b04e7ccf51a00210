import Foundation
import JSON
import PhucHoi
import Testing

/// What the command prints fits together: the edits that `repair --json` lists, applied to what
/// `normalize --decode-only` prints, give what `repair` prints, for every kind of input.
@Suite(.enabled(if: hasModels, "models are not there"))
struct EditListTests {
  private static let documents = CommandRun.fixtures.appendingPathComponent("documents")

  /// A reading as a file of a format.
  private enum Format: String, CaseIterable {
    case text, utf16, tcvn3, hocr, alto

    func bytes(_ text: String) -> [UInt8] {
      switch self {
      case .text: Array(text.utf8)
      case .utf16:
        "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      case .tcvn3: Array(text.replacing("đ", with: "\u{AE}").replacing("á", with: "\u{B8}").utf8)
      case .hocr, .alto: Array(page(text).utf8)
      }
    }

    /// A page with one element a line and a word.
    private func page(_ text: String) -> String {
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing("\"", with: "&quot;")
      var page = ""
      for line in escaped.split(separator: "\n") {
        var words = ""
        for word in line.split(separator: " ") {
          words +=
            self == .hocr
            ? "<span class='ocrx_word' title='bbox 1 1 9 9; x_wconf 50'>\(word)</span> "
            : "<String CONTENT=\"\(word)\"/><SP/>"
        }
        page +=
          self == .hocr
          ? "<span class='ocr_line' title='bbox 1 1 9 9'>\(words)</span>\n"
          : "<TextLine>\(words)</TextLine>\n"
      }
      return self == .hocr
        ? "<html><body><div class='ocr_page' title='bbox 0 0 9 9'>\(page)</div></body></html>"
        : "<alto><Layout><Page><PrintSpace><TextBlock>\(page)</TextBlock></PrintSpace></Page></Layout></alto>"
    }
  }

  private func output(_ arguments: [String]) throws -> [UInt8] {
    let outcome = try CommandRun.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test(arguments: ["01-cong-van", "03-ke-hoach-dang", "08-nghi-quyet"])
  func editsFitWhatIsPrinted(_ document: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("edits-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = Self.documents.appendingPathComponent(document)
    for setting in ["heavy-eng", "clean"] {
      let text = try String(contentsOf: place.appendingPathComponent(setting + ".txt"), encoding: .utf8)
        .split(separator: "\n").prefix(25).joined(separator: "\n")
      for format in Format.allCases {
        let file = folder.appendingPathComponent("\(setting).\(format.rawValue)")
        try Data(format.bytes(text + "\n")).write(to: file)
        try check(file.path, "\(document) \(setting) \(format.rawValue)")
      }
    }
  }

  private func check(_ path: String, _ name: String) throws {
    let decoded = try output(["normalize", "--decode-only", path])
    let repaired = try output(["repair", "--plain", path])
    let report = try JSONParser.parse(try output(["repair", "--json", path]))
    let edits = try #require(report["edits"]).elements
    var (applied, undone): ([UInt8], [UInt8]) = ([], [])
    var (cursor, place) = (0, 0)
    for edit in edits {
      guard let start = edit["span"]?["start"]?.int, let end = edit["span"]?["end"]?.int,
        let old = edit["old"]?.string, let new = edit["new"]?.string, cursor <= start, end <= decoded.count
      else {
        Issue.record("\(name): an edit without its parts, or out of order")
        return
      }
      #expect(decoded[start..<end].elementsEqual(old.utf8), "\(name): old text")
      applied += decoded[cursor..<start] + Array(new.utf8)
      let kept = repaired.dropFirst(place).prefix(start - cursor)
      undone += kept + Array(old.utf8)
      place += kept.count + new.utf8.count
      cursor = end
    }
    #expect(applied + decoded[cursor...] == repaired, "\(name): applied")
    #expect(undone + repaired.dropFirst(place) == decoded, "\(name): undone")
  }
}
