import Platform

/// What the reader of a page format found: the text, its words, and their elements.
protocol PageReader: MarkupHandler {
  init(_ bytes: [UInt8])
  var builder: PageTextBuilder { get }
}

/// A box from a title (`bbox 10 20 30 40`) of hOCR.
enum HOCRTitle {
  /// The numbers behind `property`, up to the next semicolon.
  static func numbers(_ property: String, in title: String) -> [Double] {
    for part in title.split(separator: ";") {
      let fields = part.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }
      guard fields.first.map(String.init) == property else { continue }
      return fields.dropFirst().compactMap { Double($0) }
    }
    return []
  }

  /// The box that the title names.
  static func box(in title: String) -> Box? {
    let numbers = numbers("bbox", in: title)
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e9 }) else { return nil }
    return Box(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
  }

  /// The page that the title of an `ocr_page` describes: `image "page 1.png"; bbox 0 0 2480 3508`.
  static func frame(in title: String) -> PageFrame {
    let box = box(in: title)
    let image = title.firstRange(of: "image ").map { start in
      title[start.upperBound...].split(separator: ";").first.map(String.init) ?? ""
    }
    let marks: Set<Character> = [" ", "\"", "'", "\t"]
    let name = image.map {
      String($0.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
    return PageFrame(
      image: name?.isEmpty == false ? name : nil, width: box.map { $0.x1 }, height: box.map { $0.y1 })
  }

  /// The title with another box, everything else as it was.
  static func replacing(_ box: Box, in title: String) -> String {
    let parts = title.split(separator: ";", omittingEmptySubsequences: false).map { part -> String in
      guard part.split(whereSeparator: \.isWhitespace).first == "bbox" else { return String(part) }
      let lead = part.prefix { $0.isWhitespace }
      let numbers = [box.x0, box.y0, box.x1, box.y1].map { written($0.rounded()) }
      return lead + "bbox " + numbers.joined(separator: " ")
    }
    return parts.joined(separator: ";")
  }
}
