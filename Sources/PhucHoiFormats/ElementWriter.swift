/// Writes the element of a word again with another word in it.
protocol ElementWriter {
  /// The element in `bytes` with another text, box and id; nil leaves a box or an id as it is.
  func element(_ bytes: [UInt8], _ place: WordPlace, text: String, box: Box?, id: String?) -> [UInt8]
}

/// Words of hOCR: the text is content, the box stands in the title.
struct HOCRElementWriter: ElementWriter {
  func element(_ bytes: [UInt8], _ place: WordPlace, text: String, box: Box?, id: String?) -> [UInt8] {
    var tag = TagScanner(bytes[place.tag])
    if let box, let title = tag.attributes.first(where: { $0.name == "title" }) {
      let value = String(decoding: tag.bytes[title.value], as: UTF8.self)
      // The value stays escaped as it was, so it goes in as bytes.
      tag.replace(title, with: Array(HOCRTitle.replacing(box, in: value).utf8))
    }
    if let id { tag.set("id", to: id) }
    let rest = Array(bytes[place.tag.upperBound..<place.element.upperBound])
    let close = rest.lastIndex(of: UInt8(ascii: "<")) ?? rest.count
    return tag.bytes + content(rest[..<close], Markup.escaped(text)) + rest[close...]
  }

  /// The content with another text; inner elements stay where they surround one piece of text.
  private func content(_ content: ArraySlice<UInt8>, _ text: [UInt8]) -> [UInt8] {
    var runs: [Range<Int>] = []
    var start = content.startIndex
    var inTag = false
    for index in content.indices {
      if content[index] == UInt8(ascii: "<") {
        runs.append(start..<index)
        inTag = true
      } else if content[index] == UInt8(ascii: ">"), inTag {
        start = index + 1
        inTag = false
      }
    }
    runs.append(start..<content.endIndex)
    let full = runs.filter { run in content[run].contains { $0 > 0x20 } }
    let isComment = zip(content, content.dropFirst()).contains {
      $0 == UInt8(ascii: "<") && $1 == UInt8(ascii: "!")
    }
    guard full.count == 1, let run = full.first, !isComment else { return text }
    let first = content[run].firstIndex { $0 > 0x20 } ?? run.lowerBound
    let last = content[run].lastIndex { $0 > 0x20 } ?? first
    return Array(content[..<first]) + text + Array(content[(last + 1)...])
  }
}

/// Words of ALTO: text and box are attributes.
struct ALTOElementWriter: ElementWriter {
  func element(_ bytes: [UInt8], _ place: WordPlace, text: String, box: Box?, id: String?) -> [UInt8] {
    var tag = TagScanner(bytes[place.tag])
    tag.set("CONTENT", to: text)
    // One confidence a letter: it says nothing about other letters.
    tag.remove("CC")
    if let box {
      tag.set("HPOS", to: written(box.x0))
      tag.set("VPOS", to: written(box.y0))
      tag.set("WIDTH", to: written(box.x1 - box.x0))
      tag.set("HEIGHT", to: written(box.y1 - box.y0))
    }
    if let id { tag.set("ID", to: id) }
    // Glyphs and alternatives inside the element belong to the word that was read first.
    let rest = bytes[place.tag.upperBound..<place.element.upperBound]
    guard let close = rest.lastIndex(of: UInt8(ascii: "<")) else { return tag.bytes }
    return tag.bytes + rest[close...]
  }
}
