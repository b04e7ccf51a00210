/// Items of a list that runs over lines: `- ...;`.
struct ListItems {
  let view: DocumentView

  /// Puts the pieces of each item together.
  ///
  /// A dash begins an item. Without one a piece begins an item if the item above has ended: with a semicolon or
  /// full stop, or with a comma before a capital.
  func items(_ pieces: [Range<Int>]) -> [[Range<Int>]] {
    var items: [[Range<Int>]] = []
    for piece in pieces.flatMap(splitAtMarks) {
      guard piece.contains(where: { !view.reading.words[$0].isEmpty }) else { continue }
      if let last = items.last?.last, !begins(piece, after: last) {
        items[items.count - 1].append(piece)
      } else {
        items.append([piece])
      }
    }
    return items.map(withoutTail)
  }

  /// Stray letters behind the mark that ends an item: pieces of the seal or of a signature.
  private func withoutTail(_ item: [Range<Int>]) -> [Range<Int>] {
    guard let last = item.last else { return item }
    var end = last.upperBound
    while end - 1 > last.lowerBound, isStray(end - 1) { end -= 1 }
    guard end < last.upperBound, view.shapes.endsItem(end - 1) else { return item }
    return item.dropLast() + [last.lowerBound..<end]
  }

  private func isStray(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    return word.isEmpty || word.core.count == 1
      || word.core.count <= 3 && word.shape.contains(.lower) && !view.shapes.endsItem(index)
      || word.core.count <= 4 && !word.shape.contains(.upper)
        && word.core.contains { !Folding.isLetter(view.reading.text.folded[$0]) }
  }

  /// A line that holds several items and no dashes: cut at semicolons.
  private func splitAtMarks(_ piece: Range<Int>) -> [Range<Int>] {
    guard !view.shapes.isDash(piece.lowerBound) else { return [piece] }
    var parts: [Range<Int>] = []
    var start = piece.lowerBound
    for index in piece.dropLast() where view.reading.lastByte(index) == 0x3B {
      let next = view.reading.words[index + 1]
      guard next.shape.contains(.capital), next.start == next.coreStart else { continue }
      parts.append(start..<(index + 1))
      start = index + 1
    }
    parts.append(start..<piece.upperBound)
    return parts
  }

  private func begins(_ piece: Range<Int>, after last: Range<Int>) -> Bool {
    if view.shapes.isDash(piece.lowerBound) { return true }
    guard let first = piece.first(where: { !view.reading.words[$0].isEmpty }) else { return false }
    let word = view.reading.words[first]
    switch view.reading.lastByte(last.upperBound - 1) {
    case 0x3B: return word.start == word.coreStart || !view.reading.text.folded[Int(word.start)].isOpenBracket
    case 0x2E, 0x2C: return word.shape.contains(.capital)
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isOpenBracket: Bool { self == 0x28 }
}
