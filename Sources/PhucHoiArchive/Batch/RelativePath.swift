import Platform
import VietText

/// A path below a folder, as the bytes that the file system keeps: names need not be UTF-8.
public struct RelativePath: Sendable, Hashable {
  /// The bytes, without a slash at either end.
  public var bytes: [UInt8]

  /// A path from its bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A path from text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The path for people, catalogues and records: valid text on one line, different for different paths.
  ///
  /// What is no UTF-8, control characters and the backslash itself are written `\xHH`.
  public var display: String {
    if let text = String(validating: bytes, as: UTF8.self),
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    {
      return text
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    var output: [UInt8] = []
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") || (byte >= 0x80 && !isText) {
        let digits = String(byte, radix: 16, uppercase: true)
        output += Array("\\x".utf8) + (digits.count == 1 ? [0x30] : []) + Array(digits.utf8)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The path that `display` shows.
  public init(display: String) {
    let shown = Array(display.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < shown.count {
      let digits = shown.count - index >= 4 ? shown[index + 2..<index + 4] : []
      if shown[index] == UInt8(ascii: "\\"),
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 4
      } else {
        bytes.append(shown[index])
        index += 1
      }
    }
    self.bytes = bytes
  }

  /// Whether the path stays below the folder that it counts from, whoever wrote it down.
  var isInside: Bool {
    !bytes.isEmpty && !bytes.contains(0)
      && bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual([0x2E]) && !$0.elementsEqual([0x2E, 0x2E]) }
  }

  /// The names on the way, the last included.
  var components: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "/")) }

  /// The path with `suffix` behind it.
  func appending(_ suffix: String) -> RelativePath { RelativePath(bytes + suffix.utf8) }

  /// The path of `name` inside this folder; the empty path is the folder that all are below.
  func child(_ name: [UInt8]) -> RelativePath {
    RelativePath(bytes.isEmpty ? name : bytes + [UInt8(ascii: "/")] + name)
  }

  /// The last component.
  var name: ArraySlice<UInt8> {
    bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
  }

  /// The path of the folder, empty at the top.
  var folder: RelativePath { RelativePath(Array(bytes[..<max(0, name.startIndex - 1)])) }

  /// The extension in small letters, without its dot; empty where there is none.
  public var suffix: String {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// The path without its extension.
  var withoutSuffix: RelativePath {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return self }
    return RelativePath(Array(bytes[..<dot]))
  }

  /// The path as file systems see it that know no capitals and take letters apart or put them together.
  var folded: RelativePath {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return RelativePath(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return self }
    return RelativePath(UnicodeNormalizer.nfc(UnicodeNormalizer.nfc(text).lowercased()))
  }

  /// What a scan, its text and its markup have in common: `a.pdf`, `a.txt`, `a.hocr.html`, `a.alto.xml`, `a.gt.txt`.
  var scan: RelativePath {
    let short = withoutSuffix
    return ["hocr", "alto", "page", "ocr", "gt"].contains(short.suffix) ? short.withoutSuffix : short
  }

  /// Calls `body` with the path below `root` as a C string.
  func with<Result>(root: String, _ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    let path = Array(root.utf8) + (bytes.isEmpty ? [] : [UInt8(ascii: "/")] + bytes) + [0]
    return try path.withUnsafeBufferPointer { buffer in
      try buffer.withMemoryRebound(to: CChar.self) { pointer in
        guard let base = pointer.baseAddress else { preconditionFailure("a path has at least its end") }
        return try body(base)
      }
    }
  }
}

extension RelativePath: Comparable {
  /// Natural order: numbers by their value, so that 2 comes before 10; folder by folder.
  public static func < (a: RelativePath, b: RelativePath) -> Bool {
    let (left, right) = (a.bytes, b.bytes)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if isDigit(left[i]), isDigit(right[j]) {
        let (p, q) = (number(left, &i), number(right, &j))
        if p.count != q.count { return p.count < q.count }
        if !p.elementsEqual(q) { return p.lexicographicallyPrecedes(q) }
      } else {
        if left[i] != right[j] { return rank(left[i]) < rank(right[j]) }
        i += 1
        j += 1
      }
    }
    if (left.count - i) != (right.count - j) { return left.count - i < right.count - j }
    return left.lexicographicallyPrecedes(right)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func rank(_ byte: UInt8) -> Int { byte == UInt8(ascii: "/") ? -1 : Int(byte) }

  /// The digits at `index` without leading zeros.
  private static func number(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    while index < bytes.count, bytes[index] == 0x30 { index += 1 }
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }
}
