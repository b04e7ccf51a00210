import Foundation
import PhucHoi
import Testing

/// The list of edits says everything: applied it gives the output, undone it gives the input.
@Suite(.enabled(if: models != nil, "models are not there"))
struct EditListTests {
  @Test(arguments: FixtureDocuments.names)
  func editsGiveTheOutputAndBack(_ document: String) throws {
    let repairer = Repairer(models: try #require(models))
    for reading in try FixtureDocuments.readings(of: document) {
      checkEdits(repairer.repair(reading.seen), of: reading.seen, "\(reading)")
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func editsOfEveryEncoding(_ encoding: TextEncoding) throws {
    let repairer = Repairer(models: try #require(models))
    let text = "Ủy ban nhân dân tỉnh Quảng Ninh\r\nSố: 12/QD-UBND\n\u{0C}Về việc tổ chức Đại hội\n"
    let utf8 = Array(text.utf8)
    let bytes = encoding == .utf8 ? utf8 : DecodedTextBytes.bytes(of: text, in: encoding)
    let decoded = try TextDecoder.decode(bytes, as: encoding)
    #expect(decoded.encoded() == bytes)
    checkEdits(repairer.repair(decoded), of: decoded.text, encoding.rawValue)
  }

  @Test func pagesAndLinesAreCounted() throws {
    let text = "Uy ban nhan dan tinh\n\u{0C}So Noi vu tinh Quang Ninh\n"
    let repair = Repairer(models: try #require(models)).repair(text)
    let edit = try #require(repair.edits.first { $0.old == "vu" })
    #expect(edit.new == "vụ")
    #expect(edit.kind == .diacritics)
    #expect(edit.page == 2)
  }

  @Test func tokensCoverTheOutputInOrder() throws {
    let repairer = Repairer(models: try #require(models))
    let reading = try #require(try FixtureDocuments.readings(of: FixtureDocuments.names[0]).first)
    let repair = repairer.repair(reading.seen)
    var cursor = 0
    for token in repair.tokens {
      #expect(token.range.lowerBound >= cursor)
      #expect((0...1).contains(token.confidence))
      cursor = token.range.lowerBound
    }
    let letters = { (text: String) in text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
    }
    #expect(letters(repair.tokens.map(\.text).joined()) == letters(repair.text))
  }
}

/// Bytes of a text in an encoding, by way of a decoded text that says so.
enum DecodedTextBytes {
  /// The bytes, or those in UTF-8 where the encoding has no letters for the text.
  static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf8: Array(text.utf8)
    // Without its marks the text is ASCII, which every 8-bit encoding holds.
    default: Array(text.decomposed.utf8)
    }
  }
}

extension String {
  /// The base letters alone.
  fileprivate var decomposed: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          scalar == "Đ"
            ? ["D"]
            : scalar == "đ"
              ? ["d"]
              : String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.prefix(1).map { $0 }
        }))
  }
}
