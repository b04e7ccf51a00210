/// Puts right in a value of a list what engines do to marks and short forms.
///
/// Lists of recipients are made of few phrases: what is no word in them was one of these.
struct ItemText {
  let tables: ExtractionTables

  /// The value with its marks and short forms put right; what needs nothing comes back as it is.
  func clean(_ value: String) -> String {
    var words = value.split(separator: " ").map(String.init)
    for index in words.indices {
      words[index] = word(words[index], next: index + 1 < words.count ? words[index + 1] : nil)
    }
    if let last = words.last, isOpen(words.dropLast()), isReport("(" + last) {
      words[words.count - 1] = "b/c)"
    } else if let last = words.last, isReport(last), !isOpen(words.dropLast()) {
      words[words.count - 1] = "(b/c)"
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func word(_ word: String, next: String?) -> String {
    guard word.contains(where: { !$0.isLetter }) || word.contains("D") else { return word }
    var scalars = Array(word.unicodeScalars)
    dropStrayQuote(&scalars)
    dropDoubleMark(&scalars)
    splitAtMark(&scalars)
    changeEnd(&scalars, next)
    return stroked(scalars)
  }

  /// `'TT`: a quote that nothing closes.
  private func dropStrayQuote(_ scalars: inout [Unicode.Scalar]) {
    let quotes: Set<Unicode.Scalar> = ["'", "‘", "’", "`"]
    if let first = scalars.first, scalars.count > 2, quotes.contains(first) { scalars.removeFirst() }
    guard scalars.count > 2 else { return }
    for index in (1..<scalars.count - 1).reversed()
    where quotes.contains(scalars[index]) && scalars[index - 1] == "," {
      scalars[index] = " "
    }
  }

  /// `VT,,VHTT`.
  private func dropDoubleMark(_ scalars: inout [Unicode.Scalar]) {
    for index in scalars.indices.reversed()
    where index > 0 && scalars[index] == "," && scalars[index - 1] == "," {
      scalars.remove(at: index)
    }
  }

  /// `cơ:quan`, `chí.Ủy`: a mark for a blank behind a word in lower case.
  private func splitAtMark(_ scalars: inout [Unicode.Scalar]) {
    guard scalars.count > 4, !scalars.contains("@"), !scalars.contains("/") else { return }
    let marks = scalars.indices.filter { [":", ".", ";"].contains(scalars[$0]) }
    guard marks.count == 1, let mark = marks.first, mark >= 2, mark + 2 < scalars.count,
      scalars[..<mark].allSatisfy(\.properties.isLowercase),
      scalars[(mark + 1)...].allSatisfy(\.properties.isAlphabetic)
    else { return }
    scalars[mark] = " "
  }

  /// Short forms with a full stop before a name.
  static let pointed: Set<String> = [
    "TP", "Tp", "TX", "GS", "PGS", "TS", "ThS", "BS", "TT", "Q", "P", "H",
  ]

  /// A full stop inside an item is a comma before another part, and nothing behind a short form before a name.
  private func changeEnd(_ scalars: inout [Unicode.Scalar], _ next: String?) {
    guard let last = scalars.last, last == "." || last == ";", scalars.count > 2, let next,
      let first = next.unicodeScalars.first(where: \.properties.isAlphabetic)
    else { return }
    let core = String(String.UnicodeScalarView(scalars.dropLast()))
    guard !Self.pointed.contains(core), !core.contains(".") else { return }
    if last == ";" {
      if next.unicodeScalars.first?.properties.isLowercase == true { scalars[scalars.count - 1] = "," }
    } else if first.properties.isLowercase || isShort(next) || next == "Sở" {
      scalars[scalars.count - 1] = ","
    } else if isShort(core) {
      scalars.removeLast()
    }
  }

  private func isShort(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count >= 2
      && letters.allSatisfy { $0.properties.isUppercase && ($0.value < 0x80 || $0 == "Đ") }
  }

  /// `HDND` with the stroke of its Đ.
  private func stroked(_ scalars: [Unicode.Scalar]) -> String {
    var result = ""
    var group = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.properties.isAlphabetic {
        group.append(scalar)
      } else {
        result += tables.symbols.withStroke(String(group))
        result.unicodeScalars.append(scalar)
        group = String.UnicodeScalarView()
      }
    }
    return result + tables.symbols.withStroke(String(group))
  }

  private func isOpen(_ words: ArraySlice<String>) -> Bool {
    words.reduce(0) { sum, word in word.reduce(sum) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) } } > 0
  }

  /// `(b/e)`, `b/c)`, `(bic)`: (báo cáo) at the end of an item.
  private func isReport(_ word: String) -> Bool {
    guard word.count <= 6, let first = word.first, let last = word.last else { return false }
    let letters = Folding.fold(word).filter { Folding.isLetter($0) || Folding.isDigit($0) || $0 == 0x2F }
    guard (2...4).contains(letters.count) else { return false }
    let isBracketed = first == "(" || last == ")"
    if letters.count == 2, letters[1] == 0x2F { return letters[0] == 0x62 && word.count >= 4 }
    guard letters.count > 2 else { return false }
    if letters[1] == 0x2F {
      return [0x62, 0x68, 0x36].contains(letters[0]) && [0x63, 0x65, 0x6F].contains(letters[2])
    }
    return isBracketed && first == "(" && letters == Folding.fold("bic")
      || isBracketed && first == "(" && letters == Folding.fold("bac")
  }
}

extension DocumentView {
  /// An item of a list with its marks and short forms put right where an engine misread the text; less sure where that
  /// changes something.
  func mended(_ item: FieldValue) -> FieldValue {
    reading.isNoisy ? item.respelt(ItemText(tables: tables).clean(item.value)) : item
  }
}

extension FieldValue {
  /// The value in other letters, and less sure for it.
  func respelt(_ text: String) -> FieldValue {
    guard text != value else { return self }
    var result = self
    result.value = text
    result.weaken(to: .partial)
    return result
  }
}
