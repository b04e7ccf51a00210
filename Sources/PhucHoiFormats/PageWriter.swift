/// Writes the markup of pages again with other words.
struct PageWriter {
  let bytes: [UInt8]
  let words: [PageWord]
  let isHOCR: Bool

  private var elements: any ElementWriter { isHOCR ? HOCRElementWriter() : ALTOElementWriter() }

  /// The markup with `revisions` made; byte for byte the same without any. O(n).
  func written(_ revisions: [WordRevision]) -> [UInt8] {
    guard !revisions.isEmpty else { return bytes }
    var ids = Set(words.compactMap(\.id))
    var output: [UInt8] = []
    var cursor = 0
    output.reserveCapacity(bytes.count + bytes.count / 16)
    for revision in revisions {
      let elements = written(revision, &ids)
      for (index, word) in revision.words.enumerated() {
        let place = words[word].place.element
        if index < elements.count {
          output += bytes[cursor..<place.lowerBound]
          output += elements[index]
        }
        // What stood between a word and one that goes (blanks, an SP element) goes with it.
        cursor = place.upperBound
      }
      for extra in elements.dropFirst(revision.words.count) {
        output += separator(before: words[revision.words.upperBound].place)
        output += extra
      }
    }
    output += bytes[cursor...]
    return output
  }

  /// The elements of a revision's pieces: the words' own, and copies of the last where there are more pieces.
  private func written(_ revision: WordRevision, _ ids: inout Set<String>) -> [[UInt8]] {
    let isCut = revision.pieces.count != revision.words.count
    return revision.pieces.enumerated().map { index, piece in
      let number = min(revision.words.lowerBound + index, revision.words.upperBound)
      let isCopy = revision.words.lowerBound + index > revision.words.upperBound
      let word = words[number]
      let id = isCopy ? word.id.map { fresh($0, &ids) } : nil
      return elements.element(
        bytes, word.place, text: piece, box: isCut ? revision.boxes[index] : nil, id: id)
    }
  }

  /// An id that no element has yet.
  private func fresh(_ id: String, _ ids: inout Set<String>) -> String {
    var number = 2
    while !ids.insert("\(id)_\(number)").inserted { number += 1 }
    return "\(id)_\(number)"
  }

  /// Where `sign` stands first in `bytes`; nil where it does not.
  static func find(_ sign: String, in bytes: ArraySlice<UInt8>) -> Int? {
    FormatGuess.place(of: sign, in: bytes)
  }

  /// The blanks before an element, to be repeated before its copy.
  private func separator(before place: WordPlace) -> [UInt8] {
    var start = place.element.lowerBound
    while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
    let blanks = Array(bytes[start..<place.element.lowerBound])
    return blanks.isEmpty && isHOCR ? [0x20] : blanks
  }
}
