import VietText

/// The bodies that the text names, by which a garbled header is read.
///
/// Headers are the worst-read part of a scan; what stands in them is named again in the text.
struct BodyMentions {
  private var names: [(letters: [UInt8], name: String, count: Int)] = []

  /// Gathers the names in the first pages of a document; O(words read).
  init(view: DocumentView) {
    let grammar = BodyGrammar(reading: view.reading, tables: view.tables)
    let joiner = WordJoiner(reading: view.reading)
    for index in view.indices(.text, .basis, .addressee).prefix(80) {
      let words = view.segments[index].words
      var word = words.lowerBound
      let stop = min(words.upperBound, word + 60)
      let isOpen = index + 1 < view.range.upperBound && view.goesOn(index + 1)
      let limit = isOpen ? view.segments[index + 1].words.upperBound : words.upperBound
      while word < stop {
        guard let end = grammar.bodyEnd(at: word, limit: limit) else { word += 1; continue }
        if end - word > 1 { add(joiner.join(joiner.trim([word..<end], keepsEnd: false))) }
        word = max(end, word + 1)
      }
    }
  }

  private mutating func add(_ name: String) {
    let letters = Self.letters(name)
    guard name.unicodeScalars.allSatisfy(Self.isPlain) else { return }
    if let index = names.firstIndex(where: { $0.name == name }) {
      names[index].count += 1
    } else if names.count < 60 {
      names.append((letters, name, 1))
    }
  }

  /// The name in the text that a name in the header is a bad reading of; nil if it is none or needs no help.
  func name(like header: String) -> String? {
    let letters = Self.letters(header)
    guard letters.count >= 8 else { return nil }
    if names.contains(where: { Folding.fold($0.name) == Folding.fold(header) }) { return nil }
    let first = Self.firstWord(header)
    let isHeaded = names.contains { Self.firstWord($0.name) == first }
    let near = names.filter {
      !(isHeaded && Self.firstWord($0.name) != first)
        && abs($0.letters.count - letters.count) <= letters.count / 7
        && EditDistance.between(letters, $0.letters) <= letters.count / 7
    }
    return near.max { $0.count < $1.count }?.name
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "-" || scalar == "," || VietLetter.isVietnamese(scalar.value)
      || scalar.properties.isAlphabetic && scalar.value < 0x80
  }

  private static func firstWord(_ name: String) -> [UInt8] {
    Folding.fold(String(name.split(separator: " ").first ?? ""))
  }

  private static func letters(_ text: String) -> [UInt8] { Folding.fold(text).filter(Folding.isLetter) }
}
