import VietText

/// Joins the wrapped lines of a text into paragraphs.
///
/// A line goes on in the next when it is about as long as the lines of its text, holds no gap between columns,
/// and the next does not look like the start of a paragraph. A number or code that a line end cut after `-` or
/// `/` is joined without a blank. Linear in the text.
public struct Reflow {
  private let text: SourceText
  private let sketches: [LineSketch]
  private let fullLength: Int

  /// Prepares to join the lines of `text`.
  public init(_ text: String) {
    self.text = SourceText(text)
    sketches = self.text.lines.map { [scalars = self.text.scalars] in LineSketch(scalars, $0) }
    let lengths = sketches.lazy.filter { !$0.isBlank }.map(\.length).sorted()
    fullLength = lengths.isEmpty ? 0 : lengths[lengths.count * 4 / 5]
  }

  /// The text with one line a paragraph; blank lines and the last line end stay.
  public func joined() -> String {
    var out: [UInt32] = []
    out.reserveCapacity(text.scalars.count)
    for (number, line) in text.lines.enumerated() {
      let content =
        number > 0 && goesOn(number - 1) ? line.drop { ModelTokenizer.isBlank(text.scalars[$0]) } : line
      out += text.scalars[content]
      let end = number + 1 < text.lines.count ? text.lines[number + 1].lowerBound : text.scalars.count
      if goesOn(number) {
        while let last = out.last, ModelTokenizer.isBlank(last) { out.removeLast() }
        if !isCut(number) { out.append(0x20) }
      } else {
        out += text.scalars[line.upperBound..<end]
      }
    }
    return string(out)
  }

  /// Whether line `number` is continued by the next.
  private func goesOn(_ number: Int) -> Bool {
    guard number + 1 < sketches.count else { return false }
    let (line, next) = (sketches[number], sketches[number + 1])
    guard !line.isBlank, !next.isBlank, line.length * 10 >= fullLength * 7 else { return false }
    return !next.opensParagraph(after: line) && !hasColumns(number) && !hasColumns(number + 1)
  }

  /// A gap of four blanks or a tab inside the line.
  private func hasColumns(_ number: Int) -> Bool {
    var (blanks, seen) = (0, false)
    for index in text.lines[number] {
      let scalar = text.scalars[index]
      if ModelTokenizer.isBlank(scalar) {
        blanks += scalar == 0x09 ? 4 : 1
      } else {
        if seen, blanks >= 4 { return true }
        (blanks, seen) = (0, true)
      }
    }
    return false
  }

  /// Whether the line ends in the middle of a code: `167-`, `KL/`.
  private func isCut(_ number: Int) -> Bool {
    let line = text.lines[number]
    guard line.count >= 2 else { return false }
    let (last, before) = (text.scalars[line.upperBound - 1], text.scalars[line.upperBound - 2])
    return (last == 0x2D || last == 0x2F)
      && (ModelTokenizer.isDigit(before) || VietLetter.isUppercase(before))
  }
}
