import Foundation

/// Texts to repair, made from the composed documents of the checkout.
struct Sample {
  /// Name of the kind of source.
  var name: String
  /// One text a document.
  var texts: [String]

  /// Words that hold a letter: what people count as syllables.
  var syllableCount: Int {
    texts.reduce(0) { sum, text in
      sum + text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
    }
  }

  /// Correct text without its marks, and what an English engine made of bad copies.
  static func all(in folder: String) throws -> [Sample] {
    let documents = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      !$0.hasPrefix(".")
    }
    func texts(_ file: String) -> [String] {
      documents.compactMap { try? String(contentsOfFile: "\(folder)/\($0)/\(file)", encoding: .utf8) }
    }
    return [
      Sample(name: "stripped", texts: texts("clean.txt").map(stripped)),
      Sample(name: "heavy-eng", texts: texts("heavy-eng.txt")),
      Sample(name: "clean", texts: texts("clean.txt")),
    ]
  }

  private static func stripped(_ text: String) -> String {
    let bare = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x300...0x36F).contains($0.value)
    }
    return String(String.UnicodeScalarView(bare)).replacingOccurrences(of: "đ", with: "d")
      .replacingOccurrences(of: "Đ", with: "D")
  }
}
