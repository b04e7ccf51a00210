import Foundation
import Testing

@testable import PhucHoiCommand

/// Help and manual pages, which are made of what the commands say of themselves.
@Suite struct HelpTests {
  @Test func everyTextOfTheHelpHasAVietnameseTranslation() throws {
    let texts = Set(try HelpTree.ofCommand().texts)
    #expect(texts.count > 80)
    let missing = texts.filter { HelpTranslation.vietnamese[$0] == nil }.sorted()
    #expect(missing.isEmpty, "add to Sources/PhucHoiCommand/Help: \(missing.joined(separator: "\n"))")
  }

  @Test func noTranslationBelongsToATextThatIsGone() throws {
    let texts = Set(try HelpTree.ofCommand().texts + ["Show subcommand help information."])
    let left = HelpTranslation.vietnamese.keys.filter { !texts.contains($0) }.sorted()
    #expect(left.isEmpty, "delete from Sources/PhucHoiCommand/Help: \(left.joined(separator: "\n"))")
  }

  @Test func vietnameseHelpIsShownWhereTheReaderIsVietnamese() throws {
    let run = try CommandRun.run(["repair", "--help"], environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("TỔNG QUAN: Phục hồi văn bản"))
    #expect(run.text.contains("--min-confidence <min-confidence>"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 110 })
    let forced = try CommandRun.run(["help", "review", "export", "--lang", "vi"])
    #expect(forced.text.contains("phuchoi review export"))
    #expect(forced.text.contains("TÙY CHỌN"))
    let english = try CommandRun.run(
      ["repair", "--help", "--lang", "en"], environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(english.text.hasPrefix("OVERVIEW"))
  }

  @Test func aWrongCommandLineIsToldInVietnamese() throws {
    let run = try CommandRun.run(["repair", "--policy", "bold"], environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Lỗi: giá trị 'bold' không hợp với '--policy <policy>'"), "\(run.errors)")
    #expect(run.errors.contains("Cách dùng: phuchoi repair"))
    let other = try CommandRun.run(["find", "archive", "--lang", "vi", "--such"])
    #expect(other.errors.contains("không có tùy chọn '--such'"), "\(other.errors)")
    let both = try CommandRun.run(["batch", "in", "out", "--dry-run", "--watch", "--lang", "vi"])
    #expect(
      both.errors.hasPrefix("Lỗi: chỉ dùng một trong --dry-run, --compare và --watch"), "\(both.errors)")
  }

  @Test func everyErrorOfUsageHasAVietnameseTranslation() throws {
    let texts = try usageErrors()
    #expect(texts.count > 15)
    for text in texts.sorted() {
      let left = UsageMessage.ofCommands.reduce(text) { left, phrase in
        left.firstRange(of: phrase.en).map { left.replacingCharacters(in: $0, with: "") } ?? left
      }
      let untold = left.split(separator: " ").filter { !$0.hasPrefix("--") && $0.contains(where: \.isLetter) }
      #expect(!text.isEmpty && untold.isEmpty, "add to UsageMessage.ofCommands: \(text)")
    }
  }

  @Test func noPhraseBelongsToAnErrorOfUsageThatIsGone() throws {
    let texts = try usageErrors()
    let left = UsageMessage.ofCommands.map { $0.en }.filter { en in !texts.contains { $0.contains(en) } }
    #expect(left.isEmpty, "delete from UsageMessage.ofCommands: \(left.joined(separator: "\n"))")
  }

  /// The texts of the commands' `ValidationError`s as the sources have them; empty where one is no literal.
  private func usageErrors() throws -> Set<String> {
    let folder = CommandRun.checkout.appendingPathComponent("Sources/PhucHoiCommand")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var texts: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      for call in source.components(separatedBy: "ValidationError(").dropFirst() {
        texts.insert(literal(call))
      }
    }
    return texts
  }

  /// The string literal that `code` begins with, with `…` for what is put into it; empty where there is none.
  private func literal(_ code: String) -> String {
    var rest = code.drop(while: \.isWhitespace)
    guard rest.popFirst() == "\"" else { return "" }
    var text = ""
    // How many brackets are open inside of what is put in, and whether a string is.
    var (depth, isQuoted) = (0, false)
    while let next = rest.popFirst() {
      if depth > 0 {
        if next == "\"" { isQuoted.toggle() }
        if !isQuoted { depth += next == "(" ? 1 : next == ")" ? -1 : 0 }
      } else if next == "\"" {
        return text
      } else if next == "\\", rest.first == "(" {
        rest.removeFirst()
        depth = 1
        text += "…"
      } else {
        text.append(next)
      }
    }
    return ""
  }

  @Test func manualPagesNameEveryOptionOfEveryCommand() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("man-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try CommandRun.run(["manual", folder.path]).status == 0)
    for part in try HelpTree.ofCommand().all {
      for place in ["man1", "vi/man1"] {
        let name = place + "/" + part.path.joined(separator: "-") + ".1"
        let page = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        #expect(page.hasPrefix(".TH "))
        for argument in part.shownArguments {
          for option in argument.names ?? [] {
            #expect(page.contains(option.text.replacing("-", with: "\\-")), "\(name)")
          }
        }
        // No line of text may be taken for a request.
        let requests = page.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
        let known = [".TH", ".SH", ".TP", ".PP", ".nf", ".fi"]
        #expect(requests.allSatisfy { line in known.contains { line.hasPrefix($0) } }, "\(name)")
      }
    }
  }
}
