import Synchronization
import Testing

@testable import PhucHoi

/// Long texts are cut into sections; nobody should be able to tell from the result.
@Suite struct TextSectionTests {
  private func sections(_ text: String, _ length: Int) -> [TextSection] {
    var text = text
    return text.withUTF8 { TextSection.sections(of: $0, length: length, checkpoint: {}) }
  }

  @Test(arguments: [
    "", "a", String(repeating: "ấ", count: 3000), String(repeating: "một hai ba. ", count: 900),
    String(repeating: "dòng một\ndòng hai\n\n", count: 500), String(repeating: "x", count: 5000),
    String(repeating: "🇻🇳", count: 900),
  ])
  func coverTheTextOnScalars(_ text: String) {
    let bytes = Array(text.utf8)
    var end = 0
    for section in sections(text, 2000) {
      #expect(section.range.lowerBound == end)
      #expect(section.range.count <= 2000)
      #expect(section.context.lowerBound <= end && section.context.upperBound >= section.range.upperBound)
      for place in [end, section.range.upperBound, section.context.lowerBound, section.context.upperBound] {
        #expect(place == bytes.count || bytes[place] & 0xC0 != 0x80)
      }
      end = section.range.upperBound
    }
    #expect(end == bytes.count)
  }

  /// Memory grows with words: where each sign is one, sections are shorter.
  @Test func countsWhatPartsWords() {
    let dense = Array(String(repeating: "| a ", count: 5000).utf8)
    let parts = dense.withUnsafeBufferPointer {
      TextSection.sections(of: $0, length: 1 << 18, partings: 3000, checkpoint: {})
    }
    #expect(parts.count > 4)
    for part in parts { #expect(dense[part.range].count { $0 != 0x61 } <= 3000) }
    let plain = Array(String(repeating: "nghị quyết, ", count: 5000).utf8)
    let whole = plain.withUnsafeBufferPointer {
      TextSection.sections(of: $0, length: 1 << 18, checkpoint: {})
    }
    #expect(whole.count == 1)
  }

  @Test func cutsAtTheBestPlace() {
    let text =
      String(repeating: "a", count: 1700) + "\n\n" + String(repeating: "b ", count: 80) + "\ncc. dd ee"
    let long = text + String(repeating: "e", count: 400)
    #expect(sections(long, 2000)[0].range == 0..<1702)
    #expect(sections("một. hai ba" + String(repeating: "b", count: 20), 12)[0].range.upperBound == 11)
  }
}

/// Long files are cut while they are read: into the same sections.
@Suite struct LongTextTests {
  private func long(_ bytes: [UInt8], _ length: Int) -> LongText? {
    LongText(byteCount: bytes.count, sectionLength: length) { Array(bytes[$0]) }
  }

  @Test(arguments: [
    String(repeating: "ấ", count: 9000), String(repeating: "một hai ba. ", count: 2000),
    String(repeating: "dòng một\ndòng hai\n\n", count: 1500), String(repeating: "x", count: 9000),
    String(repeating: "🇻🇳 | a", count: 1500),
  ])
  func isCutAsInMemory(_ text: String) throws {
    var text = text
    let bytes = Array(text.utf8)
    for length in [300, 2500, 7000] {
      let read = try #require(long(bytes, length))
      #expect(read.sections == text.withUTF8 { TextSection.sections(of: $0, length: length, checkpoint: {}) })
      #expect(read.sections.map { read.piece($0.range).decoded.text }.joined() == text)
    }
  }

  @Test func isUTF8WithoutMark() {
    let text = Array(String(repeating: "ủy ban ", count: 1000).utf8)
    #expect(long(text, 500) != nil)
    #expect(long([0xEF, 0xBB, 0xBF] + text, 500) == nil)
    for place in [0, 700, text.count] { #expect(long(text[..<place] + [0xFF] + text[place...], 500) == nil) }
    #expect(long(text.dropLast(2) + [0xE1, 0xBB], 500) == nil)
    #expect(long(text.flatMap { [$0, 0] }, 500) == nil)
  }

  /// Whoever shortens a file while it is read gets less text, and no trap.
  @Test func mayBecomeShorter() throws {
    let text = Array(String(repeating: "ủy ban ", count: 1000).utf8)
    let length = Mutex(text.count)
    let whole = LongText(byteCount: text.count, sectionLength: 500) { range in
      let end = length.withLock { $0 }
      return Array(text[min(range.lowerBound, end)..<min(range.upperBound, end)])
    }
    let read = try #require(whole)
    length.withLock { $0 = 1201 }
    let rest = read.sections.map { read.piece($0.range).decoded.text }.joined()
    #expect(rest.hasPrefix("ủy ban ủy ban") && rest.utf8.count == text.count)
    #expect(rest.utf8.dropFirst(1203).allSatisfy { $0 == 0x20 })
  }
}

@Suite(.enabled(if: models != nil, "models are not there"))
struct SectionRepairTests {
  /// Whole and in sections.
  private func repairs(_ text: String, _ length: Int) throws -> (whole: Repair, cut: Repair) {
    var repairer = Repairer(models: try #require(models))
    let whole = repairer.repair(text)
    repairer.options.sectionLength = length
    return (whole, repairer.repair(text))
  }

  private func text(_ setting: String) throws -> String {
    try FixtureDocuments.names.flatMap { try FixtureDocuments.readings(of: $0) }
      .filter { $0.setting == setting }.map(\.seen).joined()
  }

  @Test(arguments: ["light-vie", "medium-vie"], [4000, 9000])
  func markedTextIsRepairedAlike(_ setting: String, _ length: Int) throws {
    let seen = try text(setting)
    let (whole, cut) = try repairs(seen, length)
    checkEdits(cut, of: seen, setting)
    #expect(wordErrorRate(whole.text, cut.text) <= 0.0015)
  }

  /// Here a document's own phrases count, and a section has fewer of them.
  @Test(arguments: ["light-eng", "heavy-eng"])
  func engineTextIsRepairedNearlyAlike(_ setting: String) throws {
    let seen = try text(setting)
    let (whole, cut) = try repairs(seen, 9000)
    checkEdits(cut, of: seen, setting)
    #expect(wordErrorRate(whole.text, cut.text) <= 0.02)
  }

  @Test func oneLongLineIsRepairedAlike() throws {
    let seen = try text("light-vie").replacing("\n", with: " ")
    let (whole, cut) = try repairs(seen, 6000)
    checkEdits(cut, of: seen, "one line")
    #expect(cut.edits.allSatisfy { $0.line == 1 && $0.page == 1 })
    #expect(wordErrorRate(whole.text, cut.text) <= 0.003)
  }

  @Test func pagesAndLinesGoOn() throws {
    let seen = String(repeating: "Uy ban nhan dan\r\ntinh\n\u{0C}", count: 100)
    let (whole, cut) = try repairs(seen, 1000)
    #expect(cut.edits == whole.edits)
    #expect(cut.edits.map(\.line) == whole.edits.map(\.line))
    #expect(cut.tokens.map(\.text) == whole.tokens.map(\.text))
    #expect(cut.tokens.map(\.range) == whole.tokens.map(\.range))
    #expect(cut.tokens.map(\.line) == whole.tokens.map(\.line))
    #expect(cut.edits.last?.page == 100)
    #expect(cut.edits.last?.line == 200)
  }

  @Test func sectionsAddUp() throws {
    let seen = try text("medium-vie")
    var repairer = Repairer(models: try #require(models))
    repairer.options.sectionLength = 3000
    var (sources, texts) = ("", "")
    try repairer.repairSections(of: DecodedText(seen), scheme: nil, limits: .none) { part in
      checkEdits(part, of: part.aligned.source, "a section")
      sources += part.aligned.source
      texts += part.text
    }
    #expect(sources == seen)
    #expect(texts == repairer.repair(seen).text)
    #expect(texts == repairer.repairedText(seen))
    let bytes = Array(seen.utf8)
    let file = LongText(byteCount: bytes.count, sectionLength: 3000) { Array(bytes[$0]) }
    let long = try #require(file)
    var read = ""
    try repairer.repairSections(of: long, limits: .none) { read += $0.text }
    #expect(read == texts)
    var many = repairer
    many.options.threads = 3
    #expect(many.repair(seen).edits == repairer.repair(seen).edits)
    #expect(many.repairedText(seen) == texts)
  }

  /// Those who take a text in sections see the same confidences as those who take it whole.
  @Test(arguments: [Policy.careful, .balanced])
  func sectionsTellTheSameConfidences(_ policy: Policy) throws {
    let seen = try text("medium-vie")
    var repairer = Repairer(models: try #require(models))
    repairer.options.policy = policy
    repairer.options.sectionLength = 3000
    let whole = repairer.repair(seen)
    var (tokens, edits): ([Double], [Double]) = ([], [])
    try repairer.repairSections(of: DecodedText(seen), scheme: nil, limits: .none) { part in
      tokens += part.tokens.map(\.confidence)
      edits += part.edits.map(\.confidence)
    }
    #expect(tokens == whole.tokens.map(\.confidence))
    #expect(edits == whole.edits.map(\.confidence))
  }
}
