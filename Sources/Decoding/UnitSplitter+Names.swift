import VietText

extension UnitSplitter {
  /// E-mail and web addresses, names of files, paths, character references, tags, keys of structured data.
  static func isAddress(_ chunk: ArraySlice<UInt32>) -> Bool {
    guard chunk.count > 3 else { return false }
    if chunk.count > 5, chunk.contains(0x40), chunk.contains(0x2E) { return true }
    let letter = chunk[chunk.startIndex] | 32
    if chunk.count > 5, letter == 0x68 || letter == 0x77 {
      let head = chunk.prefix(4).map(VietLetter.lowercased)
      if head == web[0] || head == web[1] { return true }
    }
    return isPath(chunk) || isFileName(chunk) || isKey(chunk)
  }

  private static let web = ["http", "www."].map { $0.unicodeScalars.map(\.value) }

  /// Endings of names of files.
  private static let endings: Set<[UInt32]> = Set(
    ("doc docx xls xlsx ppt pptx pdf txt rtf odt ods csv xml json html htm jpg jpeg png tif tiff bmp gif zip rar 7z "
      + "msg eml log p7s sig dwg mp3 mp4 avi exe dll db sql bak md hocr").split(separator: " ").map {
        $0.unicodeScalars.map(\.value)
      })

  /// `/var/data`, `C:\VanBan`, `\\may1\chung`: separators at the head, plain letters only.
  private static func isPath(_ chunk: ArraySlice<UInt32>) -> Bool {
    let (first, second, third) = (chunk.startIndex, chunk.startIndex + 1, chunk.startIndex + 2)
    let isDrive =
      (chunk[first] | 32) &- 97 < 26 && chunk[second] == 0x3A
      && (chunk[third] == 0x5C || chunk[third] == 0x2F)
    let isShare = chunk[first] == 0x5C && chunk[second] == 0x5C
    let isRooted =
      chunk[first] == 0x2F && (chunk[second] | 32) &- 97 < 26 && chunk.count { $0 == 0x2F } >= 2
    return (isDrive || isShare || isRooted) && chunk.allSatisfy { $0 < 0x80 }
  }

  /// A name with a known ending behind its last dot, whatever marks stand around it.
  private static func isFileName(_ chunk: ArraySlice<UInt32>) -> Bool {
    guard let end = chunk.lastIndex(where: { VietLetter.isLetter($0) || ModelTokenizer.isDigit($0) }) else {
      return false
    }
    let name = chunk[...end]
    guard let dot = name.lastIndex(of: 0x2E), end - dot <= 4, dot > chunk.startIndex + 1, end > dot else {
      return false
    }
    return endings.contains(name[(dot + 1)...].map(VietLetter.lowercased))
  }

  /// `"name":` and `{"name":`.
  private static func isKey(_ chunk: ArraySlice<UInt32>) -> Bool {
    guard chunk.last == 0x3A, chunk.dropLast().last == 0x22 else { return false }
    let head = chunk.drop { $0 == 0x7B || $0 == 0x5B || $0 == 0x2C }
    return head.first == 0x22
      && head.dropFirst().dropLast(2).allSatisfy {
        $0 < 0x80 && $0 != 0x22
      }
  }

  /// The reference of HTML that begins in `chunk` first, with the range of it; nil where there is none.
  static func reference(_ scalars: [UInt32], _ chunk: Range<Int>) -> Range<Int>? {
    var index = chunk.lowerBound
    while index < chunk.upperBound {
      if scalars[index] == 0x26,
        let end = HTMLEntities.endOfReference(scalars[..<chunk.upperBound], at: index)
      {
        return index..<end
      }
      index += 1
    }
    return nil
  }
}
