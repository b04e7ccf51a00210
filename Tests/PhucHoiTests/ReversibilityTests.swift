import PhucHoi
import TestSupport
import Testing

@testable import VietText

/// From bytes to output and back: decoding gives the bytes again, edits the output, undone edits the decoded text.
@Suite(.enabled(if: models != nil, "models are not there"))
struct ReversibilityTests {
  /// `text` as bytes of `encoding`; letters that it does not have become `?`.
  private func bytes(_ text: String, _ encoding: TextEncoding, mark: Bool = false) -> [UInt8] {
    DecodedText(text: text, encoding: encoding, hasByteOrderMark: mark, exceptions: []).encoded()
  }

  private func check(_ bytes: [UInt8], _ decoded: DecodedText, _ repairer: Repairer, _ name: String) {
    #expect(decoded.encoded() == bytes, "\(name): bytes")
    let repair = repairer.repair(decoded)
    checkEdits(repair, of: decoded.text, name)
    // Ends of lines and pages stay where they are.
    let ends = { (text: String) in text.utf8.filter { $0 == 0x0A || $0 == 0x0C } }
    #expect(ends(repair.text) == ends(decoded.text), "\(name): line ends")
    for suggestion in repair.suggestions {
      #expect(Array(decoded.text.utf8)[suggestion.range].elementsEqual(suggestion.old.utf8), "\(name)")
    }
  }

  /// The beginning of a document: correct, and as one engine read it.
  private func texts(_ document: String) throws -> [String] {
    let reading = try #require(try FixtureDocuments.readings(of: document).first)
    return [try FixtureDocuments.correct(document), reading.seen].map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).prefix(14).joined(separator: "\r\n")
    }
  }

  @Test(arguments: FixtureDocuments.names, TextEncoding.allCases)
  func everyDocumentInEveryEncoding(_ document: String, _ encoding: TextEncoding) throws {
    let repairer = Repairer(models: try #require(models))
    for text in try texts(document) {
      let bytes = bytes(text, encoding, mark: !encoding.byteOrderMark.isEmpty)
      let name = "\(document) \(encoding.rawValue)"
      check(bytes, try TextDecoder.decode(bytes, as: encoding), repairer, name + " named")
      check(bytes, try TextDecoder.decode(bytes), repairer, name + " detected")
    }
  }

  @Test(arguments: FixtureDocuments.names)
  func paragraphsOfSeveralEncodings(_ document: String) throws {
    let repairer = Repairer(models: try #require(models))
    let lines = try FixtureDocuments.correct(document).split(separator: "\n").prefix(12)
    let mixed = lines.enumerated().flatMap { index, line in
      self.bytes(String(line) + "\n", [.tcvn3, .vni, .windows1258, .viscii][index % 4])
    }
    check(mixed, try TextDecoder.decode(mixed), repairer, document + " bytes mixed")
    let letters = lines.enumerated().map { index, line in
      let bytes = self.bytes(String(line), [.tcvn3, .vni][index % 2])
      return index % 3 == 0
        ? String(line) : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }.joined(separator: "\n")
    check(Array(letters.utf8), DecodedText(letters), repairer, document + " letters mixed")
  }

  /// Damaged bytes come back as they were, whatever was made of them.
  @Test(arguments: TextEncoding.allCases)
  func damagedBytesComeBack(_ encoding: TextEncoding) throws {
    let repairer = Repairer(models: try #require(models))
    let good = bytes(try texts(FixtureDocuments.names[0])[0], encoding)
    var random = SeededGenerator(seed: 7)
    for round in 0..<6 {
      var bytes = good
      for _ in 0..<12 {
        bytes[random.next(below: bytes.count)] = UInt8.random(in: 0x80...0xFF, using: &random)
      }
      let cut = Array(bytes.prefix(bytes.count - round))
      guard let decoded = try? TextDecoder.decode(cut) else { continue }
      check(cut, decoded, repairer, "\(encoding.rawValue) damaged, round \(round)")
    }
  }

  /// What was repaired can be repaired again, with the same properties; typed documents no less.
  @Test(arguments: FixtureDocuments.names.prefix(4))
  func repairedTextKeepsTheProperties(_ document: String) throws {
    let repairer = Repairer(models: try #require(models))
    for reading in try FixtureDocuments.readings(of: document).prefix(2) {
      let once = repairer.repair(reading.seen)
      check(Array(once.text.utf8), DecodedText(once.text), repairer, "\(reading) again")
      let broken = reading.seen.replacing("\n", with: "\u{0C}")
      let whole = repairer.repair(broken).endingLinesAtPageBreaks()
      checkEdits(whole, of: broken, "\(reading) with page ends")
    }
  }
}
